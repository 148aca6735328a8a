import dataclasses
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from dateline.errors import BadArgument, RunStopped
from dateline.model import Reading
from dateline.store import Store, copying, open_store, search
from dateline.store import record_tables as t
from dateline.store.copying import COPIED, copy_store, rows_in
from dateline.store.tables import readings

MakeReading = Callable[..., Reading]


@pytest.fixture
def other(address: str, tmp_path: Path, postgres: Any) -> Iterator[Store]:
    """An empty store on the database that ``address`` is not on."""
    if "://" in address:
        with open_store(str(tmp_path / "other.sqlite")) as opened:
            yield opened
        return
    with postgres.store() as url, open_store(url) as opened:
        yield opened


@pytest.fixture
def filled(store: Store, make_reading: MakeReading) -> Store:
    """Reports, one of them read three times, a decision and a snapshot."""
    for reader in ("hand 1", "hand 2", "hand 3"):
        store.add(make_reading(reader=reader))
    store.add(make_reading(text="The convoy left. É’\u2028😀", raw=bytes(range(256)), reader="hand 3"))
    now = datetime(2026, 5, 1, 12, 30, 15, 123456, tzinfo=UTC)
    nothing = {"targets": ["c1"], "before": {"b": [1.5, None], "a": "é"}, "after": {}}
    decision = {"at": now, "by": "Ada", "kind": "reject", "about": "claim", "note": "", **nothing}
    snapshot = {"name": "May", "at": now, "by": "Ada", "note": "", "record": {}}
    fact = {"snapshot": "May", "fact_id": "v1", "digest": "0", "record": {"killed": 3}}
    with store.writing() as connection:
        connection.execute(sa.insert(t.decisions).values(**decision))
        connection.execute(sa.insert(t.snapshots).values(**_known(t.snapshots, snapshot)))
        connection.execute(sa.insert(t.snapshot_facts).values(**_known(t.snapshot_facts, fact)))
    return store


def _known(table: sa.Table, row: dict[str, Any]) -> dict[str, Any]:
    """The row, with something in each column that must not be empty."""
    needed = {column.name: {} for column in table.c if not column.nullable and column.default is None}
    return {**{name: {} if isinstance(table.c[name].type, sa.JSON) else 0 for name in needed}, **row}


def everything(store: Store) -> dict[str, list[Any]]:
    with store.engine.connect() as connection:
        return {table.name: sorted(map(repr, connection.execute(sa.select(table)))) for table in COPIED}


def test_a_copy_on_the_other_database_has_every_row(filled: Store, other: Store) -> None:
    called: list[None] = []
    counts = copy_store(filled, other, lambda: called.append(None))
    assert everything(other) == everything(filled)
    assert (counts["reports"], counts["readings"], counts["claims"], counts["decisions"]) == (2, 4, 6, 1)
    assert len(called) == 2 * sum(counts.values()) == 2 * rows_in(filled)


def test_a_copy_can_be_copied_back(filled: Store, other: Store, tmp_path: Path) -> None:
    copy_store(filled, other)
    with open_store(str(tmp_path / "third.sqlite")) as third:
        copy_store(other, third)
        assert everything(third) == everything(filled)


def test_a_copy_is_searched_and_goes_on_counting(filled: Store, other: Store, make_reading: MakeReading) -> None:
    copy_store(filled, other)
    assert {hit.claim_id for hit in search(other, "kele")} == {hit.claim_id for hit in search(filled, "kele")}
    reading = make_reading(text="Another one.", raw=b"another")
    assert other.add(reading) == "new"
    assert other.add(dataclasses.replace(reading, reader="hand 4")) == "reread"
    with other.engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.max(readings.c.id))) == 6
    assert len(search(other, "another")) == 1


def test_only_an_empty_store_is_copied_into(filled: Store, other: Store, make_reading: MakeReading) -> None:
    other.add(make_reading())
    before = everything(other)
    with pytest.raises(BadArgument, match=r"is not empty \(it has .*\): copy into a new store"):
        copy_store(filled, other)
    assert everything(other) == before


def test_a_copy_that_differs_is_undone(filled: Store, other: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    look = copying._batches

    def forgetful(connection: Any, table: sa.Table) -> Iterator[list[dict[str, Any]]]:
        source = str(connection.engine.url) == str(filled.engine.url)
        for rows in look(connection, table):
            yield [row if source else {**row, "id": "r0"} for row in rows]

    monkeypatch.setattr(copying, "_batches", forgetful)
    with pytest.raises(RunStopped, match="is not like that in"):
        copy_store(filled, other)
    assert not any(everything(other).values())
    assert search(other, "kele") == []


def test_a_failure_in_the_middle_leaves_nothing(filled: Store, other: Store) -> None:
    calls = iter(range(5))
    with pytest.raises(StopIteration):
        copy_store(filled, other, lambda: next(calls) and None)
    assert not any(everything(other).values())
