"""A stretch of a long list of facts, as pages show it."""

from dataclasses import dataclass

import sqlalchemy as sa

from dateline.model.fact import Fact
from dateline.model.fact_record import fact_of
from dateline.record.record import Record, named_facts
from dateline.record.wanted import FactFilter
from dateline.store import record_tables as t
from dateline.store.bytewise import bytewise


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some of the facts that are wanted."""

    facts: tuple[Fact, ...]
    total: int
    """How many there are in all."""
    offset: int
    """How many come before these."""

    @property
    def next_offset(self) -> int | None:
        """Where the next stretch begins; None when this is the last."""
        after = self.offset + len(self.facts)
        return after if after < self.total else None


def part_of(record: Record, wanted: FactFilter, *, limit: int, offset: int = 0) -> Part:
    """The facts that are wanted, the latest first, those without a day last. Raises as ``Record.facts`` does."""
    if wanted.as_of is not None:
        return _held(record, wanted, limit, offset)
    conditions = wanted.conditions()
    day = sa.func.coalesce(t.facts.c.possible_last, t.facts.c.possible_first, t.facts.c.reported_last)
    # Ids first: whole records would be carried through the sorting.
    ordered = sa.select(t.facts.c.id).where(*conditions).order_by(day.desc().nulls_last(), bytewise(t.facts.c.id))
    count = sa.select(sa.func.count()).select_from(t.facts).where(*conditions)
    with record.view.connected() as connection:
        total = connection.scalar(count) or 0
        ids = list(connection.scalars(ordered.limit(limit).offset(offset)))
        query = sa.select(t.facts.c.id, t.facts.c.record).where(t.facts.c.id.in_(ids))
        records = {row.id: row.record for row in connection.execute(query)}
        facts = named_facts(connection, [fact_of(records[one]) for one in ids])
    return Part(facts=tuple(facts), total=total, offset=offset)


def _held(record: Record, wanted: FactFilter, limit: int, offset: int) -> Part:
    """Whether a relation holds on a day is told by its stretches, so that all of them are looked at."""
    held = list(record.facts(wanted))
    facts = sorted(held, key=lambda fact: (fact.type, fact.id))
    return Part(facts=tuple(facts[offset : offset + limit]), total=len(held), offset=offset)
