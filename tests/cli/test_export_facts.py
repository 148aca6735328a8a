import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from dateline.cli.export import ClaimFormat, FactFormatName, Format
from dateline.cli.export_facts import CALLED
from dateline.export import FORMATS
from dateline.export.facts import FACT_FORMATS

Run = Callable[..., Any]
NAMES = get_args(FactFormatName)

pytestmark = pytest.mark.usefixtures("reviewed")


def test_every_format_has_a_name_of_its_own() -> None:
    assert set(get_args(Format)) == {*get_args(ClaimFormat), *NAMES}
    assert set(get_args(ClaimFormat)) == set(FORMATS)
    assert {CALLED.get(name, name) for name in NAMES} == set(FACT_FORMATS)


@pytest.mark.parametrize("name", NAMES)
def test_each_format_is_written_with_its_manifest(name: str, dateline: Run, tmp_path: Path) -> None:
    form = FACT_FORMATS[CALLED.get(name, name)]
    out = tmp_path / f"out{form.suffix}"
    ended = dateline("export", name, "--out", out, "--codebook", "House book 3")
    assert ended.status == 0
    assert ended.out == ""
    (line,) = ended.err.splitlines()
    assert line.startswith(f"{name}: ")
    assert f"written to {out}" in line
    assert "masked" in line
    beside = out / "manifest.json" if form.is_folder else tmp_path / f"{out.name}.manifest.json"
    manifest = json.loads(beside.read_text(encoding="utf-8"))
    assert manifest["codebook"]["name"] == "House book 3"
    assert manifest["protected"] is True
    assert manifest["counts"]["events"] == 2
    left_out = sum(one["count"] for one in manifest["left_out"])
    assert (f"{left_out:,} left out: " in line) is bool(left_out)


def test_a_form_of_one_file_goes_to_standard_output(dateline: Run) -> None:
    ended = dateline("export", "geojson", "--in", "Mali")
    assert len(json.loads(ended.out)["features"]) == 2
    assert "written; " in ended.last


def test_a_folder_needs_a_name(dateline: Run) -> None:
    ended = dateline("export", "facts-csv")
    assert (ended.status, "--out FOLDER" in ended.last) == (4, True)


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("options", "events", "relations"),
    [
        ((), 2, 2),
        (("--actor", "Reed Front"), 1, 1),
        (("--type", "ASSAULT/raid"), 1, 0),
        (("--place", "Kidal"), 1, 0),
        (("--from", "2012-04-03", "--type", "ASSAULT"), 1, 0),
        (("--to", "2012-04-02", "--type", "ASSAULT"), 1, 0),
        (("--as-of", "2012-04-05"), 0, 2),
        (("--status", "corroborated"), 1, 0),
        (("--sources", "2"), 1, 0),
    ],
)
def test_facts_are_chosen_as_asked_and_the_manifest_says_how(
    options: tuple[str, ...], events: int, relations: int, dateline: Run, tmp_path: Path
) -> None:
    dateline("export", "facts-csv", "--out", tmp_path / "out", *options)
    assert (len(rows(tmp_path / "out", "events.csv")), len(rows(tmp_path / "out", "relations.csv"))) == (
        events,
        relations,
    )
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    names = [option.removeprefix("--") for option in options[::2]]
    assert manifest["filters"] == dict(zip(names, options[1::2], strict=True))


def test_people_are_masked_unless_one_says_otherwise(dateline: Run, tmp_path: Path) -> None:
    masked = dateline("export", "facts-csv", "--out", tmp_path / "masked")
    shown = dateline("export", "facts-csv", "--out", tmp_path / "shown", "--unprotected")
    assert "people are not masked" in shown.last
    assert "masked" in masked.last
    assert "Ada Keita" in (tmp_path / "shown" / "claims.csv").read_text(encoding="utf-8")


def test_a_correction_is_in_the_export(reviewed: Any, dateline: Run, tmp_path: Path) -> None:
    dateline("decide", "correct", reviewed.other.claims[1].id, "--set", "killed=9")
    dateline("export", "facts-csv", "--out", tmp_path / "out", "--place", "Kidal")
    (event,) = rows(tmp_path / "out", "events.csv")
    assert (event["killed_best"], event["status"]) == ("9", "accepted")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("csv", "--status", "accepted"), "--status asks for facts, which csv does not hold"),
        (("csv", "--unprotected"), "--unprotected asks for facts"),
        (("acled", "--speaker", "Keita"), "--speaker asks for claims, which acled does not hold"),
        (("acled", "--as-of", "2012"), "is more than one day"),
        (("acled", "--type", "PICNIC"), "there is no claim type"),
        (("acled", "--actor", "Nobody Known"), "no actor in the record"),
    ],
)
def test_what_cannot_be_asked_is_told(arguments: tuple[str, ...], words: str, dateline: Run) -> None:
    ended = dateline("export", *arguments)
    assert ended.status == 4
    assert words in ended.last
