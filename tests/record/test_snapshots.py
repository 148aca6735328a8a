"""Snapshots hold facts as they were; a difference says what changed, from what to what, and why."""

from operator import itemgetter
from typing import Any

import pytest
import sqlalchemy as sa

from dateline.errors import BadArgument
from dateline.model.fact_record import fact_record
from dateline.record import FactFilter, Record, bring_up_to_date
from dateline.record.decide import Decisions
from dateline.record.snapshots import NOW, Diff, diff, names, take
from dateline.store import Store
from dateline.store import record_tables as t


def found(difference: Diff) -> list[tuple[str, str]]:
    return sorted((one.how, one.fact["type"]) for one in difference.changes)


def test_a_snapshot_says_what_it_was_made_from(store: Store, ada: Decisions) -> None:
    ada.judge("accept", next(Record(store).events()).id)
    taken = take(store, "May", "Ada", "before the review")
    (held,) = names(store)
    assert held == taken
    assert (held.facts, held.reports, held.decision, held.by, held.note) == (4, 3, 1, "Ada", "before the review")
    assert held.readers == {"hand 1": 3}
    assert held.as_record()["readers"] == {"hand 1": 3}


def test_the_records_put_by_are_those_of_the_facts_with_their_names(store: Store) -> None:
    take(store, "one", "Ada")
    with store.engine.connect() as connection:
        held = list(connection.scalars(sa.select(t.snapshot_facts.c.record)))
    facts = Record(store).facts(FactFilter(described_too=True))
    assert sorted(held, key=itemgetter("id")) == sorted(map(fact_record, facts), key=itemgetter("id"))
    assert any(one["kind"] == "event" and one["actors"][0]["name"] == "Reed Front" for one in held)


def test_nothing_changed_is_an_empty_difference(store: Store) -> None:
    take(store, "one", "Ada")
    take(store, "two", "Ada")
    for difference in (diff(store, "one"), diff(store, "one", "two")):
        assert (difference.changes, difference.why) == ((), ())
    assert diff(store, "one").after == NOW


def test_a_new_report_adds_and_changes_facts_and_is_the_reason(store: Store, by_hand: Any) -> None:
    take(store, "before", "Ada")
    words = "Fighters of the Reed Front raided Gao on 2 April, killing five"
    claim = {
        "type": "ASSAULT",
        "mode": "raid",
        "subject": "Reed Front",
        "place": "Gao",
        "on": "2012-04-02",
        "killed": 5,
    }
    other = {"type": "leads", "subject": "Ada Keita", "object": "Reed Front", "words": "Ada Keita leads the Reed Front"}
    reading = by_hand.reading(f"{words}. Ada Keita leads the Reed Front.", [{**claim, "words": words}, other])
    store.add(reading)
    bring_up_to_date(store)
    difference = diff(store, "before")
    assert ("added", "leads") in found(difference)
    (event,) = (one for one in difference.changes if one.fact["kind"] == "event")
    fields = {one.field: (one.before, one.after) for one in event.fields}
    assert event.how == "changed"
    assert fields["sources"] == (2, 3)
    assert (fields["counts"][0]["killed"]["high"], fields["counts"][1]["killed"]["high"]) == (3, 5)
    assert f"report {reading.report.id} was added" in event.why
    assert difference.why == ("1 report added",)


def test_a_decision_is_the_reason_and_so_is_its_undo(store: Store, ada: Decisions, by_hand: Any) -> None:
    take(store, "before", "Ada")
    first = by_hand.ids(by_hand.raid())[0]
    ada.correct(first, {"counts": {"killed": 9}}, "misread")
    bring_up_to_date(store)
    take(store, "after", "Ada")
    (change,) = diff(store, "before", "after").changes
    assert (change.how, change.why) == ("changed", ("decision 1 by Ada: correct claim (misread)",))
    ada.undo()
    bring_up_to_date(store)
    assert diff(store, "before").changes == ()
    (back,) = diff(store, "after").changes
    assert back.why == ("decision 2 by Ada: undo of decision 1",)
    assert diff(store, "after").why == ("1 decision: 1 by Ada",)


def test_a_newer_reader_is_the_reason_and_what_it_no_longer_finds_is_withdrawn(store: Store, by_hand: Any) -> None:
    take(store, "before", "Ada")
    store.add(by_hand.reading(by_hand.other().report.text, [], reader="hand 2", day="2012-04-05", post="Musa"))
    bring_up_to_date(store)
    difference = diff(store, "before")
    assert {"withdrawn"} <= {one.how for one in difference.changes}
    (event,) = (one for one in difference.of("withdrawn") if one.fact["kind"] == "event")
    assert event.why == (f"report {by_hand.other().report.id} was read anew by hand 2",)
    assert difference.why == ("1 report read anew by hand 2",)


def test_an_event_that_has_another_id_is_changed_and_not_two(store: Store, ada: Decisions) -> None:
    take(store, "before", "Ada")
    gao = next(Record(store).events(FactFilter(place="Gao")))
    ada.split_event(gao.id, [gao.evidence[0].claim])
    bring_up_to_date(store)
    assert found(diff(store, "before")) == [("added", "ASSAULT"), ("changed", "ASSAULT")]


def test_other_rules_are_told(store: Store) -> None:
    take(store, "before", "Ada")
    with store.writing() as connection:
        record = dict(connection.scalar(sa.select(t.snapshots.c.record)))  # type: ignore[arg-type]
        connection.execute(sa.update(t.snapshots).values(record={**record, "rules": "0"}))
    (why,) = diff(store, "before").why
    assert why.startswith("facts are made by other rules (0, now ")


def test_a_name_is_taken_once_and_must_be_there_to_compare(store: Store) -> None:
    with pytest.raises(BadArgument, match="there are none yet"):
        diff(store, "May")
    take(store, "May", "Ada")
    with pytest.raises(BadArgument, match="'May' already: snapshots are never changed"):
        take(store, "May", "Ben")
    with pytest.raises(BadArgument, match="no snapshot 'June'; those there are: May"):
        diff(store, "May", "June")
    for name, by in ((" ", "Ada"), (NOW, "Ada"), ("June", " ")):
        with pytest.raises(BadArgument, match="a snapshot needs"):
            take(store, name, by)
    assert [one.name for one in names(store)] == ["May"]


def test_ten_thousand_facts_are_put_by_and_compared(store: Store) -> None:
    with store.writing() as connection:
        row = dict(connection.execute(sa.select(t.facts).where(t.facts.c.kind == "event").limit(1)).mappings().one())
        rows = [{**row, "id": f"v{n:012x}", "record": {**row["record"], "id": f"v{n:012x}"}} for n in range(10_000)]
        connection.execute(sa.insert(t.facts), rows)
    take(store, "many", "Ada")
    with store.writing() as connection:
        changed = sa.update(t.facts).where(t.facts.c.id < "v000000000064")
        connection.execute(changed.values(record={**row["record"], "weapon": "rifles"}))
    assert len(diff(store, "many").changes) <= 101


def test_now_names_the_facts_as_they_are(store: Store) -> None:
    take(store, "one", "Ada")
    assert diff(store, "one", "now") == diff(store, "one")
