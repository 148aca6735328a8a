"""Periods counted from publication ("last week", "two years ago") or a date told before ("the following April")."""

from dataclasses import replace
from datetime import date, timedelta

from dateline.model import DayRange
from dateline.read.dates.meanings.absolute import month_number
from dateline.read.dates.meanings.choose import NO_PUBLICATION, UNKNOWN_YEAR, as_date, unknown
from dateline.read.dates.meanings.lengths import iso_length
from dateline.read.dates.meanings.quarters import quarter_told, this_quarter
from dateline.read.dates.numbers import read_number
from dateline.read.dates.periods import (
    UNKNOWN_DAY,
    Period,
    add_months,
    decade_period,
    month_period,
    period_of,
    season_period,
    shift,
)
from dateline.read.dates.situation import Meaning, Situation

Groups = dict[str, str]

_STEPS = {"this": 0, "current": 0, "last": -1, "past": -1, "latest": -1, "next": 1, "coming": 1, "upcoming": 1,
          "previous": -1, "preceding": -1, "following": 1, "that": 0, "same": 0}  # fmt: skip
_TOLD = frozenset({"previous", "preceding", "following", "that", "same"})
_UNKNOWN = {
    "day": UNKNOWN_DAY,
    "night": UNKNOWN_DAY,
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": UNKNOWN_YEAR,
    "decade": "XXXX",
    "century": "XX",
}
_FINENESS = ("day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century")
_FRESH = 2
"""Sentences from a date to words that count from it."""
_HOURS = frozenset({"second", "minute", "hour"})


def told_before(s: Situation) -> tuple[date, str] | None:
    """The first day of the date told last and its unit."""
    point = s.story.point
    if point is None or point.unit is None or point.days is None or point.days.first is None:
        return None
    return point.days.first, point.unit


def _is_fresh(s: Situation) -> bool:
    """Whether the date told last is near enough to count from: further on, "a week later" follows something undated."""
    return s.page.sentence_number(s.start) - s.story.point_at <= _FRESH


def _unit(groups: Groups) -> str:
    """The unit in the match: "fiscal year" and the like count as years."""
    return groups["unit"].split()[-1]


def this_last_next(groups: Groups, s: Situation) -> Meaning | None:
    """ "last week", "earlier this month", "the following year", "the past year"."""
    which, unit = groups["which"], _unit(groups)
    if unit in ("day", "night") and which in ("past", "last", "current", "upcoming", "latest", "coming"):
        return None
    if which == "past" or (which == "last" and groups.get("the") and unit != "weekend"):
        return _span_back(unit, s)
    next_day = which == "next" and bool(groups.get("the")) and unit in ("day", "night")
    told = told_before(s) if which in _TOLD or next_day else None
    if told and which in ("that", "same") and _finer(unit, told[1]):
        told = None
    base = told[0] if told else s.published
    if next_day and (told is None or told[1] != "day"):
        return unknown(UNKNOWN_DAY, "the day before it is not told")
    if unit == "quarter" and which in ("this", "latest"):
        return this_quarter({"latest": which}, s) if which == "latest" else _whole(unit, base, 0, s, told is not None)
    meaning = _whole(unit, base, _STEPS[which], s, told is not None)
    if told and _after_telling(meaning, s):
        return unknown(
            _UNKNOWN.get(unit, UNKNOWN_YEAR), "counted from a date told before, it would lie after publication"
        )
    return _edge(groups, meaning, s)


def _finer(unit: str, than: str) -> bool:
    return unit in _FINENESS and than in _FINENESS and _FINENESS.index(unit) < _FINENESS.index(than)


def _after_telling(meaning: Meaning | None, s: Situation) -> bool:
    """Whether a date counted from one told before lies after publication though nothing looks ahead: a misreading."""
    days = meaning.days if meaning else None
    return bool(days and days.first and s.published and days.first > s.published and s.tense != "future")


def _whole(unit: str, base: date | None, steps: int, s: Situation, told: bool) -> Meaning:
    """The whole period of a unit, some steps from the one that holds ``base``."""
    if base is None:
        return unknown(_UNKNOWN.get(unit, UNKNOWN_YEAR), NO_PUBLICATION)
    period = period_of(unit, shift(base, unit, steps))
    reason = f"counted from the date told before, {base}" if told else f"counted from publication on {base}"
    ahead = (steps > 0 and not told) or (steps == 0 and s.tense == "future")
    return as_date(period, reason, ahead=ahead)


def _span_back(unit: str, s: Situation) -> Meaning | None:
    """ "the past year": a length of time that ends at publication."""
    value = iso_length(1, unit)
    days = None
    if s.published is not None:
        days = DayRange(first=shift(s.published, unit, -1) + timedelta(days=1), last=s.published)
    return Meaning(type="DURATION", value=value, days=days, reason="a length of time that ends at publication")


def _edge(groups: Groups, meaning: Meaning, s: Situation) -> Meaning:
    """ "Earlier this month" ends, "later this month" begins at publication."""
    days, edge = meaning.days, groups.get("edge") or ""
    if days is None or s.published is None or days.first is None or days.last is None:
        return meaning
    if not days.first <= s.published <= days.last:
        return meaning
    if edge.startswith("later"):
        reason = "from publication to the end of the period"
        return replace(meaning, days=DayRange(first=s.published, last=days.last), reason=reason, ahead=True)
    if edge.startswith("earlier"):
        until = DayRange(first=days.first, last=s.published)
        return replace(meaning, days=until, reason="from its beginning to publication", ahead=False)
    return meaning


def this_last_next_named(groups: Groups, s: Situation) -> Meaning | None:
    """ "last spring", "next November", "the following April"."""
    which = groups["which"]
    told = told_before(s) if which in _TOLD else None
    base = told[0] if told else s.published
    number = month_number(groups["month"], s) if groups.get("month") else None
    code = None if number else str(s.grammar.words["season"][groups["season"]])
    if groups.get("season") == "fall" and which in ("latest", "that", "same", "coming", "past"):
        return None
    if base is None:
        return unknown(f"{UNKNOWN_YEAR}-{f'{number:02}' if number else code}", NO_PUBLICATION)
    periods = [_named(year, number, code) for year in range(base.year - 2, base.year + 3)]
    period = _select(periods, which, base)
    return _edge(groups, as_date(period, f"counted from {base}", ahead=_is_ahead(period, which, s)), s)


def _is_ahead(period: Period, which: str, s: Situation) -> bool:
    later = s.published is not None and period.days.first is not None and period.days.first > s.published
    return which in ("next", "coming", "upcoming") or later or s.tense == "future"


def _named(year: int, number: int | None, code: str | None) -> Period:
    return month_period(year, number) if number else season_period(year, code or "SP")


def _select(periods: list[Period], which: str, base: date) -> Period:
    """The last one over before ``base``, the next one that begins after it, or the one of its year."""
    if _STEPS[which] < 0:
        return [p for p in periods if p.days.last and p.days.last < base][-1]
    if _STEPS[which] > 0:
        return next(p for p in periods if p.days.first and p.days.first > base)
    current = [p for p in periods if p.days.first and p.days.last and p.days.first <= base <= p.days.last]
    return current[0] if current else next(p for p in periods if p.days.first and p.days.first.year == base.year)


def the_unit(groups: Groups, s: Situation) -> Meaning | None:
    """ "the end of the year", "over the weekend", "the quarter"."""
    unit, edge = _unit(groups), groups.get("edge") or ""
    if not edge and unit in ("day", "decade", "century"):
        return None
    if s.after in s.grammar.words["after_other_unit"] or s.tag_after in ("NN", "NNS", "NNP"):
        return None
    if unit == "quarter":
        return this_quarter({"latest": "the"}, s)
    told = told_before(s) if unit in ("day", "month", "week") else None
    base = told[0] if told and not _finer(unit, told[1]) else s.published
    if unit == "weekend":
        return _weekend(s)
    meaning = _edge(groups, _whole(unit, base, 0, s, base != s.published), s)
    if s.after in s.grammar.words["after_bounded_unit"]:
        value = meaning.value if unit == "year" else _UNKNOWN[unit]
        return replace(meaning, value=value, days=None, reason="its bounds are told by the words that follow")
    return meaning


def _weekend(s: Situation) -> Meaning:
    """ "Over the weekend": the last one begun, or the coming one where the tense looks ahead."""
    if s.published is None:
        return unknown(_UNKNOWN["weekend"], NO_PUBLICATION)
    ahead = s.tense == "future"
    begun = s.published.isoweekday() >= 6
    period = period_of("weekend", s.published if ahead or begun else shift(s.published, "week", -1))
    return as_date(period, f"the weekend {'after' if ahead else 'before'} publication on {s.published}", ahead=ahead)


def ago(groups: Groups, s: Situation) -> Meaning | None:
    """ "two weeks ago", "a year ago", "several years ago"."""
    unit = s.grammar.words["unit"][groups["unit"]]
    count = _count(groups, s)
    if unit == "second" and count is None:
        return None
    if count is None:
        reason = "before publication, but the words do not say how long"
        return Meaning(type="DATE", value="PAST_REF", days=None, reason=reason)
    told = quarter_told(s)
    if unit == "year" and count == 1 and told and told.days.first and not groups.get("said_day"):
        period = period_of("quarter", shift(told.days.first, "year", -1))
        return as_date(period, "the same quarter of the year before")
    if s.published is None:
        return unknown(_UNKNOWN.get(unit, UNKNOWN_DAY), NO_PUBLICATION)
    unit_of_value = "day" if groups.get("said_day") else unit
    return _counted(s.published, unit, -count, unit_of_value, f"counted back from publication on {s.published}")


def _count(groups: Groups, s: Situation) -> float | None:
    """How many; 1 for "a year"; None for "several" and for no number."""
    if groups.get("count"):
        return read_number(groups["count"], s.grammar)
    leading = s.levelled[s.start : s.end].split(groups["unit"])[0].split()
    words = leading[-1].rstrip("-") if leading else ""
    number = 1.0 if words in ("a", "an", "one") else None
    if number is not None and ("and a half" in s.levelled[s.start : s.end]):
        number += 0.5
    return number


def _counted(base: date, unit: str, count: float, unit_of_value: str, reason: str) -> Meaning | None:
    """The period that many units from ``base``: halves of years are counted in months, hours within the day."""
    try:
        if unit in _HOURS:
            days = DayRange(first=base - timedelta(days=1) if count < 0 else base, last=base)
            return Meaning(type="TIME", value=base.isoformat(), days=days, reason=reason, unit="day")
        if unit == "year" and count != int(count):
            day, unit_of_value = add_months(base, round(count * 12)), "month"
        else:
            day = shift(base, unit, round(count))
    except (ValueError, OverflowError):
        return None
    if unit == "decade":
        return as_date(decade_period(day.year), reason)
    return as_date(period_of(unit_of_value, day), reason)


def earlier_later(groups: Groups, s: Situation) -> Meaning | None:
    """ "two years later", "a day after", "the day before", "days later"."""
    unit = str(s.grammar.words["unit"][groups["unit"]])
    way = groups["way"]
    if way in ("before", "after", "on") and not _ends_clause(s):
        return None
    count = 1.0 if s.levelled[s.start : s.end].startswith("the ") else _count(groups, s)
    sign = 1 if way in ("later", "after", "afterwards", "on") else -1
    told, quarter = told_before(s) if _is_fresh(s) else None, quarter_told(s)
    if unit == "year" and count == 1 and sign < 0 and quarter and quarter.days.first:
        return as_date(
            period_of("quarter", shift(quarter.days.first, "year", -1)), "the same quarter of the year before"
        )
    if told is None and sign < 0 and unit not in ("day", "night") and count is not None and s.published:
        return _counted(s.published, unit, -count, unit, f"counted back from publication on {s.published}")
    if told is None or (unit in _FINENESS and _finer(unit, told[1])) or unit in _HOURS:
        return None
    if count is None:
        return _some_time(told[0], sign, unit, s)
    meaning = _counted(told[0], unit, sign * count, unit, f"counted from the date told before, {told[0]}")
    return None if _after_telling(meaning, s) else meaning


def _ends_clause(s: Situation) -> bool:
    """Whether "two days before" stands by itself: nothing follows that it could precede."""
    return s.after in s.grammar.words["after_clause"]


def _some_time(told: date, sign: int, unit: str, s: Situation) -> Meaning | None:
    """ "Days later": after the date told before, the words don't say how long."""
    length = iso_length(None, unit)
    if sign < 0 or (s.published and told >= s.published):
        return Meaning(type="DURATION", value=length, days=None, reason="the words do not say how long")
    days = DayRange(first=told + timedelta(days=1), last=s.published)
    return Meaning(type="DURATION", value=length, days=days, reason=f"after the date told before, {told}")
