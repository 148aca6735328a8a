"""Who controls, is based or operates where on a day, as points and areas of a map."""

from datetime import date
from typing import Any

from dateline.model.fact import Relation
from dateline.record import FactFilter, Record
from dateline.record.in_words import holds_words, marks, where_words

TYPES = ("controls", "based_in", "operates_in")
Json = dict[str, Any]


def territory(record: Record, day: date) -> list[Json]:
    """GeoJSON features, those with a null geometry too: a place that nobody can draw is still held. Planned ones are
    left out: they hold nothing yet.
    """
    held = (
        relation
        for type_ in TYPES
        for relation in record.relations(FactFilter(kind="relation", type=type_, as_of=day))
        if relation.modality != "planned" and relation.status != "rejected"
    )
    features = [_feature(relation, day) for relation in held]
    return sorted(
        features, key=lambda one: (one["properties"]["holder"], one["properties"]["place"], one["properties"]["id"])
    )


def _feature(relation: Relation, day: date) -> Json:
    place = relation.place
    located = place is not None and place.lat is not None and place.lon is not None
    properties = {
        "id": relation.id,
        "type": relation.type,
        "holder": relation.subject.name,
        "actor": relation.subject.actor,
        "place": where_words(relation),
        "precision": place.precision if place else None,
        "radius_km": place.radius_km if place else None,
        "holds": relation.on(day),
        "words": holds_words(relation, day),
        "marks": [mark.lower() for mark in marks(relation)],
        "sources": relation.sources,
    }
    point = {"type": "Point", "coordinates": [place.lon, place.lat]} if place is not None and located else None
    return {"type": "Feature", "geometry": point, "properties": properties}
