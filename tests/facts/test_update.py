"""Facts brought up to date report by report are those made anew, byte for byte."""

import dataclasses
import random
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.world import generate
from dateline import Reader
from dateline.ingest import report_from_text
from dateline.model import Entity, Reading
from dateline.record import bring_up_to_date, rebuild
from dateline.store import Store, open_store
from dateline.store.record_tables import MADE

pytestmark = pytest.mark.slow

MADE_UP = runpy.run_path(str(Path(__file__).parents[1] / "record" / "made_up.py"))
REPORTS, SEED = 40, 3


@pytest.fixture(scope="module")
def read(rules: Reader) -> list[Reading]:
    """The readings of a made-up world's reports, with their publishers: some are copies and updates of others."""
    reports = (
        dataclasses.replace(report_from_text(one.text, published=one.published), publisher=one.publisher)
        for one in generate(SEED, REPORTS).reports
    )
    return [rules.read(report) for report in reports]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "dateline.sqlite")) as opened:
        yield opened


@pytest.fixture(scope="module")
def full(read: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a store with all reports, whose facts are up to date."""
    path = tmp_path_factory.mktemp("full") / "dateline.sqlite"
    with open_store(str(path)) as opened:
        for reading in read:
            opened.add(reading)
        bring_up_to_date(opened)
    return path.read_bytes()


@pytest.fixture
def filled(full: bytes, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "filled.sqlite"
    path.write_bytes(full)
    with open_store(str(path)) as opened:
        yield opened


def rows(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of the tables that a rebuild makes, as the database holds them."""
    with store.engine.connect() as connection:
        return {
            table.name: sorted(map(tuple, connection.exec_driver_sql(f'SELECT * FROM "{table.name}"')), key=repr)
            for table in MADE
        }


def same_as_anew(store: Store) -> bool:
    """Whether the facts are those that a rebuild makes; the assertion shows the first table that differs."""
    before = rows(store)
    rebuild(store)
    after = rows(store)
    for name, held in before.items():
        assert held == after[name], name
    return True


def test_adding_report_by_report_gives_the_facts_of_a_rebuild(store: Store, filled: Store, read: list[Reading]) -> None:
    for number, reading in enumerate(read, 1):
        store.add(reading)
        assert bring_up_to_date(store).how == ("rebuilt" if number == 1 else "updated")
        assert number != len(read) // 2 or same_as_anew(store)
    assert bring_up_to_date(store).how == "nothing"
    assert all(rows(store).values())
    assert rows(store) == rows(filled)


def test_so_it_does_when_reports_come_in_another_order(store: Store, read: list[Reading]) -> None:
    for reading in random.Random(1).sample(read, 25):
        store.add(reading)
        bring_up_to_date(store)
    assert same_as_anew(store)


def test_so_it_does_when_several_reports_come_at_once(store: Store, read: list[Reading]) -> None:
    for start in range(0, len(read), 7):
        for reading in read[start : start + 7]:
            store.add(reading)
        bring_up_to_date(store)
    assert same_as_anew(store)


def test_a_report_read_anew_changes_what_hangs_on_it_and_no_more(filled: Store, read: list[Reading]) -> None:
    for number, reading in enumerate(read[::5]):
        fewer = dataclasses.replace(reading, reader=f"newer {number}", claims=reading.claims[number % 2 :: 2])
        assert filled.add(fewer) == "reread"
        assert bring_up_to_date(filled).how == "updated"
    assert same_as_anew(filled)


def other_kind(entity: Entity) -> Entity:
    return dataclasses.replace(entity, kind="organisation" if entity.kind == "person" else "person")


def test_a_report_read_anew_whose_entities_are_other_kinds_or_gone(filled: Store, read: list[Reading]) -> None:
    for number, reading in enumerate(read[::8]):
        entities = (one if one.actor else other_kind(one) for one in reading.entities[number % 2 :])
        filled.add(dataclasses.replace(reading, reader=f"newer {number}", entities=tuple(entities)))
        bring_up_to_date(filled)
    assert same_as_anew(filled)


def test_a_known_actor_that_a_newer_actor_file_calls_a_person_stops_no_rebuild(
    filled: Store, read: list[Reading]
) -> None:
    reading = next(one for one in read if any(entity.actor for entity in one.entities))
    entities = tuple(other_kind(one) if one.actor else one for one in reading.entities)
    filled.add(dataclasses.replace(reading, reader="newer", entities=entities))
    bring_up_to_date(filled)
    assert rebuild(filled).how == "rebuilt"


def test_a_report_read_as_before_again_gives_the_facts_of_before(filled: Store, read: list[Reading]) -> None:
    before = rows(filled)
    filled.add(dataclasses.replace(read[4], reader="newer", claims=(), entities=()))
    bring_up_to_date(filled)
    assert rows(filled) != before
    filled.add(dataclasses.replace(read[4], reader="newest"))
    bring_up_to_date(filled)
    assert rows(filled) == before


def test_after_decisions_facts_are_those_of_a_rebuild(filled: Store) -> None:
    for number in range(len(MADE_UP["DECISIONS"])):
        MADE_UP["decide"](filled, number)
        bring_up_to_date(filled)
        assert same_as_anew(filled)
