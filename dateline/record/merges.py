"""The inbox of who may be who: pairs of actors that Dateline takes for one perhaps, and of which a person has to
say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.errors import BadArgument
from dateline.facts.inputs import EntityId
from dateline.model.actor import Actor
from dateline.record.concluded import Concluded
from dateline.store import View
from dateline.store import record_tables as t
from dateline.store.bytewise import bytewise

_JUDGED = t.judgements.c
_ORDER: tuple[Any, ...] = (
    _JUDGED.score.desc(),
    bytewise(_JUDGED.left_report),
    bytewise(_JUDGED.left_entity),
    bytewise(_JUDGED.right_report),
    bytewise(_JUDGED.right_entity),
    bytewise(_JUDGED.near),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMerge:
    """Two actors that may be one."""

    left: Actor
    right: Actor
    entities: tuple[EntityId, EntityId]
    """Those whose names were compared: an entity of a report for each side."""
    score: float
    reason: str
    near: str
    """The key that made the two be compared."""

    @property
    def reports(self) -> tuple[str, str]:
        """A report that names each."""
        return self.entities[0][0], self.entities[1][0]

    @property
    def place(self) -> str:
        """Where it stands in the inbox, to ask for what comes after it."""
        return "|".join([repr(self.score), *self.entities[0], *self.entities[1], self.near])

    @property
    def commands(self) -> tuple[str, str]:
        """What to type to make them one, and to keep them apart."""
        pair = f"{self.left.id} {self.right.id}"
        return f"dateline decide merge {pair}", f"dateline decide apart {pair}"

    def as_record(self) -> dict[str, Any]:
        """For ``--json``."""
        sides = [
            {
                "id": actor.id,
                "name": actor.name,
                "kind": actor.kind,
                "country": actor.country,
                "names": [use.name for use in actor.names],
                "reports": actor.reports,
                "report": report,
            }
            for actor, report in zip((self.left, self.right), self.reports, strict=True)
        ]
        accept, refuse = self.commands
        return {
            "left": sides[0],
            "right": sides[1],
            "score": self.score,
            "reason": self.reason,
            "accept": accept,
            "refuse": refuse,
        }


def open_merges(view: View, *, limit: int | None = None, after: str | None = None) -> list[OpenMerge]:
    """The surest first; of several reasons for one pair the surest. ``limit``: so many at most, of those after the
    pair whose ``place`` is given. Raises BadArgument for what is no place, RunStopped when the store fails.
    """
    table = t.judgements.c
    query = sa.select(t.judgements).where(table.verdict == "maybe", table.left_actor != table.right_actor)
    query = query.order_by(*_ORDER)
    if after is not None:
        query = query.where(sa.tuple_(-table.score, *_ORDER[1:]) > sa.tuple_(*_values(after)))
    best: dict[frozenset[str], Any] = {}
    with view.connected() as connection:
        apart = _apart(connection)
        for row in _rows(connection, query, limit):
            pair = frozenset((row.left_actor, row.right_actor))
            if pair not in apart:
                best.setdefault(pair, row)
            if limit is not None and len(best) >= limit:
                break
        actors = Concluded(connection).actors({one for pair in best for one in pair})
    return [
        OpenMerge(
            left=actors[row.left_actor],
            right=actors[row.right_actor],
            entities=((row.left_report, row.left_entity), (row.right_report, row.right_entity)),
            score=row.score,
            reason=row.reason,
            near=row.near,
        )
        for row in best.values()
    ]


def _rows(connection: Connection, query: sa.Select[Any], limit: int | None) -> Iterator[Any]:
    """A pair may have several rows, so that a few more are asked for than pairs are wanted, and again if need be."""
    if limit is None:
        yield from connection.execute(query)
        return
    number, offset = 4 * limit, 0
    while rows := connection.execute(query.limit(number).offset(offset)).all():
        yield from rows
        offset += number


def count_open_merges(view: View) -> int:
    """How many pairs ``open_merges`` gives. Raises RunStopped when the store fails."""
    table = t.judgements.c
    in_order = table.left_actor < table.right_actor
    first = sa.case((in_order, table.left_actor), else_=table.right_actor).label("first")
    second = sa.case((in_order, table.right_actor), else_=table.left_actor).label("second")
    pairs = sa.select(first, second).where(table.verdict == "maybe", table.left_actor != table.right_actor).distinct()
    with view.connected() as connection:
        every = connection.scalar(sa.select(sa.func.count()).select_from(pairs.subquery())) or 0
        apart = _apart(connection)
        if not apart:
            return every
        return sum(frozenset(row) not in apart for row in connection.execute(pairs))


def _apart(connection: Connection) -> set[frozenset[str]]:
    table = t.judgements.c
    query = sa.select(table.left_actor, table.right_actor).where(table.verdict == "apart")
    return {frozenset(row) for row in connection.execute(query)}


def _values(place: str) -> tuple[Any, ...]:
    """What ``OpenMerge.place`` is made of, in the order of ``_ORDER``."""
    parts = place.split("|", 5)
    try:
        score = float(parts[0])
    except ValueError:
        parts = []
    if len(parts) != 6:
        raise BadArgument(f"{place!r} is no place in the inbox: take the place of a pair that it gave")
    return -score, *parts[1:]
