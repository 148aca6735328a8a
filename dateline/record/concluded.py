"""What was concluded and decided, read out of a store's rows. It needs nothing of what facts are made by."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.facts.inputs import EntityId
from dateline.facts.shelf import HeldJudgement, Ids, Member
from dateline.facts.signatures import Copy
from dateline.model.actor import Actor
from dateline.model.decision import Decision
from dateline.model.fact_record import actor_of_record
from dateline.record.shelf_rows import flat_noun, judgement_of_row, members_of_rows
from dateline.store import record_tables as t

CHUNK = 400
"""Values in one condition: SQLite allows 32,766 in a statement, and plans are better for fewer."""

Value = TypeVar("Value")


def chunks(values: Iterable[Value]) -> Iterator[list[Value]]:
    """The values in lists of at most ``CHUNK``."""
    held = list(values)
    for start in range(0, len(held), CHUNK):
        yield held[start : start + CHUNK]


class Concluded:
    """Copies, actors and decisions, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def decisions(self) -> list[Decision]:
        rows = self.connection.execute(sa.select(t.decisions).order_by(t.decisions.c.id)).mappings()
        return [Decision(**{**row, "targets": tuple(row["targets"])}) for row in rows]

    def copies(self, ids: Ids) -> dict[str, Copy]:
        rows = self._by(sa.select(t.copies), t.copies.c.report_id, ids)
        return {row.report_id: flat_noun(Copy, row) for row in rows}

    def members(self, ids: Ids) -> dict[EntityId, Member]:
        return members_of_rows(self._by(sa.select(t.members), t.members.c.report_id, ids))

    def members_at(self, keys: Iterable[EntityId]) -> dict[EntityId, Member]:
        return members_of_rows(self._at(sa.select(t.members), t.members.c.report_id, t.members.c.entity, keys))

    def members_of(self, actors: Iterable[str]) -> dict[EntityId, Member]:
        return members_of_rows(self._in(sa.select(t.members), t.members.c.actor_id, actors))

    def actors_in(self, reports: Iterable[str]) -> set[str]:
        """The ids of all whom some reports name."""
        return self._set(t.members.c.actor_id, t.members.c.report_id, reports)

    def judgements_of(self, actors: Iterable[str]) -> list[HeldJudgement]:
        wanted = list(actors)
        found: dict[tuple[Any, ...], HeldJudgement] = {}
        for column in (t.judgements.c.left_actor, t.judgements.c.right_actor):
            for row in self._in(sa.select(t.judgements), column, wanted):
                found[tuple(row)[:5]] = judgement_of_row(row)
        return list(found.values())

    def actors(self, ids: Iterable[str] | None) -> dict[str, Actor]:
        rows = self._by(
            sa.select(t.actors.c.id, t.actors.c.record), t.actors.c.id, None if ids is None else frozenset(ids)
        )
        return {row.id: actor_of_record(row.record) for row in rows}

    def _by(self, query: sa.Select[Any], column: sa.Column[Any], ids: Ids) -> Iterator[Any]:
        """The rows of a query for some ids, or all of them."""
        if ids is None:
            for part in self.connection.execute(query.execution_options(yield_per=2000)).partitions():
                yield from part
        else:
            yield from self._in(query, column, sorted(ids))

    def _in(self, query: sa.Select[Any], column: sa.Column[Any], values: Iterable[str]) -> Iterator[Any]:
        for chunk in chunks(values):
            yield from self.connection.execute(query.where(column.in_(chunk))).all()

    def _at(
        self, query: sa.Select[Any], first: sa.Column[Any], second: sa.Column[Any], pairs: Iterable[tuple[str, str]]
    ) -> Iterator[Any]:
        """The rows that have one of the pairs in two columns. The first is asked for too: SQLite has no index for
        pairs.
        """
        for chunk in chunks(pairs):
            firsts = sorted({pair[0] for pair in chunk})
            at = sa.tuple_(first, second).in_(chunk)
            yield from self.connection.execute(query.where(first.in_(firsts), at)).all()

    def _set(self, wanted: sa.Column[Any], column: sa.Column[Any], values: Iterable[str]) -> set[str]:
        return {row[0] for row in self._in(sa.select(wanted).distinct(), column, values)}
