"""Relations over time as bars: where each begins and ends, in hundredths of the width, and how sure each part is.

Bars are drawn with lengths in per cent, so that they are as sharp on a phone as on a wide screen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateline.facts.relations.kinds import DONE_ONCE
from dateline.model.fact import Relation, Validity

Look = Literal["certain", "presumed", "possible", "done"]
_DRAWN: tuple[Look, ...] = ("possible", "presumed", "certain", "done")
MARGIN = 0.03
"""Share of the days that are added before and after what is known."""
LEAST_MARGIN = 15
LEAST_WIDTH = 0.6
"""Hundredths: a single day of twenty years is still seen."""
MOST_TICKS = 9
YEARS = (1, 2, 5, 10, 20, 50, 100)
MONTHS = (1, 2, 3, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a bar."""

    look: Look
    x: float
    width: float
    opens: Literal["", "start", "end"] = ""
    """The end at which nobody says that it begins or ends; it fades there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A line of the axis with its words."""

    x: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The days that a chart shows, both included."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day begins, in hundredths of the width; days outside stand at the edge."""
        whole = max((self.last - self.first).days, 1)
        return round(100 * min(max((day - self.first).days / whole, 0), 1), 3)

    def ticks(self) -> list[Tick]:
        """Years, or months where there are few of them."""
        return [Tick(x=self.at(day), words=words) for day, words in _ticks(self.first, self.last)]


def axis_of(relations: Iterable[Relation], also: Iterable[date] = ()) -> Axis | None:
    """An axis with room for all days that are known of the relations; None when none is known."""
    days = [*also, *(day for one in relations for stretch in one.validity for day in _days(stretch))]
    if not days:
        return None
    first, last = min(days), max(days)
    margin = timedelta(days=max(int((last - first).days * MARGIN), LEAST_MARGIN))
    return Axis(first=first - min(margin, first - date.min), last=last + min(margin, date.max - last))


def last_known_day(relations: Iterable[Relation]) -> date | None:
    """The last day for which a claim vouches for one of the relations, or on which one may have ended."""
    return max((day for one in relations for stretch in one.validity for day in _days(stretch)), default=None)


def pieces_of(relation: Relation, axis: Axis) -> list[Piece]:
    """The parts of a relation's bar, in the order they are drawn: where stretches overlap the surest is seen."""
    draw = _done_once if relation.type in DONE_ONCE else _held
    pieces = dict.fromkeys(piece for stretch in relation.validity for piece in draw(stretch, axis))
    return sorted(pieces, key=lambda piece: _DRAWN.index(piece.look))


def _held(stretch: Validity, axis: Axis) -> Iterator[Piece]:
    certain, possible = stretch.certain, stretch.possible
    if certain is None:
        start, end = possible.first or axis.first, possible.last or axis.last
        yield _piece(axis, "possible", start, end, opens="" if possible.last else "end")
        return
    first, last = certain.first or axis.first, certain.last or axis.last
    if possible.first is None:
        yield _piece(axis, "possible", axis.first, first, opens="start")
    elif possible.first < first:
        yield _piece(axis, "possible", possible.first, first)
    end = possible.last or axis.last
    if end > last:
        yield _piece(axis, "presumed", last, end, opens="" if possible.last else "end")
    yield _piece(axis, "certain", first, last)


def _done_once(stretch: Validity, axis: Axis) -> Iterator[Piece]:
    """A split or a merger: a mark on the day by which it was done, hatched the days on which it may have been."""
    certain, possible = stretch.certain, stretch.possible
    done = certain.first if certain else possible.last
    if done is None:
        yield _piece(axis, "possible", possible.first or axis.first, axis.last, opens="end")
        return
    if possible.first is None or possible.first < done:
        opens: Literal["", "start"] = "" if possible.first else "start"
        yield _piece(axis, "possible", possible.first or axis.first, done, opens=opens)
    yield Piece(look="done", x=axis.at(done), width=0)


def _piece(axis: Axis, look: Look, start: date, end: date, *, opens: Literal["", "start", "end"] = "") -> Piece:
    x, until = axis.at(start), axis.at(end + timedelta(days=1) if end < date.max else end)
    width = round(max(until - x, LEAST_WIDTH), 3)
    return Piece(look=look, x=min(x, round(100 - width, 3)), width=width, opens=opens)


def _days(stretch: Validity) -> Iterator[date]:
    for days in (stretch.certain, stretch.possible):
        if days is not None:
            yield from (day for day in (days.first, days.last) if day is not None)


def _ticks(first: date, last: date) -> Sequence[tuple[date, str]]:
    years = last.year - first.year
    if years < 2:
        months = 12 * years + last.month - first.month
        step = next((one for one in MONTHS if months / one <= MOST_TICKS), MONTHS[-1])
        days = [date(first.year + n // 12, n % 12 + 1, 1) for n in range(0, 12 * (years + 1), step)]
        return [(day, f"{day:%Y-%m}") for day in days if first <= day <= last]
    step = next((one for one in YEARS if years / one <= MOST_TICKS), YEARS[-1])
    begin = -(-first.year // step) * step
    return [(day, str(day.year)) for n in range(begin, last.year + 1, step) if (day := date(max(n, 1), 1, 1)) >= first]
