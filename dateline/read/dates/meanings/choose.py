"""Choose the year, the week or the day that the words leave open, by tense and publication."""

from collections.abc import Callable
from datetime import date

from dateline.read.dates.periods import Period
from dateline.read.dates.situation import Meaning, Situation

UNKNOWN_YEAR = "XXXX"
_NEVER = 1000
"""More times as near than a day of the year can be."""


def pick_year(
    make: Callable[[int], Period | None], s: Situation, *, nearest: bool = False, which: str | None = None
) -> tuple[Period, str, bool] | None:
    """The period of the fitting year, the reason, and whether it looks ahead. None without publication.

    ``make`` gives the period of a year or None if that year has none (29 February). Where neither ``which`` ("last",
    "next") nor the tense decides, the last one begun is taken, or the next one where it is much nearer;
    ``nearest`` asks for less.
    """
    told = _year_told(s)
    if told is not None and (period := make(told)):
        return period, f"the year {told} is told just before", False
    published = s.published
    if published is None:
        return None
    found = [period for year in range(published.year - 4, published.year + 5) if (period := make(year))]
    past = [period for period in found if period.days.first and period.days.first <= published]
    ahead = [period for period in found if period.days.last and period.days.last >= published]
    if not past or not ahead:
        return None
    looks = {"last": "past", "next": "future"}.get(which or "", s.tense)
    if looks == "future":
        return ahead[0], f"the words look ahead from publication on {published}", True
    open_end = s.before in s.grammar.words["before_open_end"]
    if looks != "past" or open_end:
        this_year = past[-1].days.first is not None and past[-1].days.first.year == published.year
        weight = 1 if open_end or looks == "present" else _weight(nearest, this_year)
        period = _nearer(past[-1], ahead[0], published, weight=weight)
        return period, f"nearest to publication on {published}", period is ahead[0]
    return past[-1], f"the last one up to publication on {published}", False


def _year_told(s: Situation) -> int | None:
    """A past year said outright earlier in the same sentence: "captured in February 2003 and freed in August"."""
    told = s.story.sentence_year
    if told is None or told[0] != s.sentence_start or s.tense == "future":
        return None
    return told[1] if s.published is None or told[1] < s.published.year else None


def _weight(nearest: bool, this_year: bool) -> int:
    """How much nearer than the last one the next one must be to be meant: who means another year mostly says so."""
    return 3 if nearest or not this_year else _NEVER


def _nearer(past: Period, ahead: Period, published: date, *, weight: int) -> Period:
    """The nearer of two periods; the one ahead must be ``weight`` times as near."""
    return ahead if distance(ahead, published) * weight < distance(past, published) else past


def distance(period: Period, day: date) -> int:
    """Days between a period and a day; 0 when the day lies in it."""
    first, last = period.days.first, period.days.last
    assert first is not None
    assert last is not None
    return max((first - day).days, (day - last).days, 0)


def as_date(period: Period, reason: str, *, ahead: bool = False, yearless: bool = False) -> Meaning:
    """A DATE with the value and days of a period."""
    return Meaning(
        type="DATE",
        value=period.value,
        days=period.days,
        reason=reason,
        unit=period.unit,
        ahead=ahead,
        yearless=yearless,
    )


def unknown(value: str, reason: str) -> Meaning:
    """A DATE of which the report does not say enough."""
    return Meaning(type="DATE", value=value, days=None, reason=reason)


NO_PUBLICATION = "the day of publication is not known"
