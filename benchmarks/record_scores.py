"""How well the record of a made-up world is joined, against what was true in it.

Actors by B-cubed over printed names, events by B-cubed over claims, relations by whether they hold on sampled days,
and how often two people without office, or one and somebody else, were taken for one.
"""

import random
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

import sqlalchemy as sa

from benchmarks.bcubed import bcubed
from benchmarks.world.nouns import Relation as TrueRelation
from benchmarks.world.nouns import World
from benchmarks.world.places import COUNTRIES
from dateline.facts.distance import kilometres
from dateline.facts.events.families import family_of
from dateline.model.fact import Relation
from dateline.record import FactFilter, Record
from dateline.store import record_tables as t
from dateline.store.name_words import words_of
from dateline.store.tables import claims, readings, reports

DAYS = 5
"""Days sampled for each relation, true or found."""
SYMMETRICAL = frozenset({"allied_with", "merged_with"})
AFTER = timedelta(days=120)
"""How long after a relation ended its days are still sampled, to see whether the record knows."""

NEAR_KM = 10.0
"""How far the world's point of a town may lie from the gazetteer's."""

Name = tuple[str, int, int]
"""A report and the place of a printed name in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Precision, recall, F1 of a grouping, and of how many items the record has any."""

    precision: float
    recall: float
    f1: float
    seen: float
    """Share of the true items that the reader found at all; the others are not counted above."""
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """All figures of one world."""

    actors: Score
    events: Score
    relations: float
    """Share of sampled days on which the record says rightly whether a relation holds."""
    relation_days: int
    false_private: int
    """Actors of the record in which a private person of the world is joined with somebody else."""
    private: int
    """Private people whom the record names."""


def score(world: World, record: Record, seed: int = 1) -> Scores:
    """All figures of a world's reports in a record."""
    ids = _report_ids(record)
    gold, found = _names(world, record, ids)
    labels = _labels(gold, found)
    held, days = _relations(world, record, labels, random.Random(seed))
    private = {actor.id for actor in world.actors if actor.private}
    groups: dict[str, set[str]] = {}
    for name, actor in found.items():
        groups.setdefault(actor, set()).add(gold[name])
    return Scores(
        actors=_score(gold, found),
        events=_score(*_events(world, record, ids)),
        relations=held,
        relation_days=days,
        false_private=sum(len(truths) > 1 and bool(truths & private) for truths in groups.values()),
        private=len({one for truths in groups.values() for one in truths & private}),
    )


def _score(gold: Mapping[Name, str], found: Mapping[Name, str]) -> Score:
    seen = {item: label for item, label in gold.items() if item in found}
    precision, recall, f1 = bcubed(seen, found)
    return Score(precision=precision, recall=recall, f1=f1, seen=len(seen) / max(1, len(gold)), items=len(gold))


def _report_ids(record: Record) -> dict[str, str]:
    """The id in the store of each report of the world."""
    with record.view.engine.connect() as connection:
        rows = connection.execute(sa.select(reports.c.id, reports.c.url)).all()
    return {row.url.rsplit("/", 1)[-1]: row.id for row in rows if row.url}


def _names(world: World, record: Record, ids: Mapping[str, str]) -> tuple[dict[Name, str], dict[Name, str]]:
    """The true actor of each printed name, and the actor of the record where the reader saw the name."""
    gold: dict[Name, str] = {}
    found: dict[Name, str] = {}
    spans = _mention_spans(record)
    for truth in world.truths:
        report = ids.get(truth.id)
        for mention in truth.mentions if report else ():
            name = (truth.id, mention.start, mention.end)
            gold[name] = mention.actor
            actor = _covering(spans.get(report or "", []), mention.start, mention.end)
            if actor is not None:
                found[name] = actor
    return gold, found


def _mention_spans(record: Record) -> dict[str, list[tuple[int, int, str]]]:
    """By report the spans of names with their actor."""
    with record.view.engine.connect() as connection:
        members = {(row.report_id, row.entity): row.actor_id for row in connection.execute(sa.select(t.members))}
        query = sa.select(readings.c.report_id, readings.c.record).where(readings.c.superseded_at.is_(None))
        found: dict[str, list[tuple[int, int, str]]] = {}
        for row in connection.execution_options(yield_per=200).execute(query):
            for mention in row.record["mentions"]:
                actor = members.get((row.report_id, mention["entity"]))
                if actor is not None:
                    found.setdefault(row.report_id, []).append((mention["start"], mention["end"], actor))
    return found


def _covering(spans: Iterable[tuple[int, int, str]], start: int, end: int) -> str | None:
    """The actor of the shortest mention that overlaps a name by more than half of it."""
    best: tuple[int, str] | None = None
    for first, last, actor in spans:
        if 2 * (min(last, end) - max(first, start)) > end - start and (best is None or last - first < best[0]):
            best = (last - first, actor)
    return best[1] if best else None


def _labels(gold: Mapping[Name, str], found: Mapping[Name, str]) -> dict[str, str]:
    """The true actor that most names of an actor of the record belong to."""
    votes: dict[str, Counter[str]] = {}
    for name, actor in found.items():
        votes.setdefault(actor, Counter())[gold[name]] += 1
    return {actor: counted.most_common(1)[0][0] for actor, counted in votes.items()}


def _events(world: World, record: Record, ids: Mapping[str, str]) -> tuple[dict[Name, str], dict[Name, str]]:
    """The true event of each sentence that tells of one, and the event of the record where a claim was found in it."""
    gold: dict[Name, str] = {}
    found: dict[Name, str] = {}
    held = _event_claims(record)
    for truth in world.truths:
        report = ids.get(truth.id)
        for claim in truth.claims if report else ():
            if claim.event is None or claim.polarity == "negated":
                continue
            sentence = (truth.id, claim.start, claim.end)
            gold[sentence] = claim.event
            family = family_of(claim.type, claim.mode, claim.modality)
            near = [one for one in held.get(report or "", []) if claim.start <= one[0] < claim.end]
            fitting = [one for one in near if one[1] == family] or [one for one in near if one[2] == claim.type]
            if fitting:
                found[sentence] = fitting[0][3]
    return gold, found


def _event_claims(record: Record) -> dict[str, list[tuple[int, str, str, str]]]:
    """By report: start, family, type and event of each claim of an event."""
    query = (
        sa.select(
            claims.c.report_id,
            claims.c.evidence_start,
            claims.c.type,
            claims.c.mode,
            claims.c.modality,
            t.fact_claims.c.fact_id,
        )
        .join(readings, readings.c.id == claims.c.reading_id)
        .join(t.fact_claims, t.fact_claims.c.claim_id == claims.c.id)
        .where(
            readings.c.superseded_at.is_(None), t.fact_claims.c.fact_id.startswith("v"), claims.c.polarity == "asserted"
        )
        .order_by(claims.c.position)
    )
    found: dict[str, list[tuple[int, str, str, str]]] = {}
    with record.view.engine.connect() as connection:
        for row in connection.execute(query):
            family = family_of(row.type, row.mode, row.modality)
            found.setdefault(row.report_id, []).append((row.evidence_start, family, row.type, row.fact_id))
    return found


Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class _Told:
    """What reports let one know of a relation."""

    first: date
    """The first day of which one says that it holds."""
    over: bool
    """Whether one says or implies that it was over: that he left, died, was replaced, was never so."""


def _relations(world: World, record: Record, labels: Mapping[str, str], draw: random.Random) -> tuple[float, int]:
    """Share of sampled days on which truth and record agree, and how many days were sampled.

    Only days of which reports let one know: from the first of which one says that the relation holds, and after its end
    only where one tells of the end.
    """
    told = _told(world)
    true: dict[Key, list[TrueRelation]] = {}
    governments = {actor.id for actor in world.actors if actor.kind == "government"}
    for one in world.relations:
        if one.type != "member_of" or one.object not in governments:  # ministers are no claims of ours
            true.setdefault(_key(one.type, one.subject, one.object), []).append(one)
    found = _found(record, labels, true)
    end = max(report.published for report in world.reports)
    right = total = 0
    people = {actor.id for actor in world.actors if actor.kind == "person"}
    kept = {
        key for key in found if key in true or key[0] != "split_from" or key[1] not in people
    }  # "he left the group"
    for key in sorted((told.keys() & true.keys()) | kept):
        for day in _days(true.get(key, []), found.get(key, []), told.get(key), end, draw):
            is_so = any(one.first <= day and (one.last is None or day <= one.last) for one in true.get(key, []))
            said = any(one.on(day) in {"certain", "presumed"} for one in found.get(key, []))
            right, total = right + (is_so == said), total + 1
    return right / max(1, total), total


def _told(world: World) -> dict[Key, _Told]:
    """By relation, from the claims printed."""
    published = {report.id: report.published for report in world.reports}
    firsts: dict[Key, date] = {}
    over: set[Key] = set()
    left: set[tuple[str, str]] = set()
    dead: set[str] = set()
    for truth in world.truths:
        for claim in truth.claims:
            if claim.kind == "event":
                dead |= {claim.object} if claim.object and claim.type == "ASSAULT" and claim.killed != 0 else set()
                continue
            key = _key(claim.type, claim.subject, claim.object)
            first, last = claim.day or (None, None)
            if claim.polarity == "negated" or last is not None:
                over.add(key)
            if claim.type == "split_from":
                left.add((claim.subject or "", claim.object or ""))
            if claim.polarity == "asserted" and last is None:
                day = first or published[truth.id]
                firsts[key] = min(day, firsts.get(key, day))
    holders: dict[tuple[str, str], set[str]] = {}
    for type_, subject, target in firsts:
        holders.setdefault((type_, target), set()).add(subject)
    return {
        key: _Told(
            day,
            key in over
            or (key[1], key[2]) in left
            or key[1] in dead
            or (key[0] in {"leads", "controls"} and len(holders[(key[0], key[2])]) > 1),
        )
        for key, day in firsts.items()
    }


def _found(record: Record, labels: Mapping[str, str], true: Mapping[Key, object]) -> dict[Key, list[Relation]]:
    """The record's relations by the true actors. Who leads is a member too, where the world says no more."""
    types = {key[0] for key in true}
    found: dict[Key, list[Relation]] = {}
    for relation in record.relations(FactFilter(kind="relation")):
        key = _found_key(relation, labels)
        if key is None or key[0] not in types:
            continue
        other = ("member_of", *key[1:])
        found.setdefault(other if key[0] == "leads" and key not in true and other in true else key, []).append(relation)
    return found


def _days(
    true: Iterable[TrueRelation], found: Iterable[Relation], told: _Told | None, end: date, draw: random.Random
) -> list[date]:
    """Days to look at: of the truth, and of what the record says."""
    spans: list[tuple[date, date]] = []
    over = told is None or told.over
    last_true = max(((one.last or end) for one in true), default=end)
    for one in true:
        last = one.last or end
        spans.append((max(one.first, told.first) if told else one.first, min(end, last + AFTER) if over else last))
    for relation in found:
        for stretch in relation.validity:
            first = stretch.certain.first if stretch.certain else stretch.possible.first
            if first is not None:
                last = stretch.possible.last or end
                spans.append((first, min(end, last) if over else min(end, last, last_true)))
    return [
        first + timedelta(days=draw.randint(0, (last - first).days))
        for first, last in spans
        if first <= last
        for _ in range(DAYS)
    ]


def _key(type_: str, subject: str | None, target: str | None) -> Key:
    place = " ".join(words_of(target or "")) if type_ == "controls" else target or ""
    ends = sorted((subject or "", place)) if type_ in SYMMETRICAL else [subject or "", place]
    return type_, ends[0], ends[1]


def _found_key(relation: Relation, labels: Mapping[str, str]) -> Key | None:
    subject = labels.get(relation.subject.actor or "")
    target = _town(relation) if relation.object.kind == "place" else labels.get(relation.object.actor or "")
    return _key(relation.type, subject, target) if subject and target and relation.modality == "actual" else None


def _town(relation: Relation) -> str:
    """The world's town where the record's place lies, which gazetteers may spell otherwise ("Tall Afar"); else its
    name.
    """
    place = relation.place
    if place is not None:
        for country in COUNTRIES:
            for town in country.towns:
                point = replace(place, name=town.name, lat=town.lat, lon=town.lon)
                apart = kilometres(place, point)
                if apart is not None and apart < NEAR_KM:
                    return town.name
    return relation.object.name
