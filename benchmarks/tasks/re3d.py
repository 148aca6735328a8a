"""re3d: entities and relations as spans."""

import re
from collections.abc import Iterator
from typing import Any

from benchmarks.tasks.question import Question
from benchmarks.tasks.re3d_relations import relations_of
from benchmarks.tasks.re3d_things import things_of
from dateline.model import Entity, Mention, PlaceMention, Reading, Span

SEVERAL = frozenset({"we", "they", "them"})
"""Pronouns that re3d takes for an organisation where nothing says otherwise."""
UNMARKED = frozenset("it its itself our their themselves us his my".split())
"""Pronouns that re3d seldom marks."""
ENTITY_TYPE = {
    "person": "Person",
    "civilians": "Person",
    "armed_group": "Organisation",
    "military": "Organisation",
    "police": "Organisation",
    "government": "Organisation",
    "intergovernmental": "Organisation",
    "media": "Organisation",
    "organisation": "Organisation",
    "weapon": "Weapon",
}
WHERE = re.compile(
    r"\b(in|into|from|to|near|across|inside|outside|throughout|around|at|over|bordering|of|on|for|between|visited|visiting)\s+(the\s+)?$",
    re.I,
)
"""What stands before a country that is meant as a place."""
LISTED = re.compile(r"\s*(,|and|, and|or|, or)\s+(the\s+)?")
WITHIN = re.compile(r",\s+")
ADJECTIVES = ("an", "i", "ish", "ese", "ch")
"""Endings of most words for nations."""


def predict_re3d(question: Question, reading: Reading) -> dict[str, Any]:
    """Actors, places, dates and things, and the relations between actors."""
    found = {*_actors(reading), *_places(reading), *things_of(reading)}
    found |= {("Temporal", (date.start, date.end)) for date in reading.dates if date.type != "SET"}
    entities = [
        {"start": span[0], "end": span[1], "type": kind} for kind, span in sorted(found, key=lambda e: (e[1], e[0]))
    ]
    return {"docid": question.id, "entities": entities, "relations": relations_of(reading)}


def _actors(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Mentions that open no larger one: re3d marks "rebel fighters" and not the rebels in them."""
    kept = {entity.id: entity for entity in reading.entities}
    spans = [(m.start, m.end) for m in reading.mentions if m.form != "pronoun"]
    persons = [(m.start, m.end) for m in reading.mentions if m.kind == "person"]
    for mention in reading.mentions:
        opens = any(start <= mention.start and mention.end < end for start, end in spans)
        ends = mention.kind == "person" and any(s < mention.start and mention.end == end for s, end in persons)
        if not (opens or ends) and (kind := _type_of(mention, kept[mention.entity])):
            yield kind, (mention.start, mention.end)


def _type_of(mention: Mention, entity: Entity) -> str | None:
    """re3d counts some pronouns, and takes several people for an organisation."""
    kind = mention.kind
    if mention.form == "pronoun":
        if mention.text.lower() in UNMARKED:
            return None
        if kind != "person":
            if len(entity.mentions) == 1:
                return "Organisation" if mention.text.lower() in SEVERAL else None
            kind = entity.kind
    found = ENTITY_TYPE.get(kind)
    return "Organisation" if found == "Person" and (entity.plural or kind == "civilians") else found


def _places(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Places outside the words for actors; countries that act are organisations, and nations nationalities."""
    actors = [(m.start, m.end) for m in reading.mentions if m.form == "name" or m.kind != "person"]
    persons = [(m.start, m.end) for m in reading.mentions if m.form == "description" and m.kind == "person"]
    kinds: dict[Span, str] = {}
    before: PlaceMention | None = None
    for place in sorted(reading.places, key=lambda place: place.start):
        span = (place.start, place.end)
        if place.role == "actor" or _within(span, actors):
            continue
        if _within(span, persons) and place.role == "origin":
            continue
        kind = kinds[span] = _place_type(place, before, kinds, reading.report.text)
        if _names_whole(place, before, reading.report.text) and before and kind == "Location":
            span = (before.start, place.end)  # "Palmyra, Syria" is one place
        yield kind, span
        before = place


def _place_type(place: PlaceMention, before: PlaceMention | None, kinds: dict[Span, str], text: str) -> str:
    """A country is a place after words that say where, or after one in the same list; else it acts."""
    if place.role == "origin":
        return "Nationality" if place.text.endswith(ADJECTIVES) else "Organisation"
    if place.precision != "country" or WHERE.search(text[max(0, place.start - 20) : place.start]):
        return "Location"
    if before is not None and LISTED.fullmatch(text[before.end : place.start]):
        return kinds.get((before.start, before.end), "Organisation")
    return "Organisation"


def _names_whole(place: PlaceMention, before: PlaceMention | None, text: str) -> bool:
    """Whether a country or province stands after a comma to say where the place before it is."""
    if before is None or place.precision not in ("country", "admin1") or before.precision == place.precision:
        return False
    return bool(WITHIN.fullmatch(text[before.end : place.start]))


def _within(span: Span, others: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)
