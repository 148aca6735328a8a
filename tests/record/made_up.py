"""Readings of reports from the made-up world, decisions on them, and the rows that they become."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

from benchmarks.world import generate
from dateline import Reader
from dateline.ingest import report_from_text
from dateline.model import Reading
from dateline.record import FactFilter, Record, bring_up_to_date
from dateline.record.decide import Decisions
from dateline.store import Store
from dateline.store import record_tables as t
from dateline.store.tables import claims

Decide = Callable[[Decisions, Record], int]


def readings(reader: Reader, number: int, seed: int = 3) -> list[Reading]:
    """The readings of so many reports, in the order of publication."""
    world = generate(seed, number)
    return [reader.read(report_from_text(one.text, published=one.published)) for one in world.reports]


def _reject_an_event(by: Decisions, record: Record) -> int:
    return by.judge("reject", next(record.events()).id, "seen otherwise")


def _merge_actors(by: Decisions, record: Record) -> int:
    people = [actor.id for actor in record.actors() if actor.kind == "person"]
    return by.merge_actors(people[:2], "one and the same")


def _correct_a_claim(by: Decisions, record: Record) -> int:
    with record.view.engine.connect() as connection:
        claim = connection.scalar(sa.select(sa.func.min(claims.c.id)))
    return by.correct(claim, {"when": "2012-04", "polarity": "negated"})


def _accept_a_relation(by: Decisions, record: Record) -> int:
    return by.judge("accept", next(record.relations(FactFilter(described_too=True))).id)


def _undo(by: Decisions, _: Record) -> int:
    return by.undo(1)


DECISIONS: list[Decide] = [_reject_an_event, _merge_actors, _correct_a_claim, _accept_a_relation, _undo]


def decide(store: Store, number: int) -> int:
    """Make one of ``DECISIONS``, on facts that are up to date; returns its number in the store."""
    bring_up_to_date(store)
    return DECISIONS[number](Decisions(store, "Ann"), Record(store))


def rows(store: Store) -> dict[str, list[str]]:
    """All rows of the facts' tables, as words, in an order that does not depend on the database."""
    with store.engine.connect() as connection:
        return {table.name: sorted(map(_words, connection.execute(sa.select(table)))) for table in t.MADE}


def _words(row: sa.Row[Any]) -> str:
    return repr([_sorted(value) for value in row])


def _sorted(value: Any) -> Any:
    return {key: _sorted(value[key]) for key in sorted(value)} if isinstance(value, dict) else value
