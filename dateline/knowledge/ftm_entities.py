"""Read entities of FollowTheMoney, one JSON object a line, as OpenSanctions publishes them (model versions 3 and 4)."""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dateline.knowledge.actor_file import ActorFile, Faults, Skipped, text_lines
from dateline.knowledge.countries import alpha2
from dateline.knowledge.load import EARLIEST, LATEST, KnownActor
from dateline.knowledge.petrarch_actors import slug
from dateline.knowledge.spelling import NameKey, name_key
from dateline.languages.load import load_yaml

FORMAT = "FollowTheMoney entities"
_NAMES = ("name", "alias", "previousName", "abbreviation", "weakAlias")
_COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "mainCountry")
"""Version 4 says ``citizenship`` of people where version 3 said ``nationality``."""
_BEGUN, _ENDED = ("incorporationDate",), ("dissolutionDate",)
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_NATIONAL = re.compile(r"(?P<country>[a-z]{2})(?:-[a-z0-9]+)?")
"""A country, or a part of one such as ``gb-sct``; other codes are of former states and unions."""


def read_ftm_entities(path: Path) -> ActorFile:
    """The people and bodies of a file of entities. Raises DataFileError, naming every malformed line."""
    faults = Faults(path)
    actors: list[KnownActor] = []
    skipped: list[Skipped] = []
    for number, line in text_lines(path):
        if not line.strip():
            continue
        try:
            found = _actor(_entity(line), f"{path.name}, line {number}")
        except ValueError as error:
            faults.add(number, str(error))
            continue
        if isinstance(found, KnownActor):
            actors.append(found)
        else:
            skipped.append(Skipped(number, line[:60], found))
    faults.stop_if_any()
    return ActorFile(path=path, format=FORMAT, actors=tuple(actors), skipped=tuple(skipped))


def _entity(line: str) -> dict[str, Any]:
    """The entity of a line. Raises ValueError with what is malformed."""
    try:
        entity = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"is no JSON: {error}") from error
    if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
        raise ValueError("is no entity: it has no object 'properties'")  # noqa: TRY004 - the caller gathers ValueErrors
    for field in ("id", "schema"):
        if not isinstance(entity.get(field), str) or not entity[field]:
            raise ValueError(f"is no entity: it has no {field!r}")
    return entity


def _actor(entity: Mapping[str, Any], source: str) -> KnownActor | str:
    """The actor of an entity, or why there is none."""
    kinds = _kinds()
    basis = kinds["schemata"].get(entity["schema"])
    if basis is None:
        return f"a {entity['schema']} is no actor"
    properties = entity["properties"]
    names, weak = _names(properties, is_person=basis[0] == "person")
    if not names:
        return "it has no name"
    topics = set(_values(properties, "topics"))
    kind, plover = next((said for topic, said in kinds["topics"].items() if topic in topics), basis)
    return KnownActor(
        key="ftm-" + slug(entity["id"]),
        name=names[0],
        aliases=tuple(names[1:]),
        ambiguous=tuple(weak),
        kind="person" if basis[0] == "person" else kind,
        country=_country(properties),
        parent=None,
        since=_year(properties, _BEGUN),
        until=_year(properties, _ENDED),
        wikidata=_wikidata(entity, properties),
        plover=plover,
        source=source,
    )


def _names(properties: Mapping[str, Any], *, is_person: bool) -> tuple[list[str], list[str]]:
    """Every name once, the first the best, and those of them that mean other things too.

    These are weak aliases, and first names or surnames alone.
    """
    found: dict[NameKey, str] = {}
    weak: list[str] = []
    for field in _NAMES:
        for value in _values(properties, field):
            name, key = " ".join(value.split()), name_key(value)
            if any(map(str.isalpha, name)) and key and key not in found:
                found[key] = name
                if field == "weakAlias" or (is_person and len(key) == 1):
                    weak.append(name)
    return list(found.values()), weak


def _country(properties: Mapping[str, Any]) -> str | None:
    """The one country of an entity; None when it has none or several."""
    codes = [code for field in _COUNTRIES for code in _values(properties, field)]
    found = {alpha2(match["country"]) for code in codes if (match := _NATIONAL.fullmatch(code.lower()))} - {None}
    return found.pop() if len(found) == 1 else None


def _year(properties: Mapping[str, Any], fields: tuple[str, ...]) -> int | None:
    years = [int(value[:4]) for field in fields for value in _values(properties, field) if re.match(r"\d{4}", value)]
    return next((year for year in years if EARLIEST <= year <= LATEST), None)


def _wikidata(entity: Mapping[str, Any], properties: Mapping[str, Any]) -> str | None:
    values = [*_values(properties, "wikidataId"), entity["id"]]
    return next((value for value in values if _WIKIDATA.fullmatch(value)), None)


def _values(properties: Mapping[str, Any], field: str) -> list[str]:
    """The texts of a property; nested entities are left out."""
    values = properties.get(field) or []
    values = values if isinstance(values, list) else [values]
    return [value for value in values if isinstance(value, str)]


@cache
def _kinds() -> Any:
    return load_yaml(Path(__file__).with_name("ftm_kinds.yaml"))
