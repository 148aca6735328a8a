import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_csv_goes_to_standard_output(filled: Path, dateline: Run) -> None:
    ended = dateline("export", "csv")
    rows = list(csv.DictReader(ended.out.splitlines()))
    assert [row["id"] for row in rows] == ["c000000000001", "c000000000002"]
    assert rows[0]["report_publisher"] == "'=The River Post"
    assert (ended.status, ended.last) == (0, "2 claims written; nobody is masked in claims as the reader found them")


def test_jsonl_is_what_claims_prints(filled: Path, dateline: Run) -> None:
    assert dateline("export", "jsonl").out == dateline("claims", "--json").out


def test_a_file_is_written_with_the_filters_of_claims(filled: Path, dateline: Run, tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    ended = dateline("export", "jsonl", "--out", out, "--type", "split_from")
    assert [json.loads(line)["type"] for line in out.read_text(encoding="utf-8").splitlines()] == ["split_from"]
    told = f"1 claim written to {out}; nobody is masked in claims as the reader found them"
    assert (ended.out, ended.last) == ("", told)


def test_a_file_that_cannot_be_written_is_told_in_one_line(filled: Path, dateline: Run, tmp_path: Path) -> None:
    ended = dateline("export", "csv", "--out", tmp_path / "missing" / "claims.csv")
    assert ended.status == 4
    assert len(ended.err.splitlines()) == 1
    assert "cannot be written" in ended.err


def test_a_store_that_fails_leaves_the_older_export(path: Path, dateline: Run, tmp_path: Path) -> None:
    path.write_bytes(b"no store at all, but words\n" * 50)
    out = tmp_path / "claims.csv"
    out.write_text("older")
    assert dateline("export", "csv", "--out", out).status == 4
    assert out.read_text() == "older"


def test_another_format_is_wrong_usage(filled: Path, dateline: Run) -> None:
    assert dateline("export", "xlsx").status == 2
