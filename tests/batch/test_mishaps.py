"""Files and folders that are not as they should be: each is told in words, and costs nothing but itself."""

import fcntl
import gzip
import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest
from typer.testing import CliRunner

from dateline.batch.folder import Folder
from dateline.batch.lake import Lake
from dateline.batch.local import LocalEngine
from dateline.batch.options import BatchOptions
from dateline.batch.run import Summary, run_batch
from dateline.cli.app import program
from dateline.errors import BadArgument, RunStopped
from dateline.settings import Settings
from dateline.store import ClaimFilter

TOWNS = ("Gao", "Kidal", "Menaka", "Mopti", "Timbuktu", "Segou")


@pytest.fixture(scope="module")
def engine() -> Any:
    with closing(LocalEngine(1)) as made:
        yield made


def batch(engine: Any, out: Path, *inputs: object, resume: bool = False) -> Summary:
    options = BatchOptions(inputs=tuple(map(str, inputs)), settings=Settings(encoder=False))
    return run_batch(options, Folder(str(out)), engine, resume=resume, told=lambda *_: None)


def lines(number: int, first: int = 0) -> str:
    """So many short reports, none like another, a line each."""
    texts = [
        f"Gunmen of the Reed Front attacked the barracks of {TOWNS[n % 6]} in Mali and killed {2 + n} soldiers, the "
        f"governor said. Column {n * 37} of the army left at dawn for post {n * 53}, and road {n * 71} was closed."
        for n in range(first, first + number)
    ]
    return "".join(json.dumps({"text": text, "date": "2012-05-04"}) + "\n" for text in texts)


def said(*arguments: str) -> Any:
    return CliRunner().invoke(program(arguments), list(arguments))


def test_half_a_character_costs_its_own_record(engine: Any, rows: Any, tmp_path: Path) -> None:
    source = tmp_path / "some.jsonl"
    source.write_text(lines(2) + '{"text": "Gunmen attacked the town \\ud83d and left, he said."}\n' + lines(1, 2))
    assert batch(engine, tmp_path / "out", source).counts["read"] == 3
    (skipped,) = rows(tmp_path / "out", "skipped")
    assert (skipped["source"].rpartition("#")[2], skipped["stage"]) == ("3", "clean")
    assert "surrogate" in skipped["reason"]


@pytest.mark.parametrize("spoil", ["breaks off", "is corrupt"])
def test_a_packed_table_is_read_as_far_as_it_goes(engine: Any, rows: Any, tmp_path: Path, spoil: str) -> None:
    raw = bytearray(gzip.compress(lines(400).encode()))
    if spoil == "breaks off":
        del raw[len(raw) // 2 :]
    else:
        raw[len(raw) // 2 : len(raw) // 2 + 40] = b"\xff" * 40
    first, second = tmp_path / "a.jsonl.gz", tmp_path / "b.jsonl"
    first.write_bytes(raw)
    second.write_text(lines(3, 1000))
    counts = batch(engine, tmp_path / "out", first, second).counts
    assert 3 < counts["read"] + counts["near copy"] < 403
    assert counts["record"] == 1
    (told,) = [row for row in rows(tmp_path / "out", "skipped") if row["stage"] == "record"]
    assert "could not be read" in told["reason"]


def test_a_file_that_changed_is_told(engine: Any, tmp_path: Path) -> None:
    source = tmp_path / "some.jsonl"
    source.write_text(lines(3))
    batch(engine, tmp_path / "out", source)
    source.write_text(lines(5, 10))
    with pytest.raises(BadArgument, match="changed"):
        batch(engine, tmp_path / "out", source, resume=True)


def test_one_damaged_part_of_a_parquet_file_costs_no_other(engine: Any, rows: Any, tmp_path: Path) -> None:
    held = [json.loads(line) for line in lines(40).splitlines()]
    path = tmp_path / "some.parquet"
    parquet.write_table(pa.Table.from_pylist(held), path, row_group_size=10, compression="snappy")
    place = parquet.ParquetFile(path).metadata.row_group(1).column(1)
    begin = place.dictionary_page_offset or place.data_page_offset
    raw = bytearray(path.read_bytes())
    raw[begin : begin + place.total_compressed_size] = b"\xff" * place.total_compressed_size
    path.write_bytes(raw)
    counts = batch(engine, tmp_path / "out", path).counts
    assert counts["record"] == 1
    assert counts["read"] + counts["near copy"] == 30
    (told,) = [row for row in rows(tmp_path / "out", "skipped") if row["stage"] == "record"]
    assert "rows 11 to 20" in told["reason"]


def test_empty_files_and_pipes_are_told(engine: Any, rows: Any, tmp_path: Path) -> None:
    folder = tmp_path / "inputs"
    folder.mkdir()
    for name in ("a.jsonl", "b.csv", "c.parquet", "d.txt", "e.warc.gz"):
        (folder / name).touch()
    os.mkfifo(folder / "f.txt")
    assert batch(engine, tmp_path / "out", folder).counts["read"] == 0
    told = {Path(row["source"]).name: row["reason"] for row in rows(tmp_path / "out", "skipped")}
    assert sorted(told) == ["a.jsonl", "b.csv", "c.parquet", "d.txt", "e.warc.gz", "f.txt"]
    assert "no regular file" in told["f.txt"]
    assert told["a.jsonl"] == told["e.warc.gz"] == "the file is empty"


def test_a_text_without_end_is_told(engine: Any, rows: Any, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("The army said nothing today. " * 40_000)
    assert batch(engine, tmp_path / "out", tmp_path / "long.txt").counts["read"] == 0
    assert "split it" in rows(tmp_path / "out", "skipped")[0]["reason"]


def test_two_runs_do_not_work_in_one_folder(engine: Any, tmp_path: Path) -> None:
    source, out = tmp_path / "some.jsonl", tmp_path / "out"
    source.write_text(lines(3))
    work = out / "_work"
    work.mkdir(parents=True)
    with (work / ".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(RunStopped, match="another run"):
            batch(engine, out, source)
    assert batch(engine, out, source, resume=True).counts["read"] == 3


def test_a_folder_that_is_a_file_is_told(engine: Any, tmp_path: Path) -> None:
    source = tmp_path / "some.jsonl"
    source.write_text(lines(1))
    (tmp_path / "file").touch()
    for out in (tmp_path / "file", tmp_path / "file" / "out"):
        with pytest.raises(BadArgument, match="choose a folder"):
            batch(engine, out, source)


@pytest.mark.parametrize("address", ["foo://bar/a.jsonl", "memory://out"])
def test_addresses_that_cannot_be_meant_are_told(address: str, tmp_path: Path) -> None:
    (tmp_path / "some.jsonl").write_text(lines(1))
    inputs = str(tmp_path / "some.jsonl") if address.startswith("memory") else address
    out = address if address.startswith("memory") else str(tmp_path / "out")
    assert isinstance(said("batch", inputs, "--out", out, "--no-encoder").exception, BadArgument)


def test_the_command_says_why_and_exits_with_3_only_where_something_was_lost(tmp_path: Path) -> None:
    (tmp_path / "good.jsonl").write_text(lines(2))
    good = said("batch", str(tmp_path / "good.jsonl"), "--out", str(tmp_path / "a"), "--no-encoder", "--workers", "1")
    assert good.exit_code == 0, good.output
    (tmp_path / "bad.jsonl").write_text('{"corpo": "Gunmen attacked the town."}\n' * 2)
    bad = said("batch", str(tmp_path / "bad.jsonl"), "--out", str(tmp_path / "b"), "--no-encoder", "--workers", "1")
    assert bad.exit_code == 3
    assert "because no column" in bad.stderr or "--column text=NAME" in bad.stderr


def test_a_lake_is_in_the_order_of_its_inputs_however_often_it_is_asked(engine: Any, tmp_path: Path) -> None:
    source, out = tmp_path / "some.jsonl", tmp_path / "out"
    source.write_text(lines(120))
    batch(engine, out, source)
    wanted = [[one.report_source for one in Lake(str(out)).claims(ClaimFilter())] for _ in range(6)]
    places = [int(source.rpartition("#")[2]) for source in wanted[0]]
    assert places == sorted(places)
    assert len(set(places)) > 50
    assert all(one == wanted[0] for one in wanted)


def test_a_lake_that_lacks_a_part_is_told(engine: Any, tmp_path: Path) -> None:
    source, out = tmp_path / "some.jsonl", tmp_path / "out"
    source.write_text(lines(2))
    batch(engine, out, source)
    (out / "claims" / "part-00000.parquet").unlink()
    with pytest.raises(RunStopped, match="lacks"):
        Lake(str(out))
    (out / "manifest.json").write_text("{")
    with pytest.raises(BadArgument, match="run the batch anew"):
        Lake(str(out))


THREADS = """
import os
import subprocess
import sys
import pyarrow
import pyarrow.parquet
from dateline.batch.parquet import from_parquet, to_parquet

raw = to_parquet([{"n": 1}], pyarrow.schema([("n", pyarrow.int64())]))
before = os.listdir("/proc/self/task")
assert from_parquet(raw).num_rows == 1
assert os.listdir("/proc/self/task") == before
"""


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="the threads of a process are not told here")
def test_reading_parquet_starts_no_threads_that_could_outlive_python() -> None:
    """Arrow's own threads, ended in the middle of letting go of our bytes, aborted one run in twenty at its end."""
    subprocess.run([sys.executable, "-c", THREADS], check=True)
