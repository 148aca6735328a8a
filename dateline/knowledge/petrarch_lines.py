"""The lines of KEDS, TABARI and PETRARCH dictionaries: comments, names, codes with dates.

``#`` and ``;`` open a comment that ends with the line; ``<!-- … -->`` may run over several. ``_`` binds words to each
other; at a name's end it says that the name is whole, as all names are here. Formats: chapter 5 of the TABARI manual
(0.8.4b2) and the page on dictionaries of PETRARCH's documentation.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

_COMMENT = re.compile(r"[#;].*")
_GROUP = re.compile(r"\s*(?:\[(?P<code>[^\[\]{}]*)\]|\{(?P<dates>[^\[\]{}]*)\})")
_CODE = re.compile(r"(?P<code>[^\s<>]+)(?:\s*(?P<limits>[<>]?.*))?")
_DAY = r"(?:\d{8}|\d{6})"
_LIMITS = re.compile(rf"(?P<sign>[<>])\s*(?P<only>{_DAY})|(?P<first>{_DAY})\s*-\s*(?P<last>{_DAY})")
_LAST_OF_THE_2000S = 30
"""A year of two figures up to this is of the 2000s, a later one of the 1900s, as in KEDS, TABARI and PETRARCH."""


@dataclass(frozen=True, slots=True)
class DatedCode:
    """A code, and the days on which it counts, both included; None: no limit on that side."""

    code: str
    first: date | None = None
    last: date | None = None


def without_comments(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The numbered lines that say something, comments and outer spaces gone."""
    is_inside = False
    for number, line in lines:
        kept, is_inside = _outside_markup(line, is_inside=is_inside)
        kept = _COMMENT.sub("", kept).strip()
        if kept:
            yield number, kept


def _outside_markup(line: str, *, is_inside: bool) -> tuple[str, bool]:
    """A line without ``<!-- … -->``, and whether such a comment is still open at its end."""
    kept = ""
    while line:
        mark = "-->" if is_inside else "<!--"
        before, found, line = line.partition(mark)
        kept += "" if is_inside else before
        is_inside = is_inside != bool(found)
    return kept, is_inside


def split_codes(line: str) -> tuple[str, tuple[DatedCode, ...]]:
    """The name that a line begins with, empty when there is none, and the codes behind it.

    A code stands in brackets, with ``<day``, ``>day`` or ``day-day`` behind it or in braces after the brackets; a day
    is YYMMDD or YYYYMMDD. Raises ValueError with what is malformed.
    """
    opens = min((place for mark in "[{" if (place := line.find(mark)) >= 0), default=len(line))
    name, rest = line[:opens].strip(), line[opens:].strip()
    codes: list[DatedCode] = []
    position = 0
    while position < len(rest):
        group = _GROUP.match(rest, position)
        if group is None:
            raise ValueError(f"{rest[position:].strip()!r} is no code in brackets")
        position = group.end()
        if group["code"] is not None:
            codes.append(_dated_code(group["code"].strip()))
        elif not codes:
            raise ValueError(f"{group[0].strip()!r} stands before any code")
        else:
            codes[-1] = DatedCode(codes[-1].code, *_limits(group["dates"].strip()))
    return name, tuple(codes)


def _dated_code(text: str) -> DatedCode:
    found = _CODE.fullmatch(text)
    if found is None:
        raise ValueError("the brackets hold no code")
    limits = found["limits"].strip() if found["limits"] else ""
    return DatedCode(found["code"], *_limits(limits)) if limits else DatedCode(found["code"])


def _limits(text: str) -> tuple[date | None, date | None]:
    found = _LIMITS.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no limit in time: write <YYMMDD, >YYMMDD or YYMMDD-YYMMDD")
    if found["sign"]:
        day = _day(found["only"])
        return (None, day) if found["sign"] == "<" else (day, None)
    first, last = _day(found["first"]), _day(found["last"])
    if last < first:
        raise ValueError(f"{text!r} ends before it begins")
    return first, last


def _day(figures: str) -> date:
    year = int(figures[:-4])
    if len(figures) == len("YYMMDD"):
        year += 2000 if year <= _LAST_OF_THE_2000S else 1900
    try:
        return date(year, int(figures[-4:-2]), int(figures[-2:]))
    except ValueError as error:
        raise ValueError(f"{figures} is no day of the calendar") from error
