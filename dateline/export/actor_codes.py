"""Actor codes as PLOVER and CAMEO write them: a country (ISO 3166-1 alpha-3) and a sector, such as ``SYRREB``.

Sectors and the codes of bodies above states are those of the PLOVER manual v0.8; Kosovo is KOS.
"""

import csv
from functools import cache
from pathlib import Path

from dateline.export.actor_countries import INTERNATIONAL_ARMED, Home, home_of, home_of_entity, known_home, own_places
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
OF_A_STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "OPP", "PTY", "REB", "PRM", "UAF"})
"""Sectors of those who, when their country goes without saying, belong to the one that the report is about."""
ABOVE_STATES = frozenset({"IGO", "NGO", "IMG"})
UNKNOWN = "---"
"""A country that is not known."""


@cache
def _alpha3() -> dict[str, str]:
    with Path(__file__).with_name("country_codes.csv").open(encoding="utf-8", newline="") as rows:
        return {row["alpha2"]: row["alpha3"] for row in csv.DictReader(rows)}


@cache
def _sector_words() -> dict[str, str]:
    data = load_yaml(Path(__file__).with_name("sector_words.yaml"))
    return {word: sector for sector, words in data.items() for word in words}


def alpha3(country: str) -> str:
    """The three-letter code of an ISO 3166-1 alpha-2 code; ``---`` for a code that is none."""
    return _alpha3().get(country, UNKNOWN)


def actor_code(reading: Reading, ref: ActorRef) -> str:
    """The first code of a claim's participant: country first, ``---`` when unknown, then the sector if there is one."""
    return actor_codes(reading, ref)[0]


def actor_codes(reading: Reading, ref: ActorRef) -> tuple[str, ...]:
    """The codes of a claim's participant: several for "French and Egyptian warships", never none."""
    entity = next((entity for entity in reading.entities if entity.id == ref.entity), None)
    home = home_of(reading, ref)
    if entity is None and ref.span:
        entity = _named_around(reading, ref.span)
    if entity is None:
        return tuple(alpha3(country) for country in home.countries) or (home.above or UNKNOWN,)
    return _codes(reading, entity, home)


def _named_around(reading: Reading, span: Span) -> Entity | None:
    """The body whose name the words are part of: the Israeli army for the "Israeli" of "Israeli army bulldozers"."""
    for mention in reading.mentions:
        if mention.form == "name" and mention.start <= span[0] and span[1] <= mention.end:
            return reading.entity(mention.entity)
    return None


def entity_code(entity: Entity, reading: Reading) -> str:
    """The first code of an entity of a reading."""
    return _codes(reading, entity, home_of_entity(reading, entity))[0]


def _codes(reading: Reading, entity: Entity, home: Home) -> tuple[str, ...]:
    known = known_actors().by_key.get(entity.actor or "")
    sector = known.plover if known else _sector(entity, reading)
    sector = "" if sector == "UNK" else sector
    if home.above:
        stands_alone = sector in ABOVE_STATES or home.above == INTERNATIONAL_ARMED
        return (home.above if stands_alone else home.above + sector,)
    countries = home.countries or (_only_country(reading) if sector in OF_A_STATE else ())
    if not countries:
        return (sector,) if sector in ABOVE_STATES else (UNKNOWN + sector,)
    if entity.kind == "government" and _is_country_name(entity, reading):
        sector = ""
    return tuple(alpha3(country) + sector for country in countries)


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


def _only_country(reading: Reading) -> tuple[str, ...]:
    """The only country that the report names, for bodies and officials whose words name none; else empty."""
    named = {place.country for place in own_places(reading) if place.country}
    homes = (known_home(known_actors().by_key.get(entity.actor or "")) for entity in reading.entities)
    named.update(country for home in homes for country in home.countries)
    return tuple(named) if len(named) == 1 else ()
