import json
from pathlib import Path
from typing import Any, get_args

import pytest

from dateline.errors import DataFileError
from dateline.knowledge.actor_file import ActorFile
from dateline.knowledge.ftm_entities import _kinds, read_ftm_entities
from dateline.knowledge.load import SECTORS
from dateline.model import EntityKind


def read(folder: Path, *entities: dict[str, Any] | str) -> ActorFile:
    path = folder / "entities.ftm.json"
    lines = [line if isinstance(line, str) else json.dumps(line) for line in entities]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_ftm_entities(path)


def entity(schema: str = "Organization", identifier: str = "nk-1", **properties: Any) -> dict[str, Any]:
    return {"id": identifier, "schema": schema, "properties": properties}


def test_a_body_gets_names_kind_country_and_years(tmp_path: Path) -> None:
    (actor,) = read(
        tmp_path,
        entity(
            name=["Dune Guard"],
            alias=["Garde des dunes", "DUNE GUARD"],
            weakAlias=["The Guard"],
            country=["ml"],
            topics=["sanction", "crime.terror"],
            wikidataId=["Q999999991"],
            incorporationDate=["2003-05"],
        ),
    ).actors
    assert (actor.key, actor.names) == ("ftm-nk-1", ("Dune Guard", "Garde des dunes", "The Guard"))
    assert (actor.ambiguous, actor.kind, actor.country) == (("The Guard",), "armed_group", "ML")
    assert (actor.wikidata, actor.since, actor.plover) == ("Q999999991", 2003, "REB")


@pytest.mark.parametrize("field", ["nationality", "citizenship", "country"])
def test_people_of_both_versions_of_the_model_are_people_whatever_their_topics(tmp_path: Path, field: str) -> None:
    (actor,) = read(
        tmp_path, entity("Person", "Q999999992", name=["Idrissa Fictive", "Fictive"], topics=["mil"], **{field: ["ne"]})
    ).actors
    assert (actor.kind, actor.country, actor.plover) == ("person", "NE", "MIL")
    assert actor.ambiguous == ("Fictive",), "a surname alone needs support"
    assert actor.wikidata == "Q999999992"


@pytest.mark.parametrize(
    ("codes", "country"), [(["gb-sct"], "GB"), (["suhh", "ru"], "RU"), (["ml", "ne"], None), (["zz"], None), ([], None)]
)
def test_one_country_is_kept(tmp_path: Path, codes: list[str], country: str | None) -> None:
    (actor,) = read(tmp_path, entity(name=["Dune Guard"], country=codes)).actors
    assert actor.country == country


def test_nested_entities_and_single_values_are_taken_in_stride(tmp_path: Path) -> None:
    nested = {"id": "a-1", "schema": "Address", "properties": {}}
    (actor,) = read(
        tmp_path, entity(name="Dune Guard", addressEntity=[nested], alias=[nested, "Guard of Dunes"])
    ).actors
    assert actor.names == ("Dune Guard", "Guard of Dunes")


def test_what_is_no_actor_or_has_no_name_is_skipped_with_its_line(tmp_path: Path) -> None:
    skipped = read(tmp_path, entity("Passport", number=["1"]), "", entity()).skipped
    assert [(each.line, each.reason) for each in skipped] == [(1, "a Passport is no actor"), (3, "it has no name")]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('{"id": "x", ', "line 2: is no JSON"),
        ("[]", "line 2: is no entity"),
        ('{"id": "x", "schema": "Person"}', "line 2: is no entity: it has no object 'properties'"),
        ('{"id": "x", "properties": {}}', "line 2: is no entity: it has no 'schema'"),
    ],
)
def test_a_malformed_line_is_refused(tmp_path: Path, line: str, complaint: str) -> None:
    with pytest.raises(DataFileError, match=complaint):
        read(tmp_path, entity(name=["Dune Guard"]), line)


def test_the_list_holds_only_kinds_and_sectors_that_there_are() -> None:
    for kind, plover in [*_kinds()["schemata"].values(), *_kinds()["topics"].values()]:
        assert kind in get_args(EntityKind)
        assert plover in SECTORS
