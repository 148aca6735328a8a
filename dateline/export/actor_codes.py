"""Actor codes as PLOVER and CAMEO write them: a country (ISO 3166-1 alpha-3) and a sector, such as ``SYRREB``.

Sectors and the codes of bodies above states are those of the PLOVER manual v0.8; Kosovo is KOS.
"""

import csv
from functools import cache
from pathlib import Path

from dateline.knowledge.lookup import known_actors
from dateline.languages.load import load_yaml
from dateline.model import ActorRef, Entity, EntityKind, Reading, Span

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


@cache
def _sector_words() -> dict[str, str]:
    data = load_yaml(Path(__file__).with_name("sector_words.yaml"))
    return {word: sector for sector, words in data.items() for word in words}


def alpha3(country: str) -> str:
    """The three-letter code of an ISO 3166-1 alpha-2 code. Raises KeyError for a code that is none."""
    return _alpha3()[country]


def actor_code(reading: Reading, ref: ActorRef) -> str:
    """The code of a claim's participant: country first, ``---`` when unknown, then the sector if there is one."""
    entity = next((entity for entity in reading.entities if entity.id == ref.entity), None)
    if entity is not None:
        return entity_code(entity, reading)
    country = _country_within(ref.span, reading) if ref.span else None
    return _alpha3().get(country or "", UNKNOWN)


def entity_code(entity: Entity, reading: Reading) -> str:
    """The code of an entity of a reading."""
    known = known_actors().by_key.get(entity.actor or "")
    sector = known.plover if known else _sector(entity, reading)
    if entity.kind == "intergovernmental" or sector == "IGO":
        return "IGO"
    country = _alpha3().get(entity.country or _country_by_words(entity, reading) or "", UNKNOWN)
    if country == UNKNOWN and sector in ABOVE_STATES:
        return sector
    if entity.kind == "government" and _is_country_name(entity, reading):
        return country
    return country + (sector if sector != "UNK" else "")


def _is_country_name(entity: Entity, reading: Reading) -> bool:
    """Whether a government is only named by its country: "France condemned…"."""
    spans = {(m.start, m.end) for m in reading.mentions if m.entity == entity.id}
    return any((place.start, place.end) in spans and place.precision == "country" for place in reading.places)


def _sector(entity: Entity, reading: Reading) -> str:
    """The sector of an entity's kind; for a person that of the office or trade its words give."""
    for mention in reading.mentions:
        if mention.entity == entity.id and mention.form != "pronoun":
            for word in mention.text.lower().replace("-", " ").split():
                if sector := _sector_words().get(word.strip(".,'\"")):
                    return sector
    return SECTOR.get(entity.kind, "")


def _country_by_words(entity: Entity, reading: Reading) -> str | None:
    """The country that the entity's words name ("the Latvian court", "the king of Jordan"); else, for bodies and
    officials, the only country that the report names; None where neither says.
    """
    for mention in reading.mentions:
        is_described = mention.entity == entity.id and mention.form != "pronoun"
        if is_described and (country := _country_within((mention.start, mention.end), reading)):
            return country
    named = {place.country for place in reading.places if place.country}
    return next(iter(named)) if len(named) == 1 else None


def _country_within(span: Span, reading: Reading) -> str | None:
    """The country of the first place inside a phrase, or of the nation right before it; None when there is none."""
    before = reading.report.text[: span[0]].rstrip()
    for place in reading.places:
        is_inside = span[0] <= place.start and place.end <= span[1]
        if place.country and (is_inside or (place.end == len(before) and place.precision == "country")):
            return place.country
    return None
