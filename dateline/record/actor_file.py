"""All that the record holds of one actor, brought together."""

from dataclasses import dataclass

from dateline.model.actor import Actor, Judgement
from dateline.model.fact import Event, Relation
from dateline.record.record import Record
from dateline.record.wanted import FactFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class MaybeSame:
    """Another actor who may be the same: a person has to look."""

    other: Actor
    judgement: Judgement
    here: tuple[str, str]
    """The report and the entity in it that is this actor."""
    there: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFile:
    """One actor, the facts it takes part in, and who it may be besides."""

    actor: Actor
    relations: tuple[Relation, ...]
    """With others that are named, and with places."""
    described: int
    """How many relations there are besides with people whom reports only describe."""
    events: tuple[Event, ...]
    maybe: tuple[MaybeSame, ...]
    """One for each other actor, the likeliest first."""
    reasons: tuple[tuple[str, int], ...]
    """Why entities of reports are taken for this one actor, each with how often."""


def actor_file(record: Record, actor: Actor) -> ActorFile:
    """The file of an actor of the record."""
    own = frozenset({actor.id})
    relations = tuple(record.relations(FactFilter(kind="relation", actors=own)))
    every = sum(1 for _ in record.relations(FactFilter(kind="relation", actors=own, described_too=True)))
    return ActorFile(
        actor=actor,
        relations=relations,
        described=every - len(relations),
        events=tuple(record.events(FactFilter(kind="event", actors=own))),
        maybe=maybe_same(record, actor),
        reasons=tuple(record.reasons(actor.id)),
    )


def maybe_same(record: Record, actor: Actor) -> tuple[MaybeSame, ...]:
    """Who an actor may be besides: one for each other actor, the likeliest first."""
    judged = record.judgements(actor.id, verdict="maybe")
    who = record.actors_of({side for one in judged for side in (one.left, one.right)})
    found: dict[str, MaybeSame] = {}
    for one in judged:
        sides = (one.left, one.right) if _is(who.get(one.left), actor) else (one.right, one.left)
        other = who.get(sides[1])
        if other is not None and other.id != actor.id:
            found.setdefault(other.id, MaybeSame(other=other, judgement=one, here=sides[0], there=sides[1]))
    return tuple(found.values())


def _is(found: Actor | None, actor: Actor) -> bool:
    return found is not None and found.id == actor.id
