"""The same reports and decisions give the same facts on SQLite and on PostgreSQL."""

import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline import Reader
from dateline.model import Reading
from dateline.record import FactFilter, Record, bring_up_to_date, rebuild
from dateline.store import Store, open_store

MADE_UP = runpy.run_path(str(Path(__file__).parent / "made_up.py"))
REPORTS, AT_ONCE = 40, 30


@pytest.fixture(scope="module")
def read(rules: Reader) -> list[Reading]:
    return MADE_UP["readings"](rules, REPORTS)  # type: ignore[no-any-return]


@pytest.fixture
def both(tmp_path: Path, postgres: Any) -> Iterator[list[Store]]:
    with (
        postgres.store() as url,
        open_store(str(tmp_path / "dateline.sqlite")) as here,
        open_store(url) as there,
    ):
        yield [here, there]


def fill(store: Store, read: list[Reading]) -> None:
    """Most reports at once, the others one by one, and decisions in between."""
    for reading in read[:AT_ONCE]:
        store.add(reading)
    assert bring_up_to_date(store).how == "rebuilt"
    for number, reading in enumerate(read[AT_ONCE:]):
        store.add(reading)
        assert bring_up_to_date(store).how == "updated"
        if number < len(MADE_UP["DECISIONS"]):
            MADE_UP["decide"](store, number)
    bring_up_to_date(store)


def test_the_same_reports_and_decisions_give_the_same_rows(both: list[Store], read: list[Reading]) -> None:
    for store in both:
        fill(store, read)
    here, there = map(MADE_UP["rows"], both)
    assert all(here.values())
    assert here == there
    for store in both:
        rebuild(store)
    assert [MADE_UP["rows"](store) for store in both] == [here, here]


def test_the_same_questions_get_the_same_answers_in_the_same_order(both: list[Store], read: list[Reading]) -> None:
    for store in both:
        fill(store, read)
    here, there = map(Record, both)
    every = FactFilter(described_too=True)
    assert list(here.facts(every)) == list(there.facts(every))
    assert here.actors() == there.actors()
    assert here.judgements() == there.judgements()
    assert here.portion(here.facts(every)) == there.portion(there.facts(every))
