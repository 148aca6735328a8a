"""An entity that brings nothing new joins its actor, and nobody else of the actor is looked at."""

import dataclasses
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from dateline import Reader
from dateline.ingest import report_from_text
from dateline.model import Reading
from dateline.record import Record, bring_up_to_date, rebuild
from dateline.record.shelf_writes import StoreShelf
from dateline.store import Store, open_store
from dateline.store.record_tables import MADE
from dateline.store.tables import reports

pytestmark = pytest.mark.slow

TEXT = (
    "The Reed Brigade attacked {place} on {day} March 2012, killing {day} people. "
    "The Reed Brigade has held the road since."
)
PLACES = ("Gao", "Kidal", "Mopti", "Timbuktu", "Segou", "Bamako", "Kayes")


@pytest.fixture(scope="module")
def read(rules: Reader) -> list[Reading]:
    """Reports in which the brigade is the only actor, named in the same way."""
    texts = (TEXT.format(place=place, day=number) for number, place in enumerate(PLACES, 3))
    return [rules.read(report_from_text(text, published=date(2012, 3, 20 + n))) for n, text in enumerate(texts)]


@pytest.fixture
def store(tmp_path: Path, read: list[Reading]) -> Iterator[Store]:
    """A store with the facts of all reports but the last."""
    with open_store(str(tmp_path / "dateline.sqlite")) as opened:
        for reading in read[:-1]:
            opened.add(reading)
        bring_up_to_date(opened)
        yield opened


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """The actors whose entities were asked for, time by time."""
    asked: list[set[str]] = []
    members_of = StoreShelf.members_of

    def noted(self: StoreShelf, actors: Any) -> Any:
        held = set(actors)
        asked.append(held)
        return members_of(self, held)

    monkeypatch.setattr(StoreShelf, "members_of", noted)
    return asked


def rows(store: Store) -> dict[str, list[Any]]:
    with store.engine.connect() as connection:
        return {
            table.name: sorted(map(tuple, connection.exec_driver_sql(f'SELECT * FROM "{table.name}"')), key=repr)
            for table in MADE
        }


def is_as_anew(store: Store) -> bool:
    before = rows(store)
    rebuild(store)
    return rows(store) == before


def test_a_body_named_as_before_is_counted_in_without_its_other_entities(
    store: Store, read: list[Reading], looked_at: list[set[str]]
) -> None:
    store.add(read[-1])
    bring_up_to_date(store)
    assert not any(looked_at)
    assert [actor.reports for actor in Record(store).actors("Reed Brigade")] == [len(PLACES)]
    assert is_as_anew(store)


@pytest.mark.parametrize("changed", [{"name": "Reed Brigades", "names": ("Reed Brigades",)}, {"kind": "organisation"}])
def test_a_body_with_anything_new_is_compared(
    store: Store, read: list[Reading], looked_at: list[set[str]], changed: dict[str, Any]
) -> None:
    entities = [dataclasses.replace(one, **_fields(one, changed)) for one in read[-1].entities]
    store.add(dataclasses.replace(read[-1], entities=tuple(entities)))
    bring_up_to_date(store)
    assert any(looked_at)
    assert is_as_anew(store)


def _fields(entity: Any, changed: dict[str, Any]) -> dict[str, Any]:
    known = {field.name for field in dataclasses.fields(entity)}
    return {name: value for name, value in changed.items() if name in known}


def test_a_report_read_anew_with_nothing_changed_is_passed_over(
    store: Store, read: list[Reading], looked_at: list[set[str]]
) -> None:
    before = rows(store)
    assert store.add(dataclasses.replace(read[0], reader="newer")) == "reread"
    bring_up_to_date(store)
    assert not any(looked_at)
    assert rows(store) == before


def test_a_report_added_out_of_turn_is_compared(store: Store, read: list[Reading], looked_at: list[set[str]]) -> None:
    store.add(read[-1])
    with store.writing() as connection:
        early = sa.update(reports).where(reports.c.id == read[-1].report.id)
        connection.execute(early.values(added_at=datetime(2000, 1, 1, tzinfo=UTC)))
    bring_up_to_date(store)
    assert any(looked_at)
    assert is_as_anew(store)
