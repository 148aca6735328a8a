"""The events of an actor as bars, one for each month, or for each year where there are many."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateline.record.actor_rows import EventMonths

MOST_MONTHS = 72
LEAST_SLOTS = 12
"""So that a single month is no wall."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The events of a month or a year."""

    first: date
    last: date
    words: str
    events: int
    x: float
    """As ``width`` in hundredths of the width of all."""
    width: float
    height: float
    """In hundredths of the highest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Bars with what is written below them."""

    bars: tuple[Bar, ...]
    unit: str
    """``month`` or ``year``."""
    begins: str
    """The words of the first."""
    ends: str
    """The words of the last."""
    highest: Bar


def bars_of(months: EventMonths) -> Bars | None:
    """None when of no event the month is known."""
    if not months.months:
        return None
    first, last = min(months.months), max(months.months)
    by_year = _between(first, last) > MOST_MONTHS
    counted: dict[date, int] = {}
    for month, events in months.months.items():
        start = month.replace(month=1) if by_year else month
        counted[start] = counted.get(start, 0) + events
    begin = first.replace(month=1) if by_year else first
    slots = last.year - first.year + 1 if by_year else _between(first, last)
    slots, most = max(slots, LEAST_SLOTS), max(counted.values())

    def bar(start: date, events: int) -> Bar:
        slot = start.year - begin.year if by_year else _between(begin, start) - 1
        return Bar(
            first=start,
            last=_end(start, by_year=by_year),
            words=_words(start, by_year=by_year),
            events=events,
            x=round(100 * slot / slots, 3),
            width=round(100 / slots, 3),
            height=round(100 * events / most, 2),
        )

    bars = tuple(bar(start, events) for start, events in sorted(counted.items()))
    return Bars(
        bars=bars,
        unit="year" if by_year else "month",
        begins=bars[0].words,
        ends=bars[-1].words,
        highest=max(bars, key=lambda one: one.events),
    )


def _between(first: date, last: date) -> int:
    """How many months there are, both included."""
    return 12 * (last.year - first.year) + last.month - first.month + 1


def _end(start: date, *, by_year: bool) -> date:
    if by_year:
        return date(start.year, 12, 31)
    return (start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _words(start: date, *, by_year: bool) -> str:
    return str(start.year) if by_year else f"{start:%Y-%m}"
