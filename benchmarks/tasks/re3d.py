"""re3d: entities and relations as spans."""

from typing import Any

from benchmarks.tasks.question import Question
from benchmarks.tasks.re3d_relations import relations_of
from dateline.model import Entity, Mention, Reading

SEVERAL = frozenset({"we", "us", "our", "they", "them", "their"})
"""Pronouns that re3d takes for an organisation where nothing says otherwise."""
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


def predict_re3d(question: Question, reading: Reading) -> dict[str, Any]:
    """Named and described actors, places and dates, and the relations between actors."""
    kept = {entity.id: entity for entity in reading.entities}
    entities = [
        {"start": mention.start, "end": mention.end, "type": kind}
        for mention in reading.mentions
        if (kind := _type_of(mention, kept[mention.entity]))
    ]
    bodies = [(m.start, m.end) for m in reading.mentions if m.form == "name" and m.kind != "person"]
    entities += [
        {"start": place.start, "end": place.end, "type": "Location" if place.role != "origin" else "Nationality"}
        for place in reading.places
        if place.role != "actor" and not any(start <= place.start and place.end <= end for start, end in bodies)
    ]
    entities += [
        {"start": date.start, "end": date.end, "type": "Temporal"} for date in reading.dates if date.type != "SET"
    ]
    return {"docid": question.id, "entities": entities, "relations": relations_of(reading)}


def _type_of(mention: Mention, entity: Entity) -> str | None:
    """re3d counts pronouns, and takes several people for an organisation."""
    kind = mention.kind
    if mention.form == "pronoun" and kind != "person":
        if len(entity.mentions) == 1:
            return "Organisation" if mention.text.lower() in SEVERAL else None
        kind = entity.kind
    found = ENTITY_TYPE.get(kind)
    return "Organisation" if found == "Person" and (entity.plural or kind == "civilians") else found
