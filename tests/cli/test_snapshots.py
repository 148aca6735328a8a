import json
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]

pytestmark = pytest.mark.usefixtures("reviewed")


def test_a_snapshot_is_taken_listed_and_compared(reviewed: Any, dateline: Run) -> None:
    assert dateline("snapshot", "May", "--note", "as published").last == "snapshot 'May' taken: 4 facts of 3 reports"
    assert dateline("diff", "May").last == "0 differences between May and now: 0 added, 0 changed, 0 withdrawn"
    dateline("decide", "correct", reviewed.raid.claims[0].id, "--set", "killed=9", "--note", "misread")
    ended = dateline("diff", "May")
    assert "counts: killed 3 → killed" in ended.out
    assert "why: decision 1 by Ada: correct claim (misread)" in ended.out
    assert ended.err.splitlines() == [
        "between May and now: 1 decision: 1 by Ada",
        "1 difference between May and now: 0 added, 1 changed, 0 withdrawn",
    ]
    dateline("snapshot", "June")
    (change,) = (json.loads(line) for line in dateline("diff", "May", "June", "--json").out.splitlines())
    assert change["how"] == "changed"
    assert "counts" in {field["field"] for field in change["fields"]}
    table = dateline("snapshots")
    assert "as published" in table.out
    assert table.last == "2 snapshots"
    records = [json.loads(line) for line in dateline("snapshots", "--json").out.splitlines()]
    assert [(one["name"], one["decision"]) for one in records] == [("May", 0), ("June", 1)]


def test_what_cannot_be_is_told(dateline: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert dateline("diff", "May").status == 4
    dateline("snapshot", "May")
    assert "never changed" in dateline("snapshot", "May").last
    monkeypatch.delenv("DATELINE_CODER")
    assert "--by" in dateline("snapshot", "June").last
    assert dateline("snapshots").last == "1 snapshot"


def test_there_are_none_at_first(dateline: Run) -> None:
    assert (dateline("snapshots").out, dateline("snapshots").last) == ("", "0 snapshots")
