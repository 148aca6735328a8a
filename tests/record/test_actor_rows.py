"""What dossiers, lists and charts of actors ask the database, alike on SQLite and PostgreSQL."""

import runpy
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dateline import Reader
from dateline.facts.actors import identity_of
from dateline.ingest import report_from_text
from dateline.model.actor import Actor
from dateline.record import Record, bring_up_to_date
from dateline.record.actor_decisions import actor_now, decisions_on
from dateline.record.actor_list import ActorsWanted, actor_countries, actor_lines, find_actors
from dateline.record.actor_rows import event_months, report_names, reports_naming, vouchers
from dateline.record.decide import Decisions
from dateline.record.part import part_of
from dateline.record.shelf_reads import ShelfReads
from dateline.record.ties import most_units, ties_under, turning_days
from dateline.record.wanted import FactFilter
from dateline.store import Store, open_store

MADE_UP = runpy.run_path(str(Path(__file__).parents[1] / "serve" / "conftest.py"))["MADE_UP"]


@pytest.fixture
def told(address: str, rules: Reader) -> Iterator[Store]:
    """The reports made up for the workbench."""
    with open_store(address) as store:
        for one in MADE_UP:
            store.add(rules.read(one["text"], published=one["published"]))
        bring_up_to_date(store)
        yield store


def actor(store: Store, name: str) -> Actor:
    return find_actors(store, name, limit=1)[0]


def test_lists_count_and_order(told: Store) -> None:
    lines, total = actor_lines(told, ActorsWanted(), order="facts", limit=3)
    assert total > len(lines) == 3
    assert lines[0].facts >= lines[1].facts >= lines[2].facts
    for order in ("name", "reports"):
        assert actor_lines(told, ActorsWanted(kind="armed_group"), order=order, limit=9)[1] == 1  # type: ignore[arg-type]
    assert actor_countries(told) == ["ML"]


def test_events_fall_into_months_and_sources_are_counted(told: Store) -> None:
    front = actor(told, "Reed Front")
    months = event_months(told, front.id)
    assert months.months == {date(2012, 4, 1): 2}
    assert months.total == part_of(Record(told), FactFilter(kind="event", actors=frozenset({front.id})), limit=1).total
    found = {(one.name, one.claims, one.reports) for one in vouchers(told, front.id)}
    assert found == {("", 6, 3), ("Ada Keita", 2, 1)}
    named = reports_naming(told, front.id, limit=9)
    assert [one.published for one in named] == sorted((one.published for one in named), reverse=True)  # type: ignore[type-var]
    assert set(report_names(told, [one.id for one in named])) == {one.id for one in named}


def test_ties_are_found_from_the_top_down_with_the_days_they_turn(told: Store) -> None:
    front = actor(told, "Reed Front")
    ties = ties_under(Record(told), front.id)
    assert {one.type for one in ties} == {"leads", "split_from"}
    assert date(2012, 6, 11) in turning_days(ties)
    assert most_units(told, limit=1)[0][0] == front


def test_what_sources_differ_on_is_found(told: Store) -> None:
    every = list(Record(told).facts(FactFilter()))
    expected = {fact.id for fact in every if fact.status == "conflicting" or fact.disagreements}
    found = part_of(Record(told), FactFilter(contradicted=True), limit=99)
    assert {fact.id for fact in found.facts} == expected


def test_what_a_person_accepted_is_contradicted_only_where_sources_differ(told: Store, rules: Reader) -> None:
    for publisher, text in (
        ("Sahel Wire", "Nine soldiers were killed when the Reed Front attacked Menaka, Mali, on 3 May 2012."),
        (
            "River Post",
            "The Reed Front killed 12 soldiers in Menaka, Mali, on 3 May 2012, residents of the town said.",
        ),
    ):
        report = report_from_text(text, published=date(2012, 5, 4))
        told.add(rules.read(replace(report, publisher=publisher)))
    bring_up_to_date(told)
    Decisions(told, "Ada").judge_all("accept", [fact.id for fact in Record(told).facts(FactFilter())])
    bring_up_to_date(told)
    every = list(Record(told).facts(FactFilter()))
    denied = {fact.id for fact in every if any(one.stance == "contradicts" for one in fact.evidence)}
    expected = denied | {fact.id for fact in every if fact.disagreements}
    found = part_of(Record(told), FactFilter(contradicted=True), limit=99)
    assert {fact.id for fact in found.facts} == expected
    assert {fact.status for fact in every} == {"accepted"}
    assert 0 < len(expected) < len(every)


def test_an_actor_merged_away_is_found_by_the_decision_or_by_what_its_id_was_made_of(told: Store) -> None:
    front, hill, record = actor(told, "Reed Front"), actor(told, "Hill Brigade"), Record(told)
    assert actor_now(record, front.id) == front
    Decisions(told, "Ada").merge_actors([front.id, hill.id])
    bring_up_to_date(told)
    stays = actor(told, "Hill Brigade")
    assert {actor_now(record, one.id) for one in (front, hill)} == {stays}
    (decision,) = decisions_on(record, stays.id)
    assert decision.stands
    with told.engine.connect() as connection:
        entities = ShelfReads(connection).entities(None)
    tall = [one for held in entities.values() for one in held if "Omar Tall" in one.names]
    assert len(tall) == 2
    assert {actor_now(record, identity_of(one, namesake=False)) for one in tall} == {actor(told, "Omar Tall")}
    assert actor_now(record, "a000000000000") is None
