"""How far apart places are, and whether they can be one."""

from math import asin, cos, radians, sin, sqrt

from dateline.model.fact import PlaceAt

EARTH_KM = 6371.0
SHARP = frozenset({"site", "settlement", "near", "district"})
"""Precisions under which two names far apart are two places."""
SLACK_KM = 8.0
"""Allowed beyond the radii of two places: a village and the town it is told of."""
MOST_RADIUS_KM = 30.0


def kilometres(left: PlaceAt, right: PlaceAt) -> float | None:
    """The great-circle distance; None when one place has no point."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    lat1, lon1, lat2, lon2 = map(radians, (left.lat, left.lon, right.lat, right.lon))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))


def is_sharp(place: PlaceAt | None) -> bool:
    return place is not None and place.precision in SHARP


def same_place(left: PlaceAt, right: PlaceAt) -> bool | None:
    """True: one place as far as can be told. False: two places. None: too vague to say, such as a province and a town
    within reach of its centre.
    """
    if left.geonameid is not None and left.geonameid == right.geonameid:
        return True if is_sharp(left) and is_sharp(right) else None
    if is_sharp(left) and is_sharp(right):
        if (apart := kilometres(left, right)) is not None:
            return apart <= SLACK_KM + _radius(left) + _radius(right)
        return left.name.casefold() == right.name.casefold() or None
    if left.country and right.country and left.country != right.country:
        return False
    return _vague_fit(left, right)


def _vague_fit(left: PlaceAt, right: PlaceAt) -> bool | None:
    """None when the vaguer place may hold the other; False when it is out of its reach."""
    apart = kilometres(left, right)
    reach = (left.radius_km or 0.0) + (right.radius_km or 0.0)
    return False if apart is not None and reach and apart > 1.3 * reach + SLACK_KM else None


def _radius(place: PlaceAt) -> float:
    return min(place.radius_km or 0.0, MOST_RADIUS_KM) if place.precision != "settlement" else 0.0


def place_key(place: PlaceAt) -> str:
    """What stands for a place where facts refer to one, such as a town that is held: the same for all its spellings."""
    if place.geonameid is not None:
        return f"place:{place.geonameid}"
    return f"place:{place.country or '?'}:{' '.join(place.name.casefold().split())}"
