"""A place that a person names: looked up in the gazetteer, and never chosen for them where several bear the name."""

from dataclasses import dataclass
from typing import Any

from dateline.errors import BadArgument
from dateline.gazetteer import Entry, load_gazetteer
from dateline.gazetteer.entry import CITY, COUNTRY, DISTRICT, DIVISION
from dateline.model.place import PlacePrecision

PRECISION: dict[str, PlacePrecision] = {
    CITY: "settlement",
    "settlement": "settlement",
    COUNTRY: "country",
    DIVISION: "province",
    DISTRICT: "district",
    "camp": "site",
    "site": "site",
    "sea": "sea",
    "gulf": "sea",
    "strait": "sea",
}
"""By kind of place, as the reader has it; what is not here is a feature."""
MOST_LISTED = 12
LEAST_LETTERS = 3
"""Of a name that is only begun."""


def located_place(words: str) -> tuple[str, dict[str, Any] | None]:
    """The name and location of a place, in the form of a claim's record: ``Gao``, or ``Gao#2457163`` to choose by id.

    The location is None for a name that the gazetteer lacks. Raises BadArgument for a name of several places, listing
    them, and for an id that none of them has.
    """
    name, _, wanted = (part.strip() for part in words.partition("#"))
    found = [match.entry for match in load_gazetteer().find(name) if match.link != "abbreviation"]
    if wanted:
        found = [entry for entry in found if wanted == _id(entry)]
        if not found:
            raise BadArgument(f"no place of the name {name!r} has the id {wanted!r}: give the name alone to see them")
    if len(found) > 1:
        raise BadArgument(_several(name, found))
    return (found[0].name, _location(found[0])) if found else (name, None)


def country_codes(name: str) -> frozenset[str]:
    """The codes of the countries of that name, in any of the names that the gazetteer knows."""
    entries = (match.entry for match in load_gazetteer().find(name))
    return frozenset(entry.country for entry in entries if entry.kind == COUNTRY and entry.country)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceChoice:
    """A place of the gazetteer to choose."""

    value: str
    """What ``located_place`` takes: ``Gao#2457163``."""
    name: str
    told: str
    """What tells it from others of its name: kind, division, country, people."""
    lat: float
    lon: float


def place_choices(words: str, *, limit: int = MOST_LISTED) -> list[PlaceChoice]:
    """Places that bear a name, then places whose name begins so, the largest first."""
    gazetteer = load_gazetteer()
    named = [match.entry for match in gazetteer.find(words) if match.link != "abbreviation"]
    ranked = sorted(named, key=lambda entry: (-entry.population, entry.name, _id(entry)))
    known = {(entry.name, _id(entry)) for entry in ranked}
    beginning = gazetteer.beginning(words, limit=limit) if len(words.strip()) >= LEAST_LETTERS else []
    ranked += [entry for entry in beginning if (entry.name, _id(entry)) not in known]
    return [
        PlaceChoice(
            value=f"{entry.name}#{_id(entry)}", name=entry.name, told=_told(entry), lat=entry.lat, lon=entry.lon
        )
        for entry in ranked[:limit]
    ]


def _id(entry: Entry) -> str:
    """GeoNames' number; for places of Dateline's own list their kind."""
    return str(entry.geonameid) if entry.geonameid is not None else entry.kind


def _location(entry: Entry) -> dict[str, Any]:
    return {
        "lat": entry.lat,
        "lon": entry.lon,
        "country": entry.country,
        "geonameid": entry.geonameid,
        "precision": PRECISION.get(entry.kind, "feature"),
        "radius_km": entry.radius_km,
        "basis": "",
    }


def _several(name: str, found: list[Entry]) -> str:
    ranked = sorted(found, key=lambda entry: (-entry.population, entry.name, _id(entry)))
    listed = "; ".join(f"{name}#{_id(entry)} ({_told(entry)})" for entry in ranked[:MOST_LISTED])
    more = f"; and {len(found) - MOST_LISTED} more" if len(found) > MOST_LISTED else ""
    return f"{len(found)} places are called {name!r}: say which, as place=NAME#ID. They are {listed}{more}"


def _told(entry: Entry) -> str:
    gazetteer = load_gazetteer()
    division = gazetteer.area(entry.division) if entry.division and entry.kind != DIVISION else None
    country = gazetteer.area(entry.country) if entry.country and entry.kind != COUNTRY else None
    parts = [entry.kind, *(area.name for area in (division, country) if area is not None)]
    return ", ".join([*parts, f"{entry.population:,} people"] if entry.population else parts)
