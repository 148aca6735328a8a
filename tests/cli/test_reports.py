import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.model import Reading
from dateline.store import open_store

Run = Callable[..., Any]


def test_reports_are_listed_with_whole_ids_in_a_hundred_columns(
    filled: Path, dateline: Run, make_reading: Callable[..., Reading]
) -> None:
    with open_store(str(filled)) as store:
        store.add(make_reading(reader="hand 2"))
    ended = dateline("reports")
    assert ended.status == 0
    assert make_reading().report.id in ended.out
    assert "Front, divided  (read 2 times)" in ended.out
    assert max(map(len, ended.out.splitlines())) <= 100
    assert ended.last == "1 report"


def test_json_gives_one_report_a_line(filled: Path, dateline: Run, make_reading: Callable[..., Reading]) -> None:
    lines = dateline("reports", "--json").out.splitlines()
    assert len(lines) == 1
    record = json.loads(lines[0])
    report = make_reading().report
    assert (record["id"], record["sha256"], record["published"], record["claims"]) == (
        report.id,
        report.sha256,
        "2012-12-05",
        2,
    )
    assert record["added_at"].endswith("+00:00")
    assert {"raw", "text"}.isdisjoint(record)


@pytest.mark.parametrize(
    ("arguments", "count"),
    [(["--from", "2012-12"], 1), (["--to", "2012-11"], 0), (["--publisher", "river"], 1), (["--report", "a.txt"], 1)],
)
def test_reports_are_filtered(filled: Path, dateline: Run, arguments: list[str], count: int) -> None:
    ended = dateline("reports", "--json", *arguments)
    assert len(ended.out.splitlines()) == count


def test_no_store_is_told_in_one_line_and_none_is_made(path: Path, dateline: Run) -> None:
    ended = dateline("reports")
    assert (ended.status, ended.out) == (4, "")
    assert ended.err == f"error: there is no store at {path} yet. `dateline add` makes one; --store chooses another\n"
    assert not path.exists()


def test_the_option_comes_before_the_environment(filled: Path, dateline: Run, tmp_path: Path) -> None:
    assert "other.sqlite" in dateline("reports", "--store", tmp_path / "other.sqlite").err
