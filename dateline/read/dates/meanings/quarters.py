"""Quarters and halves of a year."""

from datetime import date

from dateline.read.dates.meanings.absolute import stated_year
from dateline.read.dates.meanings.choose import NO_PUBLICATION, UNKNOWN_YEAR, as_date, distance, unknown
from dateline.read.dates.periods import Period, half_period, period_of, quarter_period, shift
from dateline.read.dates.situation import Meaning, Situation

Groups = dict[str, str]
FRESH = 6
"""A quarter told at most this many dates ago is the one that "a year earlier" compares with."""


def said_year(groups: Groups, s: Situation) -> int | None:
    """The year in the match, in figures or as "this", "last" or "next year" of publication."""
    number = stated_year(groups, s)
    if number is None and groups.get("which") and s.published:
        number = s.published.year + {"last": -1, "next": 1}.get(groups["which"], 0)
    return number


def quarter(groups: Groups, s: Situation) -> Meaning | None:
    """ "the third quarter", "the second quarter of 2010"."""
    if groups.get("final"):
        if groups["final"] == "last" and not groups.get("year"):
            return this_quarter({"latest": "last"}, s)
        number = 4
    else:
        number = int(groups["day"]) if groups.get("day") else int(s.grammar.words["ordinal"][groups["ordinal"]])
    if not 1 <= number <= 4:
        return None
    year = said_year(groups, s)
    if year is not None:
        return _keep(as_date(quarter_period(year, number), "a quarter, as written"), s)
    if s.published is None:
        return unknown(f"{UNKNOWN_YEAR}-Q{number}", NO_PUBLICATION)
    return _keep(_nearest(number, s.published, s), s)


def _nearest(number: int, published: date, s: Situation) -> Meaning:
    """The quarter of that number nearest to publication; begun by then unless the tense looks ahead."""
    quarters = [quarter_period(year, number) for year in range(published.year - 1, published.year + 2)]
    if s.tense != "future":
        quarters = [period for period in quarters if period.days.first and period.days.first <= published]
    period = min(quarters, key=lambda p: distance(p, published))
    ahead = s.tense == "future" and period.days.last is not None and period.days.last >= published
    reason = f"the year is not said: nearest to publication on {published}"
    return as_date(period, reason, ahead=ahead, yearless=True)


def _keep(meaning: Meaning, s: Situation) -> Meaning:
    if meaning.days:
        s.story.quarter = Period(meaning.value, meaning.days, "quarter")
        s.story.quarter_age = 0
    return meaning


def half_year(groups: Groups, s: Situation) -> Meaning | None:
    """ "the first half of 2012"."""
    half = 1 if groups["half_of"] == "first" else 2
    year = said_year(groups, s) or (s.published.year if s.published else None)
    if year is None:
        return unknown(f"{UNKNOWN_YEAR}-H{half}", NO_PUBLICATION)
    return as_date(half_period(year, half), "half a year", ahead=groups.get("which") == "next")


def quarter_told(s: Situation) -> Period | None:
    """The quarter that a report on figures is about: told a few dates ago."""
    return s.story.quarter if s.story.quarter_age <= FRESH else None


def this_quarter(groups: Groups, s: Situation) -> Meaning | None:
    """ "the latest quarter": the one told before, else the last full one before publication."""
    told = quarter_told(s)
    if told is not None and groups["latest"] not in ("previous", "preceding", "current"):
        return as_date(told, "the quarter told before")
    if s.levelled[s.start : s.end].endswith("period"):
        return None
    if s.published is None:
        return unknown(f"{UNKNOWN_YEAR}-QX", NO_PUBLICATION)
    base = told.days.first if told and groups["latest"] != "current" and told.days.first else s.published
    steps = 0 if groups["latest"] == "current" else -1
    return _keep(as_date(period_of("quarter", shift(base, "quarter", steps)), f"counted from {base}"), s)


def earlier_quarter(groups: Groups, s: Situation) -> Meaning | None:
    """ "the year-ago quarter", "the 1987 period"."""
    told = quarter_told(s)
    year = stated_year(groups, s)
    if told is None or told.days.first is None:
        return _year_ago(s) if "period" not in s.levelled[s.start : s.end] and year is None else None
    first = told.days.first
    base = date(year, first.month, 1) if year else shift(first, "year", -1)
    return as_date(period_of("quarter", base), "the same quarter of another year")


def _year_ago(s: Situation) -> Meaning | None:
    if s.published is None:
        return None
    period = period_of("year", shift(s.published, "year", -1))
    return as_date(period, f"counted from publication on {s.published}")
