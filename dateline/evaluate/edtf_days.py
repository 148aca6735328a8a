"""Day ranges of the EDTF strings that annotators write."""

import calendar
import re
from datetime import date

from dateline.errors import DataFileError
from dateline.model import DayRange

_DATE = re.compile(r"(?P<year>\d{3}[\dX]|\d\dXX|XXXX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?")
_SEASONS = range(21, 25)
"""EDTF's spring, summer, autumn and winter, taken as those of the north; winter begins in its year's December."""


def days_of(edtf: str) -> DayRange:
    """The range of an EDTF date or interval; ``..`` and an empty side are open.

    Raises DataFileError for anything else.
    """
    if "/" not in edtf:
        return _date_range(edtf)
    start, _, end = edtf.partition("/")
    first = None if start in ("", "..") else _date_range(start).first
    last = None if end in ("", "..") else _date_range(end).last
    try:
        return DayRange(first=first, last=last)
    except ValueError as error:
        raise DataFileError(f"{edtf!r} ends before it starts") from error


def _date_range(text: str) -> DayRange:
    found = _DATE.fullmatch(text.strip().split("T")[0].rstrip("~?%"))
    if not found:
        raise DataFileError(f"{text!r} is not an EDTF date")
    year, month, day = found.group("year"), found.group("month"), found.group("day")
    if year == "XXXX":
        return DayRange(first=None, last=None)
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    try:
        if first_year != last_year or month in (None, "XX"):
            return DayRange(first=date(first_year, 1, 1), last=date(last_year, 12, 31))
        if int(month) in _SEASONS:
            return _season(first_year, int(month))
        if day in (None, "XX"):
            return DayRange.month(first_year, int(month))
        return DayRange.day(date(first_year, int(month), int(day)))
    except ValueError as error:
        raise DataFileError(f"{text!r} is not an EDTF date: {error}") from error


def _season(year: int, season: int) -> DayRange:
    first_month = 3 * (season - 20)
    last_year, last_month = (year + 1, 2) if first_month == 12 else (year, first_month + 2)
    last = date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])
    return DayRange(first=date(year, first_month, 1), last=last)


def is_within(gold: str, predicted: str | None) -> bool:
    """Whether a predicted time equals the annotated one or lies inside it."""
    if predicted is None or gold == predicted:
        return gold == predicted
    try:
        found = days_of(predicted)
    except DataFileError:
        return False
    wanted = days_of(gold)
    starts = wanted.first is None or (found.first is not None and found.first >= wanted.first)
    ends = wanted.last is None or (found.last is not None and found.last <= wanted.last)
    return starts and ends
