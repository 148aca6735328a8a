"""When a fact was so, and when each of its claims says so, as bars over one axis: what is certain, what is only
possible, and where an end is open.

Lengths are in hundredths of the width, so that bars are as sharp on a phone as on a wide screen.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateline.facts.relations.kinds import DONE_ONCE
from dateline.model import Claim
from dateline.model.date_span import DayRange, edtf_in_words
from dateline.model.fact import Fact, Relation
from dateline.record.in_words import when_words

LEAST_WIDTH = 0.7
"""A single day of twenty years is still seen."""
MOST_CLAIMS = 10
MOST_TICKS = 8
LINE = 20
"""Height of a line, in pixels."""
_MONTHS = (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a bar."""

    look: Literal["certain", "possible"]
    x: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One bar: of the fact, or of a claim."""

    words: str
    number: int | None
    """Of the claim on the page; None for the fact itself."""
    pieces: tuple[Piece, ...]
    opens: tuple[Literal["start", "end"], ...]
    """Where nobody says that it begins or ends."""
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeBar:
    """All lines and the axis under them."""

    lines: tuple[Line, ...]
    ticks: tuple[tuple[float, str], ...]
    height: int
    left_out: int
    """Dated claims for which there was no room."""


Ranges = tuple[DayRange | None, DayRange | None]
"""Certain and possible days."""


def time_bar(fact: Fact, claims: Sequence[tuple[int, Claim]]) -> TimeBar | None:
    """The bars of a fact and of its dated claims, each with its number; None when no day is known."""
    own = list(_own(fact))
    dated = [(number, claim.when.certain, claim.when.possible) for number, claim in claims if claim.when]
    told = dated[:MOST_CLAIMS]
    axis = _Axis.over([days for pair in [*own, *(one[1:] for one in told)] for days in pair if days])
    if axis is None:
        return None
    lines = [_line(axis, when_words(fact), None, pair, 0) for pair in own]
    if lines:  # the stretches of a relation stand on one line
        drawn = [piece for line in lines for piece in line.pieces]
        pieces = tuple(sorted(drawn, key=lambda piece: piece.look == "certain"))
        opens = tuple(dict.fromkeys(end for line in lines for end in line.opens))
        lines = [Line(words=when_words(fact), number=None, pieces=pieces, opens=opens, y=0)]
    for number, certain, possible in told:
        words = f"claim {number}: {edtf_in_words(possible.edtf)}"
        lines.append(_line(axis, words, number, (certain, possible), LINE * len(lines)))
    return TimeBar(
        lines=tuple(lines), ticks=tuple(axis.ticks()), height=LINE * len(lines), left_out=len(dated) - len(told)
    )


def _own(fact: Fact) -> Iterator[Ranges]:
    if not isinstance(fact, Relation):
        if fact.possible is not None:
            yield fact.certain, fact.possible
        return
    for stretch in fact.validity:
        if fact.type in DONE_ONCE and stretch.certain and stretch.certain.first:  # done by then, and never over
            done = stretch.certain.first
            yield DayRange.day(done), DayRange(first=stretch.possible.first, last=done)
        else:
            yield stretch.certain, stretch.possible


def _line(axis: "_Axis", words: str, number: int | None, days: Ranges, y: int) -> Line:
    certain, possible = days
    pieces = [axis.piece(look, one) for look, one in (("possible", possible), ("certain", certain)) if one]
    wide = possible or certain
    opens: list[Literal["start", "end"]] = []
    if wide is not None:
        opens += ["start"] if wide.first is None else []
        opens += ["end"] if wide.last is None else []
    return Line(words=words, number=number, pieces=tuple(pieces), opens=tuple(opens), y=y)


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    last: date

    @classmethod
    def over(cls, ranges: Iterable[DayRange]) -> "_Axis | None":
        """From the first day known to the last, with room at both sides."""
        days = [day for one in ranges for day in (one.first, one.last) if day]
        if not days:
            return None
        first, last = min(days), max(days)
        room = timedelta(days=max((last - first).days // 12, 4))
        return cls(first - min(room, first - date.min), last + min(room, date.max - last))

    def at(self, day: date) -> float:
        return round(100 * (day - self.first).days / max((self.last - self.first).days, 1), 2)

    def piece(self, look: str, days: DayRange) -> Piece:
        start = self.at(days.first) if days.first else 0.0
        end = self.at(days.last + timedelta(days=1)) if days.last and days.last < self.last else 100.0
        width = max(end - start, LEAST_WIDTH)
        known: Literal["certain", "possible"] = "certain" if look == "certain" else "possible"
        return Piece(look=known, x=round(min(start, 100 - width), 2), width=round(width, 2))

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Days, months or years, whichever gives a few; each where it begins."""
        days = (self.last - self.first).days
        if days <= 45:
            step = -(-days // MOST_TICKS)
            for number in range(step // 2, days, step):
                day = self.first + timedelta(days=number)
                yield self.at(day), day.isoformat()
            return
        months = 12 * (self.last.year - self.first.year) + self.last.month - self.first.month
        step = next((one for one in _MONTHS if months / one <= MOST_TICKS), 0)
        if not step:
            step = 12 * next(one for one in _YEARS if months / 12 / one <= MOST_TICKS)
        begin = -(-(12 * self.first.year + self.first.month) // step) * step
        for number in range(begin, 12 * self.last.year + self.last.month, step):
            day = date(number // 12, number % 12 + 1, 1)
            if day >= self.first:
                yield self.at(day), str(day.year) if step >= 12 else f"{day:%Y-%m}"
