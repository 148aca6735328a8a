"""``docs/ontology.md`` explains every key and slot, and its examples are files that load."""

import re
from pathlib import Path

import pytest

from dateline.ontology import documents, load
from dateline.ontology.load import load_ontology

PAGE = (Path(__file__).parents[2] / "docs" / "ontology.md").read_text(encoding="utf-8")
FILES = [block for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL) if block.startswith("type:")]


@pytest.mark.parametrize("key", sorted(documents.PATTERN_KEYS | documents.TYPE_KEYS | documents.SLOTS))
def test_every_key_and_slot_is_explained(key: str) -> None:
    assert f"`{key}`" in PAGE


@pytest.mark.parametrize("group", sorted(load.KIND_GROUPS))
def test_every_group_of_kinds_is_explained(group: str) -> None:
    assert f"`{group}`" in PAGE


@pytest.mark.parametrize("block", FILES)
def test_every_file_shown_loads(tmp_path: Path, block: str) -> None:
    path = tmp_path / "shown.yaml"
    path.write_text(block, encoding="utf-8")
    name = re.match(r"type: (\w+)", block)
    assert name
    assert load_ontology(path).types[name[1]].says_it
