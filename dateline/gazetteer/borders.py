"""Borders between neighbouring countries, from the towns of both that stand closest together. For building only."""

import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from dateline.gazetteer.areas import EARTH_RADIUS_KM, centre_and_radius
from dateline.gazetteer.index import Draft, add_name
from dateline.gazetteer.names import border_key

_CLOSE_KM = 60.0
_FEWEST = 5

Points = dict[str, list[tuple[float, float]]]


def border_drafts(countries: dict[str, dict[str, Any]], towns: Points) -> Iterator[Draft]:
    """A place such as "Mali-Niger border" for each pair of neighbours, where their towns meet."""
    for first, row in sorted(countries.items()):
        for second in sorted(set(row["neighbours"].split(","))):
            if first < second and towns.get(first) and towns.get(second):
                lat, lon, radius = centre_and_radius(_meeting_points(towns[first], towns[second]))
                name = f"{row['name']}-{countries[second]['name']} border"
                names: dict[str, int] = {}
                add_name(names, border_key(first, second), "name")
                add_name(names, name, "name")
                add_name(names, f"{countries[second]['name']}-{row['name']} border", "alternative")
                yield Draft(
                    name=name, kind="border", lat=lat, lon=lon, countries=(first, second), radius_km=radius, names=names
                )


def _meeting_points(ours: list[tuple[float, float]], theirs: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Midpoints between our towns and the nearest of theirs, where they are close; the closest five at least."""
    our_vectors, their_vectors = _unit(ours), _unit(theirs)
    nearest = np.concatenate([np.argmax(part @ their_vectors.T, axis=1) for part in _parts(our_vectors)])
    chord = np.linalg.norm(our_vectors - their_vectors[nearest], axis=1)
    order = np.argsort(chord, kind="stable")
    close = max(_FEWEST, int(np.sum(chord * EARTH_RADIUS_KM <= _CLOSE_KM)))
    middles = our_vectors[order[:close]] + their_vectors[nearest[order[:close]]]
    return [(math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))) for x, y, z in middles]


def _unit(points: list[tuple[float, float]]) -> Any:
    lat, lon = np.radians(np.array(points)).T
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def _parts(vectors: Any) -> Iterator[Any]:
    """The rows in parts of 500, which bounds the memory of comparing them with all others."""
    for start in range(0, len(vectors), 500):
        yield vectors[start : start + 500]
