"""Who said what of claims and facts, in short and quick to ask: read once, then only what was added since.

Decisions are append-only, so that what was read stays true. ``facts/decided.py`` says what decisions do to facts; this
only tells which claims and facts a person has looked at.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from dateline.store import View
from dateline.store import record_tables as t

JUDGING = ("accept", "reject", "correct")
LOOK_BACK = 200
"""So many numbers are read again each time: on PostgreSQL a lower number may be written after a higher one was seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one person said of one claim or fact."""

    number: int
    at: datetime
    by: str
    kind: str
    """"accept", "reject" or "correct"."""
    target: str
    """The id of the claim; of a fact the id that it had then."""
    note: str


Standing = Mapping[str, tuple[Verdict, ...]]
"""By the id of what was judged, the oldest first."""


class Verdicts:
    """The verdicts on claims, events and relations that stand. Safe to share between threads."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._lock = threading.Lock()
        self._judged: dict[int, Verdict] = {}
        self._undo: dict[int, int] = {}
        self._last = 0
        self._standing: Standing = {}

    def now(self) -> Standing:
        """By the id of what was judged, the oldest first; what was taken back is left out. Raises RunStopped."""
        with self._lock:
            with self._view.connected() as connection:
                rows = connection.execute(_rows(self._last - LOOK_BACK)).all()
            fresh = [row for row in rows if row.id not in self._judged and row.id not in self._undo]
            for row in fresh:
                self._keep(row)
            if fresh:
                self._last = max(self._last, *(row.id for row in fresh))
                self._standing = self._those_that_stand()
            return self._standing

    def _keep(self, row: Any) -> None:
        if row.kind == "undo":
            self._undo[row.id] = int(row.targets[0])
            return
        target = row.fact or row.targets[0]
        self._judged[row.id] = Verdict(number=row.id, at=row.at, by=row.by, kind=row.kind, target=target, note=row.note)

    def _those_that_stand(self) -> Standing:
        undone: set[int] = set()
        for number in sorted(self._undo, reverse=True):
            if number not in undone:
                undone.add(self._undo[number])
        found: dict[str, tuple[Verdict, ...]] = {}
        for number in sorted(self._judged.keys() - undone):
            one = self._judged[number]
            found[one.target] = (*found.get(one.target, ()), one)
        return found


def made_on(verdicts: Standing, by: str, day: date) -> int:
    """How many claims and facts a person judged on a day, in UTC."""
    return sum(any(one.by == by and one.at.date() == day for one in held) for held in verdicts.values())


def _rows(after: int) -> sa.Select[Any]:
    table = t.decisions.c
    about_fact = table.about.in_(("event", "relation"))
    fact = sa.case((about_fact, table.before[("facts", 0)].as_string())).label("fact")
    judged = sa.and_(table.kind.in_(JUDGING), table.about.in_(("claim", "event", "relation")))
    wanted = sa.or_(judged, table.kind == "undo")
    columns = (table.id, table.at, table.by, table.kind, table.targets, table.note, fact)
    return sa.select(*columns).where(table.id > after, wanted).order_by(table.id)
