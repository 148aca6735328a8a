"""The test that matters most: nobody who is not public can be found in any export."""

import html
import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pyarrow.parquet
import pytest

from dateline.export.facts import FACT_FORMATS
from dateline.export.facts.folding import plain

HIDDEN = ("traore", "sega", "fatou", "mariam", "brien", "f. keita", "f keita", "keita, f", "fatoumata-keita")
WORDS_THAT_STAY = "Amadou Keita"


def everything_in(path: Path) -> str:
    """All text of an export, as it stands and with its escapes undone."""
    files = sorted(path.iterdir()) if path.is_dir() else [path, path.with_name(f"{path.name}.manifest.json")]
    return "\n".join(text for file in files for text in _texts(file))


def _texts(file: Path) -> list[str]:
    raw = file.read_bytes().decode("utf-8", errors="replace")
    texts = [file.name, raw, html.unescape(raw), unquote(raw), raw.encode().decode("unicode_escape", errors="replace")]
    if file.suffix == ".parquet":
        texts.append(json.dumps(pyarrow.parquet.read_table(file).to_pylist(), default=str, ensure_ascii=False))
    return texts


@pytest.mark.parametrize("name", FACT_FORMATS)
def test_no_spelling_of_a_protected_name_is_anywhere_in_an_export(name: str, export: Callable[..., Path]) -> None:
    text = plain(everything_in(export(name)))
    found = [re.findall(f".{{0,40}}{re.escape(hidden)}.{{0,20}}", text)[:3] for hidden in HIDDEN if hidden in text]
    assert found == []


@pytest.mark.parametrize("name", sorted(set(FACT_FORMATS) - {"ucdp-ged", "acled", "plover", "polecat", "geojson"}))
def test_the_name_of_a_public_actor_stays_though_a_protected_person_shares_it(
    name: str, export: Callable[..., Path]
) -> None:
    assert WORDS_THAT_STAY in everything_in(export(name))


@pytest.mark.parametrize("name", FACT_FORMATS)
def test_an_unprotected_export_names_everybody(name: str, export: Callable[..., Path]) -> None:
    assert "traore" in plain(everything_in(export(name, protect=False)))


@pytest.mark.parametrize("name", FACT_FORMATS)
def test_what_is_alleged_is_said_to_be_in_every_format(name: str, export: Callable[..., Path]) -> None:
    if name == "ucdp-ged":
        pytest.skip("the alleged abduction counts no dead; see test_ged")
    path = export(name)
    files = [file for file in path.iterdir() if file.name != "manifest.json"] if path.is_dir() else [path]
    assert any("alleged" in text for file in files for text in _texts(file))


@pytest.mark.parametrize("name", FACT_FORMATS)
def test_the_same_portion_and_options_give_the_same_bytes(name: str, export: Callable[..., Path]) -> None:
    path = export(name)
    files = sorted(path.iterdir()) if path.is_dir() else [path, path.with_name(f"{path.name}.manifest.json")]
    before = [file.read_bytes() for file in files]
    export(name)
    assert [file.read_bytes() for file in files] == before
