"""What people decided of who an actor is, and where an actor went that was merged into another."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.facts.actors import identity_of
from dateline.facts.decided_actors import is_anchor
from dateline.facts.standing import standing
from dateline.model.actor import Actor
from dateline.model.decision import Decision
from dateline.record.concluded import chunks
from dateline.record.record import Record
from dateline.record.shelf_reads import ShelfReads
from dateline.store import record_tables as t

MADE_ID = re.compile(r"a[0-9a-f]{12}")
"""Ids that are made of the first report; others stand in the actor file, and are never merged away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnActor:
    """A decision about an actor."""

    decision: Decision
    stands: bool
    """Whether it was not undone."""
    with_others: tuple[Actor, ...]
    """The other actors that it names, as the record has them now."""


def decisions_on(record: Record, actor: str) -> list[OnActor]:
    """Decisions that joined an actor (by id), parted something from it or keep it apart, in order."""
    with record.view.connected() as connection:
        every = _about_actors(connection)
        if not every:
            return []
        still = {one.id for one in standing(every).decisions}
        made = [one for one in every if one.about == "actor"]
        now = _anchored(connection, {anchor for one in made for anchor in _anchors(one)})
        found = [one for one in made if actor in _named(one, now)]
        others = {one.id: [other for other in dict.fromkeys(_named(one, now)) if other != actor] for one in found}
        actors = ShelfReads(connection).actors({one for held in others.values() for one in held})
    return [
        OnActor(
            decision=one,
            stands=one.id in still,
            with_others=tuple(actors[other] for other in others[one.id] if other in actors),
        )
        for one in found
    ]


def actor_now(record: Record, identifier: str) -> Actor | None:
    """The actor that an id stands for now: the actor itself, or the one that it was merged into; None when no entity
    of the store ever made it.
    """
    with record.view.connected() as connection:
        shelf = ShelfReads(connection)
        if found := shelf.actors([identifier]).get(identifier):
            return found
        into = _decided(connection, identifier) or (
            _made_of(connection, identifier) if MADE_ID.fullmatch(identifier) else None
        )
        return shelf.actors([into]).get(into) if into else None


def _about_actors(connection: Connection) -> list[Decision]:
    """Decisions about actors, and all undos."""
    table = t.decisions
    query = sa.select(table).where(table.c.about.in_(("actor", "decision"))).order_by(table.c.id)
    rows = connection.execute(query).mappings()
    return [Decision(**{**row, "targets": tuple(row["targets"])}) for row in rows]


def _anchors(decision: Decision) -> Iterable[str]:
    return (*decision.targets, *decision.after.get("from", ()))


def _named(decision: Decision, now: dict[str, str]) -> Sequence[str]:
    """The actors that a decision is about: those it was made of, and those that its entities are now."""
    return [*decision.before.get("actors", ()), *(now[anchor] for anchor in _anchors(decision) if anchor in now)]


def _anchored(connection: Connection, anchors: set[str]) -> dict[str, str]:
    """Which actor the entity is now that an anchor stands for."""
    shelf = ShelfReads(connection)
    where = frozenset(anchor.partition("/")[0] for anchor in anchors)
    entities, members = shelf.entities(where), shelf.members(where)
    found: dict[str, str] = {}
    for anchor in sorted(anchors):
        for entity in entities.get(anchor.partition("/")[0], ()):
            if is_anchor(anchor, entity) and (member := members.get(entity.key)):
                found.setdefault(anchor, member.actor)
    return found


def _decided(connection: Connection, identifier: str) -> str | None:
    """Where a merge by a person took an actor: it named the first entity of each of its actors, in their order."""
    for one in reversed(_about_actors(connection)):
        actors = list(dict.fromkeys(one.before.get("actors", ())))
        if one.kind == "merge" and identifier in actors and len(actors) == len(one.targets):
            anchor = one.targets[actors.index(identifier)]
            if found := _anchored(connection, {anchor}).get(anchor):
                return found
    return None


def _made_of(connection: Connection, identifier: str) -> str | None:
    """The actor of the entity from which an id was made. Every entity is looked at, which takes a moment."""
    query = sa.select(t.members.c.report_id, t.members.c.entity, t.members.c.actor_id)
    held: dict[tuple[str, str], str] = {(row.report_id, row.entity): row.actor_id for row in connection.execute(query)}
    shelf = ShelfReads(connection)
    for chunk in chunks(sorted({report for report, _ in held})):
        for entities in shelf.entities(frozenset(chunk)).values():
            for entity in entities:
                made = (identity_of(entity, namesake=False), identity_of(entity, namesake=True))
                if identifier in made and entity.key in held:
                    return held[entity.key]
    return None
