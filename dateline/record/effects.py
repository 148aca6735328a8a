"""What decisions did to the facts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.facts.decided_actors import is_anchor
from dateline.facts.inputs import EntityId
from dateline.facts.update import reports_to_update
from dateline.model.decision import Decision
from dateline.record.concluded import chunks
from dateline.record.shelf_reads import ShelfReads
from dateline.record.shelf_writes import StoreShelf
from dateline.record.upkeep import bring_up_to_date
from dateline.store import Store
from dateline.store import record_tables as t

Records = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """Decisions that were written down, and the ids of the facts that are not as they were."""

    decisions: tuple[Decision, ...]
    added: frozenset[str]
    changed: frozenset[str]
    gone: frozenset[str]


def carry_out(store: Store, decide: Callable[[], Iterable[int]]) -> Effect:
    """Write decisions down and bring the facts up to date, before (so that ids are those of today) and after.

    ``decide`` writes and returns the numbers. Raises what it raises, and RunStopped when the store fails.
    """
    bring_up_to_date(store)
    numbers = sorted(decide())
    with store.connected() as connection:
        every = {one.id: one for one in ShelfReads(connection).decisions()}
        mine = tuple(every[number] for number in numbers)
        reports = reports_to_update(StoreShelf(connection), (), mine)
        actors = _actors_decided([_undone(one, every) for one in mine], connection)
        entities = _entities_of(connection, actors)
        touched = reports | _reports_of(_facts(connection, reports, actors))
        before = _facts(connection, touched, actors)
        known = set(connection.scalars(sa.select(t.facts.c.id)))
    bring_up_to_date(store)
    with store.connected() as connection:
        members = ShelfReads(connection).members_at(entities)
        after = _facts(connection, touched, actors | {one.actor for one in members.values()})
        left = set(connection.scalars(sa.select(t.facts.c.id)))
    return Effect(
        decisions=mine,
        added=frozenset(after.keys() - known),
        changed=frozenset(one for one in after.keys() & known if before.get(one) != after[one]),
        gone=frozenset(before.keys() - left),
    )


def _reports_of(facts: Records) -> set[str]:
    """The reports that facts rest on: what leaves a fact may make another of them."""
    return {evidence["report"] for record in facts.values() for evidence in record["evidence"]}


def _undone(decision: Decision, every: dict[int, Decision]) -> Decision:
    while decision.kind == "undo":
        decision = every[int(decision.targets[0])]
    return decision


def _actors_decided(decisions: Iterable[Decision], connection: Connection) -> set[str]:
    """The actors that decisions are about, as they stand."""
    about = [one for one in decisions if one.about == "actor"]
    anchors = {anchor for one in about for anchor in (*one.targets, *one.after.get("from", ()))}
    reports = frozenset(anchor.partition("/")[0] for anchor in anchors)
    shelf = ShelfReads(connection)
    entities = (one for held in shelf.entities(reports).values() for one in held)
    keys = [one.key for one in entities if any(is_anchor(anchor, one) for anchor in anchors)]
    named = {actor for one in about for actor in one.before.get("actors", ())}
    return named | {member.actor for member in shelf.members_at(keys).values()}


def _entities_of(connection: Connection, actors: set[str]) -> list[EntityId]:
    query = sa.select(t.members.c.report_id, t.members.c.entity)
    rows = (
        row
        for chunk in chunks(sorted(actors))
        for row in connection.execute(query.where(t.members.c.actor_id.in_(chunk)))
    )
    return [(row.report_id, row.entity) for row in rows]


def _facts(connection: Connection, reports: Iterable[str], actors: Iterable[str]) -> Records:
    """The records of the facts that rest on some reports or name some actors."""
    ids: set[str] = set()
    for wanted, column, values in (
        (t.fact_claims.c.fact_id, t.fact_claims.c.report_id, reports),
        (t.fact_actors.c.fact_id, t.fact_actors.c.actor_id, actors),
    ):
        for chunk in chunks(sorted(values)):
            ids.update(connection.scalars(sa.select(wanted).where(column.in_(chunk))))
    query = sa.select(t.facts.c.id, t.facts.c.record)
    rows = (row for chunk in chunks(sorted(ids)) for row in connection.execute(query.where(t.facts.c.id.in_(chunk))))
    return {row.id: row.record for row in rows}
