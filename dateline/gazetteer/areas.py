"""The point and radius of an area from the cities in it."""

import math
from collections.abc import Iterable, Sequence

EARTH_RADIUS_KM = 6371.009

_CELL_DEGREES = 0.5


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two points given as latitude and longitude in degrees."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))


def centre_and_radius(points: Iterable[tuple[float, float]]) -> tuple[float, float, float]:
    """Latitude, longitude and the distance within which nine in ten of the points lie (at least 5 km).

    The points are first thinned to one a half-degree cell, so that the centre is that of the land where people live and
    not that of its largest city. Raises ValueError when there are no points.
    """
    cells: dict[tuple[int, int], list[tuple[float, float]]] = {}
    everything = list(points)
    for lat, lon in everything:
        cells.setdefault((math.floor(lat / _CELL_DEGREES), math.floor(lon / _CELL_DEGREES)), []).append((lat, lon))
    if not cells:
        raise ValueError("an area without points has no centre")
    centre = _mean([_mean(cell) for cell in cells.values()])
    return *centre, distance_to_most(everything, centre)


def distance_to_most(points: Sequence[tuple[float, float]], centre: tuple[float, float]) -> float:
    """The distance from a centre within which nine in ten of the points lie, in kilometres; at least 5."""
    distances = sorted(distance_km(centre, point) for point in points)
    return max(5.0, distances[int(0.9 * (len(distances) - 1))])


def _mean(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The mean on the sphere, so that the 180th meridian does no harm."""
    x = y = z = 0.0
    for lat, lon in points:
        phi, lam = math.radians(lat), math.radians(lon)
        x += math.cos(phi) * math.cos(lam)
        y += math.cos(phi) * math.sin(lam)
        z += math.sin(phi)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
