"""When something was so: two day ranges, never a made-up date.

The two ranges are those of the Security Force Monitor's handbook: *certain* is true on every day, *possible* is true
on at least one day. "Appointed last month" in a report of 3 June 2005 is possible from 1 to 31 May and certain from
1 to 3 June.
"""

import calendar
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRange:
    """Days from ``first`` to ``last``, both included. None is an open end: the words set no limit there."""

    first: date | None
    last: date | None

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"a day range ends before it starts: {self.first} to {self.last}")

    @classmethod
    def day(cls, day: date) -> "DayRange":
        return cls(first=day, last=day)

    @classmethod
    def month(cls, year: int, month: int) -> "DayRange":
        return cls(first=date(year, month, 1), last=date(year, month, calendar.monthrange(year, month)[1]))

    @classmethod
    def year(cls, year: int) -> "DayRange":
        return cls(first=date(year, 1, 1), last=date(year, 12, 31))

    @property
    def edtf(self) -> str:
        """The shortest Extended Date/Time Format string of the range: ``2012``, ``2012-04``, ``2012-04-03``,
        ``../2012-12-03``.
        """
        first, last = self.first, self.last
        if first is None or last is None:
            return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"
        if first == last:
            return first.isoformat()
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return f"{first.year:04}" if first.year == last.year else f"{first.year:04}/{last.year:04}"
        if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
            start, end = f"{first.year:04}-{first.month:02}", f"{last.year:04}-{last.month:02}"
            return start if start == end else f"{start}/{end}"
        return f"{first.isoformat()}/{last.isoformat()}"

    def overlaps(self, other: "DayRange") -> bool:
        """Whether the two ranges share a day."""
        starts_in_time = other.first is None or self.last is None or other.first <= self.last
        ends_in_time = other.last is None or self.first is None or other.last >= self.first
        return starts_in_time and ends_in_time


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSpan:
    """The days a claim speaks of. Without a date there is no DateSpan: publication never stands in for one."""

    certain: DayRange | None
    """True on every one of these days. None: no day is certain."""
    possible: DayRange
    """True on at least one of these days; it contains ``certain``."""
    basis: str
    """The words of the report that fix the date, such as "on Monday"; empty when it is the tense and publication
    alone.
    """
    reason: str
    """One sentence on how the words became days."""

    @property
    def edtf(self) -> str:
        """For display and export: the possible range. The two ranges themselves are the record."""
        return self.possible.edtf

    @property
    def in_words(self) -> str:
        """The possible range for people: "2003", "by 2012-12-03", "since 2009"."""
        return edtf_in_words(self.edtf)


def edtf_in_words(edtf: str) -> str:
    """An EDTF date or interval as people say it: "by 2012-12-03", "since 2009-01-01", "2012-03 to 2012-05"."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return edtf
    if first == "..":
        return f"by {last}"
    return f"since {first}" if last == ".." else f"{first} to {last}"
