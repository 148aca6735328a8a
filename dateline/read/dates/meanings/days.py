"""Weekdays, "yesterday", parts of the day and times of day."""

from dataclasses import replace
from datetime import date, timedelta

from dateline.model import DayRange
from dateline.read.dates.meanings.absolute import calendar_day
from dateline.read.dates.meanings.choose import NO_PUBLICATION, as_date, unknown
from dateline.read.dates.periods import UNKNOWN_DAY, day_period
from dateline.read.dates.situation import Meaning, Situation

Groups = dict[str, str]

_OFFSETS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1, "overnight": 0,
            "the day before yesterday": -2, "the day after tomorrow": 2}  # fmt: skip
_TOLD = frozenset({"that", "same", "previous", "following"})


def time_of_day(groups: Groups, s: Situation) -> str:
    """The part of a TIMEX3 value from T on, such as ``TMO`` or ``T21:30``; empty when no time was said."""
    if groups.get("part"):
        return f"T{s.grammar.words['part'][groups['part']]}"
    if groups.get("noon"):
        return "T12:00" if groups["noon"] == "noon" else "T24:00"
    if not groups.get("hour"):
        return ""
    hour, half = int(groups["hour"]), groups.get("half")
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"T{hour:02}:{groups.get('minute') or '00'}"


def with_time(day: Meaning, groups: Groups, s: Situation) -> Meaning:
    """The same day with its time, as a TIME; unchanged when no time was said."""
    time = time_of_day(groups, s)
    if not time:
        return day
    return replace(day, type="TIME", value=day.value + time)


def weekday(groups: Groups, s: Situation) -> Meaning | None:
    """ "Monday", "last Thursday", "Friday morning", "9:30 p.m. Sunday", "December 3 at noon"."""
    if groups.get("month"):
        day = calendar_day(groups, s)
        return with_time(day, groups, s) if day else None
    name = groups["weekday"].rstrip(".")
    number = s.grammar.words["weekday"].get(name) or s.grammar.words["weekday_short"][name]
    if name in s.grammar.words["weekday_short"] and not _is_abbreviation(name, s):
        return None
    if s.published is None:
        return with_time(unknown(f"XXXX-WXX-{number}", NO_PUBLICATION), groups, s)
    found, reason, ahead = _weekday(int(number), groups, s, s.published)
    return with_time(as_date(day_period(found), reason, ahead=ahead), groups, s)


def _is_abbreviation(name: str, s: Situation) -> bool:
    """Whether "Sun." or "Sat." is a weekday: a capital letter and a full stop."""
    offset = s.levelled.index(name, s.start)
    return (
        s.page.text[offset].isupper() and s.levelled[offset + len(name)] == "."
        if offset + len(name) < len(s.levelled)
        else False
    )


def _weekday(number: int, groups: Groups, s: Situation, published: date) -> tuple[date, str, bool]:
    which = (groups.get("late") or groups.get("which") or "").split()[-1:]
    word = which[0] if which else ""
    monday = published - timedelta(days=published.isoweekday() - 1)
    before = published - timedelta(days=(published.isoweekday() - number) % 7)
    if groups.get("late"):
        week = monday + timedelta(days=7 if groups["late"] == "next" else -7)
        return week + timedelta(days=number - 1), f"the weekday of {groups['late']} week", groups["late"] == "next"
    if word in _TOLD and (told := _told_weekday(number, word, s)):
        return told, "counted from the date told before", False
    if word in ("last", "past"):
        strictly = before if before < published else before - timedelta(days=7)
        return strictly, f"the last one before publication on {published}", False
    if word == "next":
        return monday + timedelta(days=6 + number), f"in the week after publication on {published}", True
    if s.tense == "future" or word == "coming":
        return (
            published + timedelta(days=(number - published.isoweekday()) % 7),
            "the words look ahead from publication",
            True,
        )
    return before, f"the last one up to publication on {published}", False


def _told_weekday(number: int, which: str, s: Situation) -> date | None:
    """The weekday after, before or in the week of the day told last."""
    point = s.story.point
    if point is None or point.unit != "day" or point.days is None or point.days.first is None:
        return None
    told = point.days.first
    if which == "previous":
        return told - timedelta(days=(told.isoweekday() - number - 1) % 7 + 1)
    if which == "following":
        return told + timedelta(days=(number - told.isoweekday() - 1) % 7 + 1)
    return told - timedelta(days=told.isoweekday() - number)


def day_word(groups: Groups, s: Situation, *, day_word: str = "") -> Meaning | None:
    """ "today", "last night", "yesterday morning", "this evening"."""
    word = " ".join((groups.get("day_word") or day_word).split())
    if s.published is None:
        return with_time(unknown(UNKNOWN_DAY, NO_PUBLICATION), _night(word, groups), s)
    found = s.published + timedelta(days=_OFFSETS[word])
    meaning = as_date(day_period(found), f"counted from publication on {s.published}", ahead=_OFFSETS[word] > 0)
    if word == "overnight":
        days = DayRange(first=found - timedelta(days=1), last=found)
        reason = f"the night before publication on {s.published}"
        return Meaning(type="TIME", value=f"{found}TNI", days=days, reason=reason, unit="day")
    return with_time(meaning, _night(word, groups), s)


def _night(word: str, groups: Groups) -> Groups:
    return {**groups, "part": "night"} if word in ("tonight", "last night", "overnight") else groups


def part_of_day(groups: Groups, s: Situation) -> Meaning | None:
    """ "that evening", "in the morning", "at dawn": of the day told before, if one was."""
    words = s.levelled[s.start : s.end]
    pointed = words.startswith(("that ", "same ", "one "))
    if not pointed and (
        s.before not in s.grammar.words["before_part"]
        or s.after in ("of", "-")
        or s.tag_after in ("NN", "NNS", "NNP", "DT", "PRP")
    ):
        return None
    return _of_day_told(groups, s)


def clock(groups: Groups, s: Situation) -> Meaning | None:
    """ "10:30 p.m.", "noon": of the day told before, if one was."""
    if groups.get("hour") and not groups.get("half"):
        known_zone = any(letter.isalpha() for letter in s.levelled[s.start : s.end])
        if not known_zone and s.before not in s.grammar.words["before_clock"]:
            return None
    return _of_day_told(groups, s)


def _of_day_told(groups: Groups, s: Situation) -> Meaning:
    point = s.story.point
    if point is None or point.unit != "day" or point.days is None:
        return with_time(unknown(UNKNOWN_DAY, "the day is not said"), groups, s)
    value = point.value.partition("T")[0]
    day = Meaning(
        type="DATE", value=value, days=point.days, reason="of the day told before", unit="day", ahead=point.ahead
    )
    return with_time(day, groups, s)
