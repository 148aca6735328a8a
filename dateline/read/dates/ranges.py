"""Two dates that mark the ends of one range: "from May to June", "between 2003 and 2005"."""

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from dateline.model import DayRange
from dateline.read.dates.situation import Meaning

_OPENS = re.compile(r"(from|between)\s+\Z")
_JOINS = {
    "from": re.compile(r"\s*,?\s*(?:to|until|till|through|up to|-)\s*(?:about |around |early |late |at least )?\Z"),
    "between": re.compile(r"\s*,?\s*and\s*(?:about |around |early |late )?\Z"),
    "": re.compile(r"\s*(?:to|until|through|-)\s*\Z"),
}
_LOOK = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An expression, what it means, and the range that it is an end of, if any. Offsets in code points."""

    start: int
    end: int
    meaning: Meaning
    sentence_start: int
    year_said: bool
    """The words hold a year in full."""
    days: DayRange | None = None
    """Of the whole range; None when the expression stands alone."""
    basis: str = ""
    """The words of the whole range."""


def join_ranges(found: list[Found], text: str, levelled: str) -> list[Found]:
    """The same expressions; those that mark the ends of a range hold the days from its first to its last."""
    joined = list(found)
    for index, (first, last) in enumerate(pairwise(found)):
        opens = _opening(first, last, levelled)
        if opens is None:
            continue
        begin = _in_year_of(first.meaning, last.meaning)
        days = _from_to(begin, last.meaning)
        if days is None:
            continue
        basis = text[first.start - opens : last.end]
        meaning = replace(begin, ahead=begin.ahead or last.meaning.ahead, reason="one end of a range")
        joined[index] = replace(first, meaning=meaning, days=days, basis=basis)
        joined[index + 1] = replace(
            last,
            meaning=replace(last.meaning, ahead=meaning.ahead, reason="one end of a range"),
            days=days,
            basis=basis,
        )
    return joined


def _opening(first: Found, last: Found, levelled: str) -> int | None:
    """Length of the word that opens the range ("from ", 0 when there is none); None when the two are no range."""
    opened = _OPENS.search(levelled[max(0, first.start - _LOOK) : first.start])
    word = opened.group(1) if opened else ""
    if not _JOINS[word].match(levelled[first.end : last.start]):
        return None
    return len(opened.group()) if opened else 0


def _in_year_of(first: Meaning, last: Meaning) -> Meaning:
    """ "From May to June 2003": the end says the year of the beginning."""
    days, until = first.days, last.days
    if (
        not first.yearless
        or days is None
        or until is None
        or days.first is None
        or days.last is None
        or until.last is None
    ):
        return first
    if last.yearless and days.first <= until.last:
        return first
    years = until.last.year - days.first.year
    for change in (years, years - 1):
        moved = _move(days, change)
        if moved and moved.first and moved.first <= until.last:
            value = f"{moved.first.year:04}{first.value[4:]}" if "/" not in first.value else first.value
            return replace(first, days=moved, value=value)
    return first


def _move(days: DayRange, years: int) -> DayRange | None:
    """The same days of another year; None when it lacks one of them."""
    try:
        assert days.first is not None
        assert days.last is not None
        last_of_february = (days.last.month, days.last.day) in ((2, 28), (2, 29)) and days.first != days.last
        first = days.first.replace(year=days.first.year + years)
        if last_of_february:
            following = date(days.last.year + years, 3, 1)
            return DayRange(first=first, last=date.fromordinal(following.toordinal() - 1))
        return DayRange(first=first, last=days.last.replace(year=days.last.year + years))
    except ValueError:
        return None


def _from_to(first: Meaning, last: Meaning) -> DayRange | None:
    if first.days is None or last.days is None or first.type != last.type:
        return None
    begin, end = first.days.first, last.days.last
    if begin is None or end is None or begin > end:
        return None
    return DayRange(first=begin, last=end)
