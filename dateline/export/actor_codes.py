"""Actor codes as PLOVER and CAMEO write them: a country (ISO 3166-1 alpha-3) and a sector, such as ``SYRREB``.

Sectors and the codes of bodies above states are those of the PLOVER manual v0.8; Kosovo is KOS.
"""

import csv
from functools import cache
from pathlib import Path

from dateline.knowledge.lookup import known_actors
from dateline.model import ActorRef, Entity, EntityKind, PlaceMention, Reading

SECTOR: dict[EntityKind, str] = {
    "armed_group": "REB",
    "military": "MIL",
    "police": "COP",
    "government": "GOV",
    "civilians": "CVL",
    "media": "JRN",
}
ABOVE_STATES = frozenset({"IGO", "NGO", "JRN"})
UNKNOWN = "---"


@cache
def _alpha3() -> dict[str, str]:
    with Path(__file__).with_name("country_codes.csv").open(encoding="utf-8", newline="") as rows:
        return {row["alpha2"]: row["alpha3"] for row in csv.DictReader(rows)}


def alpha3(country: str) -> str:
    """The three-letter code of an ISO 3166-1 alpha-2 code. Raises KeyError for a code that is none."""
    return _alpha3()[country]


def actor_code(reading: Reading, ref: ActorRef) -> str:
    """The code of a claim's participant: country first, ``---`` when unknown, then the sector if there is one."""
    entity = next((entity for entity in reading.entities if entity.id == ref.entity), None)
    if entity is not None:
        return entity_code(entity, reading)
    place = _place(ref, reading)
    return _alpha3().get(place.country or "", UNKNOWN) if place else UNKNOWN


def entity_code(entity: Entity, reading: Reading) -> str:
    """The code of an entity of a reading."""
    known = known_actors().by_key.get(entity.actor or "")
    sector = known.plover if known else SECTOR.get(entity.kind, "")
    if entity.kind == "intergovernmental" or sector == "IGO":
        return "IGO"
    country = _alpha3().get(entity.country or "", UNKNOWN)
    if country == UNKNOWN and sector in ABOVE_STATES:
        return sector
    if entity.kind == "government" and _is_country_name(entity, reading):
        return country
    return country + (sector if sector != "UNK" else "")


def _is_country_name(entity: Entity, reading: Reading) -> bool:
    """Whether a government is only named by its country: "France condemned…"."""
    spans = {(m.start, m.end) for m in reading.mentions if m.entity == entity.id}
    return any((place.start, place.end) in spans and place.precision == "country" for place in reading.places)


def _place(ref: ActorRef, reading: Reading) -> PlaceMention | None:
    return next((place for place in reading.places if ref.span and ref.span == (place.start, place.end)), None)
