"""Two actors that may be one, with the evidence of both sides beside each other."""

from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.facts.inputs import EntityId
from dateline.model.actor import Actor
from dateline.model.fact_record import fact_of
from dateline.model.record_types import ReadingRecord
from dateline.record.concluded import chunks
from dateline.record.in_words import one_line
from dateline.record.merges import OpenMerge
from dateline.record.portions import cards_of
from dateline.record.record import Record, named_facts
from dateline.serve.shown.review_cards import Model, Piece
from dateline.store import record_tables as t
from dateline.store.tables import readings

TELLING = ("leads", "part_of", "member_of", "split_from", "successor_of", "alias_of", "based_in")
"""Relations that tell who somebody is."""
MOST_RELATIONS = 5
MOST_NAMES = 6
MOST_SENTENCES = 3


class Sentence(Model):
    """A sentence that names an actor."""

    report: str
    where: str
    """Its report: title, publisher, day."""
    pieces: tuple[Piece, ...]
    """The words that name the actor are marked "claim"."""


class FactLink(Model):
    """A fact in a line."""

    id: str
    words: str


class Side(Model):
    """One of the two."""

    actor: str
    name: str
    kind: str
    country: str | None
    reports: int
    names: tuple[tuple[str, int], ...]
    """Each with how many reports use it."""
    more_names: int
    relations: tuple[FactLink, ...]
    """Leaders, parents, members, seats."""
    sentences: tuple[Sentence, ...]


class MergeCard(Model):
    """A pair to decide on."""

    id: str
    """Of the pair: the two entities that were compared."""
    place: str
    """To ask for what comes after it."""
    left_entity: str
    """``report:entity``, which stands for the actor however it is called by now."""
    right_entity: str
    left: Side
    right: Side
    score: float
    reason: str


def merge_cards(record: Record, pairs: Sequence[OpenMerge]) -> list[MergeCard]:
    """The pairs with their evidence. Raises RunStopped when the store fails."""
    with record.view.connected() as connection:
        sides = {
            actor.id: entity for one in pairs for actor, entity in zip((one.left, one.right), one.entities, strict=True)
        }
        named_in = {actor: _entities(connection, actor, entity) for actor, entity in sides.items()}
        sentences = _sentences(connection, {one for held in named_in.values() for one in held})
        relations = {actor: _relations(connection, actor) for actor in sides}
    found = {actor: [sentences[one] for one in held if one in sentences] for actor, held in named_in.items()}
    return [_card(one, found, relations) for one in pairs]


def _card(
    one: OpenMerge, sentences: Mapping[str, list[Sentence]], relations: Mapping[str, tuple[FactLink, ...]]
) -> MergeCard:
    left, right = (
        _side(actor, sentences[actor.id][:MOST_SENTENCES], relations[actor.id]) for actor in (one.left, one.right)
    )
    entities = [":".join(entity) for entity in one.entities]
    return MergeCard(
        id="+".join(entities),
        place=one.place,
        left_entity=entities[0],
        right_entity=entities[1],
        left=left,
        right=right,
        score=one.score,
        reason=one.reason,
    )


def _side(actor: Actor, sentences: Iterable[Sentence], relations: tuple[FactLink, ...]) -> Side:
    return Side(
        actor=actor.id,
        name=actor.name,
        kind=actor.kind.replace("_", " "),
        country=actor.country,
        reports=actor.reports,
        names=tuple((use.name, use.reports) for use in actor.names[:MOST_NAMES]),
        more_names=max(0, len(actor.names) - MOST_NAMES),
        relations=relations,
        sentences=tuple(sentences),
    )


def _entities(connection: Connection, actor: str, first: EntityId) -> list[EntityId]:
    """Entities that are the actor: the one that was compared, then some of others."""
    query = sa.select(t.members.c.report_id, t.members.c.entity).where(t.members.c.actor_id == actor)
    rows = connection.execute(query.order_by(t.members.c.report_id).limit(2 * MOST_SENTENCES))
    return list(dict.fromkeys([first, *((row.report_id, row.entity) for row in rows)]))[: 2 * MOST_SENTENCES]


def _sentences(connection: Connection, wanted: set[EntityId]) -> dict[EntityId, Sentence]:
    """The sentence of the first mention of each."""
    ids = sorted({report for report, _ in wanted})
    query = sa.select(readings.c.report_id, readings.c.record).where(readings.c.superseded_at.is_(None))
    held: dict[str, ReadingRecord] = {
        row.report_id: row.record
        for some in chunks(ids)
        for row in connection.execute(query.where(readings.c.report_id.in_(some)))
    }
    cards = cards_of(connection, frozenset(held))
    found: dict[EntityId, Sentence] = {}
    for report, entity in wanted:
        if report in held and (span := _first_mention(held[report], entity)):
            card = cards[report]
            day = card.published.isoformat() if card.published else None
            where = " · ".join(part for part in (card.title or card.source, card.publisher, day) if part)
            pieces = _pieces(held[report], card.text, *span)
            found[report, entity] = Sentence(report=report, where=where, pieces=pieces)
    return found


def _first_mention(reading: ReadingRecord, entity: str) -> tuple[int, int] | None:
    """By a name where there is one."""
    spans = [one for one in reading["mentions"] if one["entity"] == entity]
    best = min(spans, key=lambda one: (one["form"] != "name", one["start"]), default=None)
    return (best["start"], best["end"]) if best else None


def _pieces(reading: ReadingRecord, text: str, start: int, end: int) -> tuple[Piece, ...]:
    over = [one for one in reading["sentences"] if one[0] < end and start < one[1]] or [[start, end]]
    first, last = min(over[0][0], start), max(over[-1][1], end)
    runs = ((text[first:start], ()), (text[start:end], ("claim",)), (text[end:last], ()))
    return tuple(Piece(text=words, marks=held) for words, held in runs if words)


def _relations(connection: Connection, actor: str) -> tuple[FactLink, ...]:
    query = sa.select(t.facts.c.id, t.facts.c.record)
    query = query.join(t.fact_actors, t.fact_actors.c.fact_id == t.facts.c.id)
    query = query.where(t.fact_actors.c.actor_id == actor, t.facts.c.named)
    query = query.where((t.facts.c.type + "").in_(TELLING))  # not by the index of types, which leads to all of a type
    rows = connection.execute(query.order_by(t.facts.c.sources.desc(), t.facts.c.id).limit(MOST_RELATIONS))
    records = [row.record for row in {row.id: row for row in rows}.values()]
    facts = named_facts(connection, [fact_of(one) for one in records])
    return tuple(FactLink(id=fact.id, words=one_line(fact)) for fact in facts)
