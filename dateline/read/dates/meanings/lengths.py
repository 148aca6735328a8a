"""Lengths of time: "two weeks", "half an hour", "years"."""

from datetime import date, timedelta

from dateline.model import DayRange
from dateline.read.dates.numbers import read_number
from dateline.read.dates.periods import shift
from dateline.read.dates.situation import Meaning, Situation

Groups = dict[str, str]

_CODES = {"second": ("PT", "S"), "minute": ("PT", "M"), "hour": ("PT", "H"), "day": ("P", "D"), "night": ("P", "D"),
          "week": ("P", "W"), "weekend": ("P", "WE"), "month": ("P", "M"), "quarter": ("P", "Q"), "year": ("P", "Y"),
          "decade": ("P", "DE"), "century": ("P", "CE"), "millennium": ("P", "ML")}  # fmt: skip
_SMALLER = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60), "day": ("hour", 24)}
_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
_BACK = frozenset({"last", "past", "previous", "recent", "most recent", "preceding", "latest"})
_AHEAD = frozenset({"next", "coming", "following", "upcoming"})
_NOT_BEFORE = frozenset({"CD", "NN", "NNS", "$", "NNP"})


def iso_length(count: float | None, unit: str) -> str:
    """A TIMEX3 length: ``P2W``, ``P2Y6M``, ``PT30M``; ``PXY`` when the count is None."""
    if unit == "fortnight":
        return iso_length(None if count is None else count * 2, "week")
    if count is not None and unit in _YEARS:
        return iso_length(count * _YEARS[unit], "year")
    time, code = _CODES[unit]
    if count is None:
        return f"{time}X{code}"
    whole = int(count)
    if count == whole:
        return f"{time}{whole}{code}"
    if unit not in _SMALLER:
        return f"{time}{count:g}{code}"
    smaller, factor = _SMALLER[unit]
    rest = iso_length(round((count - whole) * factor), smaller)
    if not whole:
        return rest
    joined = rest.removeprefix(time) if time == "PT" else rest.removeprefix("P")
    return f"{time}{whole}{code}{joined}"


def _length(value: str, reason: str, days: DayRange | None = None, *, ahead: bool = False) -> Meaning:
    return Meaning(type="DURATION", value=value, days=days, reason=reason, ahead=ahead)


def duration(groups: Groups, s: Situation) -> Meaning | None:
    """ "two weeks", "the last two years", "a five-hour"."""
    unit = str(s.grammar.words["unit"][groups["unit"]])
    which = " ".join((groups.get("which") or "").split())
    if _is_age(s) or not _is_length(unit, which, groups, s) or (groups.get("article") and not groups.get("period")):
        return None
    count = read_number(groups["count"], s.grammar)
    if count is not None and groups.get("half"):
        count += 0.5
    value = iso_length(count, unit)
    if count is None or s.published is None or which not in _BACK | _AHEAD:
        return _length(value, "a length of time, as written")
    return _length(value, *_around(s.published, unit, count, ahead=which in _AHEAD), ahead=which in _AHEAD)


def _around(published: date, unit: str, count: float, *, ahead: bool) -> tuple[str, DayRange | None]:
    """Why, and the days of a length that ends, or begins, at publication."""
    try:
        if ahead:
            return "a length of time from publication on", DayRange(
                first=published, last=shift(published, unit, round(count))
            )
        if unit in ("second", "minute", "hour"):
            return "a length of time up to publication", DayRange(first=published - timedelta(days=1), last=published)
        first = shift(published, unit, -round(count)) + timedelta(days=1)
        return "a length of time up to publication", DayRange(first=min(first, published), last=published)
    except (ValueError, OverflowError):
        return "a length of time, as written", None


def _is_age(s: Situation) -> bool:
    """ "27-year-old", "44 years old", "two years of age"."""
    rest = s.levelled[s.end : s.end + 8]
    return rest.startswith(("-old", " old", "-olds", " of age", "s-old", "\nold")) or s.before == "aged"


def _is_length(unit: str, which: str, groups: Groups, s: Situation) -> bool:
    """Whether the words count time: "two second chances" and "three quarters of the town" do not."""
    words = s.levelled[s.start : s.end]
    if unit == "second" and not words.endswith("seconds"):
        return False
    if unit in ("quarter", "weekend") and not which:
        return False
    if groups["count"] == "some" and not words.endswith("s"):
        return False
    before = s.levelled[max(0, s.start - 1) : s.start]
    if before in ("$", "£", "€", ".", ",", "/") or (s.levelled[s.end : s.end + 2] == "'s" and unit == "day"):
        return False
    return not (groups["count"] in ("first", "second") or s.after in ("olds",))


def one_unit(groups: Groups, s: Situation) -> Meaning | None:
    """ "a week", "half an hour", "an hour and a half", "month-long"."""
    unit = str(s.grammar.words["unit"][groups["unit"]])
    one = " ".join((groups.get("one") or "a").split())
    if unit in ("second", "night", "weekend", "quarter") or _is_age(s):
        return None
    plain = not (groups.get("half") or groups.get("approx") or one.startswith("half")) and one in ("a", "an", "one")
    if plain and groups.get("one") and not _measures(s):
        return None
    count = 0.5 if one.startswith("half") else 1.5 if groups.get("half") else 1.0
    return _length(iso_length(count, unit), "a length of time, as written")


def _measures(s: Situation) -> bool:
    """Whether "a year" is a length, not a rate ("$300 a year") nor the mention of some year."""
    if s.levelled[max(0, s.start - 1) : s.start] in ("$", "-", "/"):
        return False
    return s.tag_before not in _NOT_BEFORE and s.before not in s.grammar.words["before_no_length"]


def bare_units(groups: Groups, s: Situation) -> Meaning | None:
    """ "for years", "within days or weeks"."""
    if s.before not in s.grammar.words["before_length"] or s.tag_after in ("NN", "NNS") or s.after in ("'",):
        return None
    return vague_duration(groups, s)


def vague_duration(groups: Groups, s: Situation) -> Meaning | None:
    """ "recent weeks"."""
    word = groups["unit_plural"]
    unit = s.grammar.words["unit"].get(word.removesuffix("s")) or s.grammar.words["unit"][word]
    return _length(iso_length(None, str(unit)), "the words do not say how many")
