"""Days as English prints them: "3 December 2012", "Dec. 3", "2012-12-03". A day that could be two is not guessed."""

import re
from datetime import date, timedelta
from functools import cache
from typing import Any

from dateline.languages.load import language_data

FIRST_YEAR, LAST_YEAR = 1700, 2100
"""Years outside these are misprints or counters of a machine, not days of publication."""

_ISO = re.compile(r"(?<!\d)(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(?<![\d./-])(?P<a>\d{1,2})(?P<s>[-/.])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4})(?![\d./-]\d|\d)")
_COMPACT = re.compile(r"(?<!\d)(?P<y>(?:17|18|19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")


@cache
def month_pattern() -> str:
    """The names of the months as a regular expression without groups, an abbreviation's full stop included."""
    names = sorted(language_data("datelines")["months"], key=len, reverse=True)
    return rf"(?:{'|'.join(names)})\b\.?"


@cache
def day_pattern() -> str:
    """A day with a named month and perhaps a year, without groups: "3 May 2011", "Aug. 3", "Monday, 12th of Nov 89"."""
    month, year = month_pattern(), r"(?:\d{4}|[’']?\d\d)"
    weekdays = sorted(language_data("datelines")["weekdays"], key=len, reverse=True)
    number = r"\d{1,2}(?:st|nd|rd|th)?"
    day_first = rf"{number}(?:\s+of)?[\s-]+{month}(?:,?[\s-]*{year}(?!\d|:\d))?"
    month_first = rf"{month}\s*{number}(?!\d)(?:(?:,\s*|\s+)(?:\d{{4}}|[’']\d\d)(?!\d|:\d))?"
    return rf"(?:(?:{'|'.join(weekdays)})\b\.?,?\s+)?(?:{day_first}|{month_first})"


@cache
def _named() -> "re.Pattern[str]":
    month = month_pattern()
    return re.compile(
        rf"(?<![\w.])(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<m1>{month}),?[\s-]*(?P<y1>\d{{4}}|[’']?\d\d)"
        rf"|(?P<m2>{month})\s*(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<y2>\d{{4}}|[’']\d\d))(?!\d|:\d)",
        re.IGNORECASE,
    )


@cache
def _unfinished() -> "re.Pattern[str]":
    month = month_pattern()
    return re.compile(
        rf"(?<![\w.])(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<m1>{month})|(?P<m2>{month})\s*(?P<d2>\d{{1,2}}))",
        re.IGNORECASE,
    )


def find_day(words: str) -> tuple[date, str] | None:
    """The first full day in some words, and the words that say it. None when there is none or it could be two days.

    "03/04/2012" could be two; "25/12/2012" and "12/25/2012" could not.
    """
    for reader in (_read_iso, _read_named, _read_numbers):
        found = reader(words)
        if found is not None:
            return found
    return None


def find_compact_day(words: str) -> tuple[date, str] | None:
    """The first day written "20121203", as in names of files."""
    for match in _COMPACT.finditer(words):
        day = _day(match["y"], match["m"], match["d"])
        if day:
            return day, match.group()
    return None


def find_month_end(words: str) -> date | None:
    """The last day of the month that some words end with ("Policy Note No. 41, September 2014"), or None."""
    match = re.search(rf"(?<!\d\s)\b(?i:({month_pattern()}))\s(\d{{4}})$", words)
    if match is None:
        return None
    first = _day(match[2], str(_month_number(match[1])), "1")
    return first and (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def complete_day(words: str, published: date | None) -> date | None:
    """The day that some words say: a full one, or one without a year that publication completes ("Aug. 3").

    A day without a year is the latest such day that is not more than a day after publication. None without publication.
    """
    full = find_day(words)
    if full:
        return full[0]
    match = _unfinished().search(words)
    if match is None or published is None:
        return None
    number, month = match["d1"] or match["d2"], match["m1"] or match["m2"]
    for year in (published.year + 1, published.year, published.year - 1):
        day = _day(str(year), str(_month_number(month)), number)
        if day and day <= published + timedelta(days=1):
            return day
    return None


def _read_iso(words: str) -> tuple[date, str] | None:
    for match in _ISO.finditer(words):
        day = _day(match["y"], match["m"], match["d"])
        if day:
            return day, match.group()
    return None


def _read_named(words: str) -> tuple[date, str] | None:
    for match in _named().finditer(words):
        year = _full_year(match["y1"] or match["y2"])
        month = str(_month_number(match["m1"] or match["m2"]))
        day = _day(year, month, match["d1"] or match["d2"])
        if day:
            return day, match.group()
    return None


def _read_numbers(words: str) -> tuple[date, str] | None:
    for match in _NUMBERS.finditer(words):
        readings = {_day(match["y"], match["b"], match["a"]), _day(match["y"], match["a"], match["b"])} - {None}
        if len(readings) == 1:
            day = readings.pop()
            if day:
                return day, match.group()
    return None


def _month_number(name: str) -> int:
    return _months()[name.rstrip(".").lower()]


@cache
def _months() -> dict[str, int]:
    months: dict[str, Any] = language_data("datelines")["months"]
    return {name.lower(): int(number) for name, number in months.items()}


def _full_year(digits: str) -> str:
    """ "89" is 1989 and "12" is 2012: two digits stand for 1950 to 2049, as in the agencies' own archives."""
    digits = digits.lstrip("’'")
    if len(digits) == 4:
        return digits
    return f"19{digits}" if int(digits) >= 50 else f"20{digits}"


def _day(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None
