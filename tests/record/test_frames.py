import importlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import dateline
from dateline import Reader
from dateline.errors import BadArgument, RunStopped
from dateline.export.facts.tables import TABLES
from dateline.record.frames import to_pandas, to_polars
from dateline.store import open_store


@pytest.fixture
def store(tmp_path: Path, rules: Reader) -> str:
    path = str(tmp_path / "dateline.sqlite")
    with open_store(path) as opened:
        opened.add(
            rules.read("Idriss Kallon leads the Salt Front. The Salt Front attacked Gao.", published="2012-12-03")
        )
    return path


@pytest.mark.parametrize("kind", list(TABLES))
def test_each_table_has_the_columns_of_the_export(store: str, kind: Any) -> None:
    with dateline.open_record(store) as record:
        table = record.table(kind)
    assert table.column_names == list(TABLES[kind][0])
    assert table.num_rows > 0


def test_days_are_days_and_an_empty_record_has_the_same_columns(store: str, tmp_path: Path) -> None:
    with dateline.open_record(store) as record:
        leads = [row for row in record.table("relations").to_pylist() if row["type"] == "leads"]
    assert leads[0]["certain_first"].isoformat() == "2012-12-03"
    empty = str(tmp_path / "empty.sqlite")
    open_store(empty).close()
    with dateline.open_record(empty) as record:
        assert record.table("events").column_names == list(TABLES["events"][0])


def test_another_table_is_refused(store: str) -> None:
    with dateline.open_record(store) as record, pytest.raises(BadArgument, match="take one of events, relations"):
        record.table("people")


@pytest.mark.parametrize("helper", [to_pandas, to_polars])
def test_a_missing_library_is_told_with_what_to_do(helper: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str, package: str | None = None) -> ModuleType:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(RunStopped, match="pip install 'dateline\\[export\\]'"):
        helper(None)


def test_importing_the_package_stays_light() -> None:
    code = "import sys, dateline; print([name for name in ('spacy', 'sqlalchemy', 'numpy') if name in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"
