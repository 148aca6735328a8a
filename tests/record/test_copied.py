"""A store that was copied to the other database: its facts are those of the original, also when they are made anew."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from dateline import Reader
from dateline.model import Reading
from dateline.record import bring_up_to_date, rebuild
from dateline.store import Store, open_store
from dateline.store.copying import copy_store

MADE_UP = runpy.run_path(str(Path(__file__).parent / "made_up.py"))
REPORTS = 12


@pytest.fixture(scope="module")
def read(rules: Reader) -> list[Reading]:
    return MADE_UP["readings"](rules, REPORTS)  # type: ignore[no-any-return]


def check_copy(source: Store, target: Store, read: list[Reading]) -> None:
    for reading in read[:-1]:
        source.add(reading)
    for number in range(3):
        MADE_UP["decide"](source, number)
    bring_up_to_date(source)
    expected = MADE_UP["rows"](source)
    copy_store(source, target)
    assert MADE_UP["rows"](target) == expected
    assert bring_up_to_date(target).how == "nothing"
    rebuild(target)
    assert MADE_UP["rows"](target) == expected
    for store in (source, target):
        store.add(read[-1])
        assert bring_up_to_date(store).how == "updated"
        assert MADE_UP["decide"](store, 3) == 4
        bring_up_to_date(store)
    assert MADE_UP["rows"](target) == MADE_UP["rows"](source)


def test_facts_move_to_postgresql_and_go_on_there(tmp_path: Path, postgres: Any, read: list[Reading]) -> None:
    with postgres.store() as url, open_store(str(tmp_path / "a.sqlite")) as here, open_store(url) as there:
        check_copy(here, there, read)


def test_facts_move_to_sqlite_and_go_on_there(tmp_path: Path, postgres: Any, read: list[Reading]) -> None:
    with postgres.store() as url, open_store(str(tmp_path / "a.sqlite")) as here, open_store(url) as there:
        check_copy(there, here, read)
