"""FollowTheMoney, read back by its own library."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from followthemoney import model
from followthemoney.statement.serialize import read_csv_statements

from dateline.errors import RunStopped
from dateline.export.facts import ftm
from dateline.export.facts.extras import library


def entities(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / ftm.ENTITIES).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", ["ftm", "ftm3"])
def test_every_entity_is_valid_and_has_what_its_schema_requires(name: str, export: Callable[..., Path]) -> None:
    given = entities(export(name))
    ids = {entity["id"] for entity in given}
    for data in given:
        entity = model.get_proxy(data, cleaned=False)
        model.get(entity.schema.name).validate(data)  # type: ignore[union-attr]
        assert entity.to_dict()["properties"] == data["properties"]
        assert all(entity.get(required) for required in entity.schema.required)
        for prop, value in entity.itervalues():
            assert prop.type.name != "entity" or value in ids
            assert prop.type.name != "topic"


def test_profile_3_has_no_control_and_no_proof_on_an_interval(export: Callable[..., Path]) -> None:
    for data in entities(export("ftm3")):
        schema = model.get(str(data["schema"]))
        assert schema is not None
        assert schema.name != "Control"
        if schema.is_a("Interval") and not schema.is_a("Thing"):
            assert "proof" not in data["properties"]  # type: ignore[operator]


def test_statements_are_read_back_and_the_sidecar_leads_to_their_words(export: Callable[..., Path]) -> None:
    folder = export("ftm")
    statements = list(read_csv_statements(BytesIO((folder / ftm.STATEMENTS).read_bytes())))
    header = (folder / ftm.STATEMENTS).read_text(encoding="utf-8").splitlines()[0].replace('"', "")
    assert header == ",".join(ftm.COLUMNS)
    by_id = {statement.id for statement in statements}
    assert len(by_id) == len(statements)
    sidecar = [json.loads(line) for line in (folder / ftm.SIDECAR).read_text(encoding="utf-8").splitlines()]
    assert {line["statement"] for line in sidecar} <= by_id
    assert all(claim["quote"] for line in sidecar for claim in line["claims"])
    titles = [statement.value for statement in statements if statement.prop == "title"]
    assert titles[0].startswith("'=")


def test_a_library_that_is_missing_is_named_with_how_to_install_it() -> None:
    with pytest.raises(RunStopped, match=r"pip install 'dateline\[export\]'"):
        library("no_such_library_here")
