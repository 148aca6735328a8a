from collections.abc import Callable
from pathlib import Path
from typing import Any

from dateline.store import open_view

Run = Callable[..., Any]


def test_a_store_is_copied_and_the_copy_is_a_store(filled: Path, dateline: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    ended = dateline("store", "copy", filled, copy)
    assert (ended.status, ended.out) == (0, "")
    assert ended.last == "copied and compared: 1 report, 2 claims, 0 decisions, 0 facts"
    with open_view(str(copy)) as view:
        assert len(list(view.claims())) == 2


def test_a_full_store_is_not_copied_into(filled: Path, dateline: Run) -> None:
    ended = dateline("store", "copy", filled, filled)
    assert ended.status == 4
    assert "is not empty" in ended.err


def test_a_store_that_is_not_there_is_not_copied(path: Path, dateline: Run, tmp_path: Path) -> None:
    ended = dateline("store", "copy", path, tmp_path / "copy.sqlite")
    assert ended.status == 4
    assert "there is no store at" in ended.err
    assert list(tmp_path.iterdir()) == []
