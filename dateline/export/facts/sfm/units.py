"""units.csv: names, superiors and places of units. persons.csv: names and postings. One fact a row."""

from collections.abc import Iterator
from typing import Any

from dateline.export.facts.ids import uuid_of
from dateline.export.facts.sfm.cells import (
    access_point,
    cited,
    cited_date,
    cited_days,
    is_person,
    is_unit,
    last_published,
    place_text,
    sources,
    status,
)
from dateline.export.facts.states import country_name
from dateline.export.facts.wording import standing_words
from dateline.model.actor import Actor
from dateline.model.fact import Relation, Validity
from dateline.model.portion import Portion

SUPERIOR = {"part_of": "child", "member_of": "member"}
"""``child``: the unit of the row is under the related unit."""
LOCATION = {"based_in": "site", "operates_in": "aoo", "controls": "aoo"}
POSTING = frozenset({"leads", "member_of", "part_of"})


def unit_rows(portion: Portion) -> Iterator[dict[str, Any]]:
    """A row for each unit, and one for each stretch of each of its relations to a superior or a place."""
    for actor in portion.actors.values():
        if is_unit(actor):
            yield _named("unit", actor)
    for relation in portion.relations:
        unit = portion.actors.get(relation.subject.actor or "")
        if unit is None or not is_unit(unit):
            continue
        for stretch in relation.validity or (None,):
            if columns := _related(portion, relation, stretch) or _located(portion, relation, stretch):
                yield {**_identity("unit", unit, relation), **columns}


def person_rows(portion: Portion) -> Iterator[dict[str, Any]]:
    """A row for each person, and one for each stretch of each posting."""
    for actor in portion.actors.values():
        if is_person(actor):
            yield _named("person", actor)
    for relation in portion.relations:
        person = portion.actors.get(relation.subject.actor or "")
        unit = portion.actors.get(relation.object.actor or "")
        if person and unit and is_person(person) and is_unit(unit) and relation.type in POSTING:
            for stretch in relation.validity or (None,):
                yield {**_identity("person", person, relation), **_posted(portion, relation, unit, stretch)}


def is_told(portion: Portion, relation: Relation) -> bool:
    """Whether a relation has a row in one of the two tables."""
    subject = portion.actors.get(relation.subject.actor or "")
    other = portion.actors.get(relation.object.actor or "")
    if subject and is_person(subject):
        return relation.type in POSTING and other is not None and is_unit(other)
    if subject is None or not is_unit(subject):
        return False
    is_under = relation.type in SUPERIOR and other is not None and is_unit(other)
    return is_under or (relation.type in LOCATION and relation.place is not None)


def _named(noun: str, actor: Actor) -> dict[str, Any]:
    """The names of an actor, as the reports use them. No fact vouches for a name: its source is the first report."""
    first = access_point(actor.names[0].first_report) if actor.names else ""
    others = ";".join(use.name.replace(";", ",") for use in actor.names if use.name != actor.name)
    values = {
        "name": actor.name,
        "other_names": others,
        "classification": actor.kind if noun == "unit" else "",
        "country": country_name(actor.country) or "",
    }
    row: dict[str, Any] = {f"{noun}:id:admin": uuid_of("actor", actor.id)}
    for name, value in values.items():
        if value:
            row |= {f"{noun}:{name}": value, f"{noun}:{name}:source": first, f"{noun}:{name}:confidence": "Medium"}
    return row


def _identity(noun: str, actor: Actor, relation: Relation) -> dict[str, Any]:
    return {
        f"{noun}:id:admin": uuid_of("actor", actor.id),
        f"{noun}:name": actor.name,
        f"{noun}:status:admin": status(relation),
        f"{noun}:comments:admin": standing_words(relation),
        f"{noun}:notes:admin": relation.reason,
    }


def _related(portion: Portion, relation: Relation, stretch: Validity | None) -> dict[str, Any]:
    superior = portion.actors.get(relation.object.actor or "")
    if relation.type not in SUPERIOR or superior is None or not is_unit(superior):
        return {}
    return {
        "unit:relation_type": SUPERIOR[relation.type],
        "unit:related_unit_id:admin": uuid_of("actor", superior.id),
        **cited("unit:related_unit", superior.name, portion, relation),
        **_cited_stretch(portion, relation, stretch, "unit:related_unit"),
        "unit:related_unit_first_cited_date_start": "N",
        "unit:related_unit_open": _open(stretch),
    }


def _located(portion: Portion, relation: Relation, stretch: Validity | None) -> dict[str, Any]:
    if relation.type not in LOCATION or relation.place is None:
        return {}
    kind, place = LOCATION[relation.type], relation.place
    return {
        "unit:location_type": kind,
        **cited("unit:base_name", relation.object.name if kind == "site" else None, portion, relation),
        **cited("unit:location", place_text(place), portion, relation),
        **_cited_stretch(portion, relation, stretch, "unit:location"),
        "unit:location_first_cited_date_founding": "N",
        "unit:location_open": _open(stretch),
    }


def _posted(portion: Portion, relation: Relation, unit: Actor, stretch: Validity | None) -> dict[str, Any]:
    role = "; ".join(relation.roles) or ("leader" if relation.type == "leads" else "member")
    sourced = cited("person:posting_unit", unit.name, portion, relation)
    ended = stretch.ended_by if stretch else None
    return {
        "person:posting_unit_id:admin": uuid_of("actor", unit.id),
        "person:posting_unit_name": unit.name,
        "person:posting_unit:source": sources(portion, relation),
        "person:posting_unit:confidence": sourced["person:posting_unit:confidence"],
        **cited("person:posting_role", role, portion, relation),
        **_cited_stretch(portion, relation, stretch, "person:posting"),
        "person:posting_first_cited_date_start": "N",
        "person:posting_last_cited_date_end": "Y" if ended else "N",
        **cited("person:posting_last_cited_date_end_context", ended, portion, relation),
    }


def _cited_stretch(portion: Portion, relation: Relation, stretch: Validity | None, name: str) -> dict[str, Any]:
    if stretch is None:
        return {}
    first, last = cited_days(stretch.certain, stretch.possible, last_published(portion, relation))
    return {
        **cited_date(f"{name}_first_cited_date", first, portion, relation),
        **cited_date(f"{name}_last_cited_date", last, portion, relation),
    }


def _open(stretch: Validity | None) -> str:
    """Y: nothing says that it ended. N: it ended, on what day is not sure. Never E, an exact end."""
    return "N" if stretch and stretch.ended_by else "Y"
