"""What goes in, what comes out, and what is said of it."""

import csv
import gzip
import json
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest
from typer.testing import CliRunner

from dateline.batch import schema
from dateline.batch.folder import Folder
from dateline.batch.local import LocalEngine
from dateline.batch.options import BatchOptions
from dateline.batch.run import Summary, run_batch
from dateline.cli.app import program
from dateline.errors import BadArgument, RunStopped
from dateline.ingest import IngestOptions, collect
from dateline.model import Report
from dateline.settings import Settings

RULES = Settings(encoder=False)
ATTACK = (
    "Gunmen of the Reed Front attacked the barracks of Menaka in Mali on 3 May 2012 and killed nine soldiers, the "
    "governor said. The army sent a column of trucks from Gao at dawn, and residents said that shops stayed "
    "closed. The governor, Ada Keita, asked the people of the region to stay at home until the road was safe again."
)
RAIN = (
    "Rain fell on the whole of the coast on Monday and the rivers rose by a metre. Farmers said that the maize would "
    "be late this year. The ministry of works sent pumps to three towns, and the schools were open."
)
FRENCH = (
    "Les habitants de la ville ont dit que la pluie est tombée toute la nuit et que les écoles sont restées fermées. "
    "Le ministre a demandé aux gens de rester chez eux jusqu'à ce que la route soit sûre."
)


@pytest.fixture(scope="module")
def engine() -> Any:
    with closing(LocalEngine(1)) as made:
        yield made


def batch(engine: Any, out: Path, *inputs: object, **more: Any) -> Summary:
    options = BatchOptions(inputs=tuple(map(str, inputs)), **{"settings": RULES, **more})
    return run_batch(options, Folder(str(out)), engine, resume=False, told=lambda *_: None)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """An attack, its reprint, the same bytes again, rain, a text in French, and a row without a text."""
    rows = [
        {"text": ATTACK, "date": "2012-05-04", "publisher": "Sahel Wire"},
        {"text": ATTACK + " Reprinted.", "date": "2012-05-05", "publisher": "River Post"},
        {"text": ATTACK, "date": "2012-05-04", "publisher": "Sahel Wire"},
        {"text": RAIN, "date": "2012-05-04"},
        {"text": FRENCH, "date": "2012-05-04"},
        {"text": "", "date": "2012-05-04"},
    ]
    path = tmp_path / "some.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_each_record_is_accounted_for(engine: Any, table: Path, rows: Any, tmp_path: Path) -> None:
    summary = batch(engine, tmp_path / "out", table)
    assert summary.counts["records"] == 6
    assert {name: summary.counts[name] for name in ("read", "near copy", "copy", "language", "clean")} == {
        "read": 2,
        "near copy": 1,
        "copy": 1,
        "language": 1,
        "clean": 1,
    }
    reports = rows(tmp_path / "out", "reports")
    first, copy, rain = reports
    assert [one["outcome"] for one in reports] == ["read", "copy", "read"]
    assert (copy["copy_of"], copy["claims"], copy["reading"]) == (first["report_id"], 0, None)
    assert 0.8 <= copy["similarity"] < 1
    assert rain["claims"] == 0
    skipped = rows(tmp_path / "out", "skipped")
    assert [(one["source"].rpartition("#")[2], one["stage"]) for one in skipped] == [
        ("3", "copy"),
        ("5", "language"),
        ("6", "clean"),
    ]


def test_claims_are_those_that_reading_alone_gives(
    engine: Any, table: Path, rows: Any, rules: Any, tmp_path: Path
) -> None:
    batch(engine, tmp_path / "out", table)
    (first, *_) = collect([str(table)], IngestOptions())
    assert isinstance(first, Report)
    reading = rules.read(first)
    claims = rows(tmp_path / "out", "claims")
    assert [one["claim_id"] for one in claims] == [claim.id for claim in reading.claims]
    report = rows(tmp_path / "out", "reports")[0]
    assert (report["report_id"], report["raw"], report["sha256"]) == (first.id, first.raw, first.sha256)
    told = rows(tmp_path / "out", "attributions")[0]
    assert (told["source"], told["cue"], told["anonymous"]) == ("the governor", "said", False)
    assert [(one["type"], one["killed"]) for one in claims if one["killed"]] == [("ASSAULT", 9)]
    assert ("ASSAULT", "ML", "2012-05-03") in {
        (one["type"], one["country"], str(one["certain_first"])) for one in claims
    }


def test_all_kinds_of_inputs_give_the_same_reports(engine: Any, rows: Any, tmp_path: Path) -> None:
    row = {"text": ATTACK, "date": "2012-05-04", "url": "https://a.example/1"}
    folder = tmp_path / "inputs"
    folder.mkdir()
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(json.dumps(row).encode()))
    with (folder / "b.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(row))
        writer.writeheader()
        writer.writerow({**row, "text": ATTACK.replace("nine", "ten").replace(". ", ".\n\n")})
    parquet.write_table(pa.Table.from_pylist([{**row, "text": ATTACK.replace("nine", "six")}]), folder / "c.parquet")
    (folder / "d.txt").write_text(ATTACK.replace("nine", "two"), encoding="utf-8")
    batch(engine, tmp_path / "out", folder, near=1.0)
    reports = rows(tmp_path / "out", "reports")
    assert [Path(one["source"]).name for one in reports] == ["a.jsonl.gz#1", "b.csv#1", "c.parquet#1", "d.txt"]
    assert [one["url"] for one in reports] == [row["url"]] * 3 + [None]
    assert [one["killed"] for one in rows(tmp_path / "out", "claims") if one["killed"]] == [9, 10, 6, 2]


def test_rows_of_a_table_have_the_ids_that_add_gives_them(engine: Any, rows: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'day,body\n2012-05-04,"{ATTACK}"\n2012-05-05,"{RAIN}"\n', encoding="utf-8")
    added = {one.id for one in collect([str(path)], IngestOptions()) if isinstance(one, Report)}
    batch(engine, tmp_path / "out", path)
    assert {one["report_id"] for one in rows(tmp_path / "out", "reports")} == added


def test_the_output_is_as_its_schema_says(engine: Any, table: Path, tmp_path: Path) -> None:
    batch(engine, tmp_path / "out", table)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert [file["name"] for file in manifest["files"]] == [f"{name}/part-00000.parquet" for name in schema.TABLES]
    for name, file in zip(schema.TABLES, manifest["files"], strict=True):
        held = parquet.read_table(tmp_path / "out" / file["name"])
        assert held.schema.equals(schema.output(name))
        assert held.num_rows == file["rows"]
    assert not (tmp_path / "out" / "_work").exists()


def test_an_object_store_is_read_and_written(table: Path, tmp_path: Path) -> None:
    import fsspec

    from dateline.batch.splits import splits

    files = fsspec.filesystem("memory")
    files.pipe_file("/bucket/in/a.jsonl", table.read_bytes())
    files.pipe_file("/bucket/in/b/c.txt", b"some")
    (first, second) = splits(["memory://bucket/in"], 10)
    assert (first.kind, second.kind) == ("jsonl", "files")
    folder = Folder("memory://bucket/out")
    folder.write("a/b.txt", b"here")
    assert (folder.names(), folder.read("a/b.txt"), folder.has("a/c.txt")) == (["a/b.txt"], b"here", False)
    folder.remove()
    assert folder.names() == []


def test_a_folder_in_use_and_other_settings_are_refused(engine: Any, table: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(engine, out, table)
    with pytest.raises(BadArgument, match="--resume"):
        batch(engine, out, table)
    options = BatchOptions(inputs=(str(table),), settings=RULES, near=0.9)
    with pytest.raises(BadArgument, match="other inputs, settings"):
        run_batch(options, Folder(str(out)), engine, resume=True, told=lambda *_: None)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "mine.txt").write_text("mine")
    with pytest.raises(BadArgument, match="something else"):
        batch(engine, tmp_path / "other", table)


def test_a_run_that_is_over_is_not_done_again(
    engine: Any, table: Path, held: Callable[[Path], Any], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    counts = batch(engine, out, table).counts
    before = held(out)
    options = BatchOptions(inputs=(str(table),), settings=RULES)
    again = run_batch(options, Folder(str(out)), engine, resume=True, told=lambda *_: None)
    assert held(out) == before
    assert again.counts["read"] == counts["read"]


def test_inputs_that_are_not_there_or_are_its_own_output_are_refused(engine: Any, table: Path, tmp_path: Path) -> None:
    with pytest.raises(BadArgument, match="holds no files"):
        batch(engine, tmp_path / "out", tmp_path / "nothing.jsonl")
    assert not (tmp_path / "out").exists()
    batch(engine, tmp_path / "out", table)
    with pytest.raises(BadArgument, match="choose an --out beside the inputs"):
        batch(engine, tmp_path / "out", tmp_path)


def test_a_missing_library_is_told_before_anything_is_written(
    engine: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.warc.gz").write_bytes(b"")
    monkeypatch.setitem(sys.modules, "fastwarc", None)
    with pytest.raises(RunStopped, match=r"dateline\[batch\]"):
        batch(engine, tmp_path / "out", tmp_path / "a.warc.gz")
    assert not (tmp_path / "out").exists()


def test_files_that_came_meanwhile_are_told(engine: Any, table: Path, tmp_path: Path) -> None:
    folder = tmp_path / "inputs"
    folder.mkdir()
    table.rename(folder / "a.jsonl")
    batch(engine, tmp_path / "out", folder)
    (folder / "b.txt").write_text(RAIN)
    options = BatchOptions(inputs=(str(folder),), settings=RULES)
    with pytest.raises(BadArgument, match="come, gone or changed"):
        run_batch(options, Folder(str(tmp_path / "out")), engine, resume=True, told=lambda *_: None)


def run(*arguments: str) -> Any:
    return CliRunner().invoke(program(arguments), list(arguments))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--gate", "0.2", "--no-gate"), "give one of them up"),
        (("--languages", "fr"), "English only"),
    ],
)
def test_what_cannot_be_meant_is_told(arguments: tuple[str, ...], words: str, table: Path, tmp_path: Path) -> None:
    result = run("batch", str(table), "--out", str(tmp_path / "out"), *arguments)
    assert words in str(result.exception)


def test_the_command_says_what_it_came_to(table: Path, tmp_path: Path) -> None:
    arguments = ("batch", str(table), "--out", str(tmp_path / "out"), "--no-encoder", "--workers", "1")
    result = run(*arguments)
    assert result.exit_code == 3
    assert "2 reports read" in result.stderr
    assert "1 nearly the same as another" in result.stderr
