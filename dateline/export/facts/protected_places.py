"""Places that would lead to a protected person: where he or she was met with, to within a building."""

import math
from collections.abc import Mapping
from typing import Any

from dateline.model.actor import Actor
from dateline.model.fact import PlaceAt
from dateline.model.portion import Portion
from dateline.model.record_types import ClaimRecord

WITHHELD = "place withheld"
DEGREES = 1
"""Decimals kept of a coordinate: a tenth of a degree is 11 km or less."""
LEAST_RADIUS_KM = 10.0


def coarse_events(portion: Portion, hidden: Mapping[str, Actor]) -> set[str]:
    """The ids of the events at a site that befell a protected person, and of the claims and relations that tell of
    such a site.
    """
    found: set[str] = set()
    for event in portion.events:
        if event.place and is_private_site(event.place) and any(p.actor in hidden for p in event.recipients):
            found |= {event.id, *(evidence.claim for evidence in event.evidence)}
    for relation in portion.relations:
        parties = (relation.subject, relation.object)
        if relation.place and is_private_site(relation.place) and any(p.actor in hidden for p in parties):
            found |= {relation.id, *(evidence.claim for evidence in relation.evidence)}
    return found


def is_private_site(place: PlaceAt) -> bool:
    """Whether a place is a site, such as a house, a school or a base."""
    return place.precision == "site"


def coarse_place(place: PlaceAt | None) -> PlaceAt | None:
    """The place without its name and id, its point to one decimal, and no sharper than "near"."""
    if place is None:
        return None
    lat, lon, radius = _coarse(place.lat, place.lon, place.radius_km)
    return PlaceAt(
        name=WITHHELD,
        lat=lat,
        lon=lon,
        country=place.country,
        geonameid=None,
        precision="near",
        radius_km=radius,
    )


def coarse_record(record: ClaimRecord) -> dict[str, Any]:
    """The place of a claim as ``coarse_place`` has it."""
    location = record["location"]
    if location is None or location["precision"] != "site":
        return {}
    lat, lon, radius = _coarse(location["lat"], location["lon"], location["radius_km"])
    coarse = {**location, "lat": lat, "lon": lon, "radius_km": radius, "geonameid": None, "precision": "near"}
    object_too = {"object": WITHHELD} if record["object"] == record["place"] else {}
    return {"place": WITHHELD, "location": coarse | {"basis": ""}, **object_too}


def _coarse(
    lat: float | None, lon: float | None, radius: float | None
) -> tuple[float | None, float | None, float | None]:
    """Rounded, with a radius that still holds the place: at least 10 km, and the way that rounding moved the point."""
    if lat is None or lon is None:
        return None, None, None
    new_lat, new_lon = round(lat, DEGREES), round(lon, DEGREES)
    moved_km = math.hypot(new_lat - lat, (new_lon - lon) * math.cos(math.radians(lat))) * 111.2
    return new_lat, new_lon, max(LEAST_RADIUS_KM, math.ceil((radius or 0.0) + moved_km))
