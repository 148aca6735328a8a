import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.model import Reading

Run = Callable[..., Any]


def test_hits_are_shown_with_whole_ids_and_their_words_in_a_hundred_columns(
    filled: Path, dateline: Run, make_reading: Callable[..., Reading]
) -> None:
    ended = dateline("search", "kele", "RAID")
    assert ended.status == 0
    assert ended.out.count(make_reading().report.id) == 2
    assert "c000000000002" in ended.out
    assert "Front, divided" in ended.out
    assert "Kélé’s men did not raid Sana’a" in " ".join(ended.out.split())
    assert max(map(len, ended.out.splitlines())) <= 100
    assert ended.last == "2 hits"


def test_json_gives_one_hit_a_line(filled: Path, dateline: Run) -> None:
    [line] = dateline("search", '"northern front" left', "--claims", "--json").out.splitlines()
    record = json.loads(line)
    assert (record["kind"], record["claim_id"], record["published"]) == ("claim", "c000000000001", "2012-12-05")
    assert [record["snippet"][first:last] for first, last in record["matches"]] == ["left", "Northern Front"]


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        ([], "2 hits"),
        (["--reports"], "1 hit"),
        (["--claims"], "1 hit"),
        (["--limit", 1], "the best 1 hit; --limit shows more"),
    ],
)
def test_the_last_line_says_how_many_hits_there_are(
    filled: Path, dateline: Run, arguments: list[object], count: str
) -> None:
    assert dateline("search", "raid", *arguments).last == count


def test_nothing_found_prints_nothing(filled: Path, dateline: Run) -> None:
    ended = dateline("search", "absent")
    assert (ended.status, ended.out, ended.last) == (0, "", "0 hits")


@pytest.mark.parametrize("arguments", [["..."], ['"open'], ["a", "--reports", "--claims"]])
def test_what_cannot_be_meant_stops_with_a_sentence(filled: Path, dateline: Run, arguments: list[str]) -> None:
    ended = dateline("search", *arguments)
    assert (ended.status, ended.out) == (4, "")
    assert ended.err.startswith("error: ")


def test_no_store_is_told_in_one_line(path: Path, dateline: Run) -> None:
    assert "there is no store at" in dateline("search", "raid").err
