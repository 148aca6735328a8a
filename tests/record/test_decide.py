"""Each decision changes the facts as described, and its undo restores them byte for byte."""

from collections.abc import Callable
from typing import Any

import pytest

from dateline.errors import BadArgument
from dateline.model import Event, Relation
from dateline.record import FactFilter, Record, bring_up_to_date
from dateline.record.decide import Decisions, another_look
from dateline.record.merges import open_merges
from dateline.store import Store

Settled = Callable[[], str]


def event(record: Record, place: str = "Gao") -> Event:
    return next(record.events(FactFilter(place=place)))


def leads(record: Record, of: str) -> Relation:
    return next(one for one in record.relations(FactFilter(type="leads")) if one.object.name == of)


def stances(fact: Event | Relation) -> list[str]:
    return [one.stance for one in fact.evidence]


def stale(store: Store) -> list[int]:
    with store.engine.connect() as connection:
        return [one.id for one in another_look(connection)]


@pytest.mark.parametrize("kind", ["accept", "reject"])
def test_a_verdict_on_an_event_is_its_status_until_undone(
    kind: Any, ada: Decisions, record: Record, settled: Settled
) -> None:
    before = settled()
    ada.judge(kind, event(record).id)
    settled()
    assert event(record).status == f"{kind}ed"
    ada.undo()
    assert settled() == before


def test_a_rejected_claim_stays_to_be_seen_and_counts_no_more(
    ada: Decisions, record: Record, by_hand: Any, settled: Settled
) -> None:
    before = settled()
    first, leader = by_hand.ids(by_hand.raid())
    ada.judge("reject", first, "a rumour")
    ada.judge("reject", leader)
    settled()
    assert (event(record).status, event(record).sources) == ("reported", 1)
    assert stances(event(record)) == ["rejected", "supports"]
    assert (leads(record, "Reed Front").status, stances(leads(record, "Reed Front"))) == ("rejected", ["rejected"])
    ada.undo()
    ada.undo()
    assert settled() == before


def test_a_claim_that_is_corrected_is_accepted_and_says_what_the_person_says(
    ada: Decisions, record: Record, by_hand: Any, settled: Settled
) -> None:
    before = settled()
    first, _ = by_hand.ids(by_hand.raid())
    ada.correct(first, {"mode": "abduct", "counts": {"abducted": "10-15"}, "when": "2012-04"})
    settled()
    told = {claim: said for fact in record.events() for claim, said in record.portion([fact]).claims.items()}[first]
    assert (told.record["mode"], told.record["when"]["edtf"]) == ("abduct", "2012-04")  # type: ignore[index]
    assert told.record["counts"] == {
        "killed": {"low": 3, "best": 3, "high": 3},
        "abducted": {"low": 10, "best": 10, "high": 15},
    }
    assert set(told.corrected) == {"mode", "counts", "when"}
    assert told.record["codes"]["PLOVER"]["detail"] == "abduct"
    fact = next(one for one in record.events() if first in {held.claim for held in one.evidence})
    assert fact.status == "accepted"
    ada.undo()
    assert settled() == before


def test_a_count_can_be_taken_away(ada: Decisions, record: Record, by_hand: Any, settled: Settled) -> None:
    for claim in (by_hand.ids(by_hand.raid())[0], by_hand.ids(by_hand.again())[0]):
        ada.correct(claim, {"counts": {"killed": ""}})
    settled()
    assert event(record).counts == {}


def test_a_mode_that_the_new_type_lacks_goes(ada: Decisions, record: Record, by_hand: Any, settled: Settled) -> None:
    first, _ = by_hand.ids(by_hand.raid())
    ada.correct(first, {"type": "COERCE"})
    settled()
    assert {(one.type, one.mode) for one in record.events(FactFilter(place="Gao"))} == {
        ("ASSAULT", "raid"),
        ("COERCE", None),
    }
    with pytest.raises(BadArgument, match="COERCE has no mode 'raid': its modes are seize"):
        ada.correct(first, {"mode": "raid"})


def test_a_corrected_party_is_the_entity_of_the_report_where_it_has_one(
    ada: Decisions, record: Record, by_hand: Any, settled: Settled
) -> None:
    before = settled()
    people = len(record.actors())
    first, leader = by_hand.ids(by_hand.raid())
    ada.correct(first, {"subject": "the reed front"})
    ada.correct(leader, {"subject": "Colonel Omar Tall"})
    settled()
    assert len(record.actors()) == people
    said = record.portion([event(record)]).claims[first]
    assert said.subject_actor == event(record).actors[0].actor
    ada.undo()
    ada.undo()
    assert settled() == before


def test_a_corrected_party_that_the_report_does_not_name_is_of_the_kind_that_the_record_knows(
    ada: Decisions, record: Record, by_hand: Any, settled: Settled
) -> None:
    before = settled()
    _, leader = by_hand.ids(by_hand.raid())
    ada.correct(leader, {"subject": "Ada Keita", "object": "Hill Brigade"})
    settled()
    (found,) = (one for one in record.relations(FactFilter(type="leads")) if one.subject.name == "Ada Keita")
    assert (found.subject.kind, found.object.kind) == ("person", "armed_group")
    hills = record.actors("Hill Brigade")
    assert [one.reports for one in hills] == [2]
    said = record.portion([found]).claims[leader]
    assert (said.subject_actor, said.object_actor) == (found.subject.actor, found.object.actor)
    ada.undo()
    assert settled() == before


def test_only_the_claim_that_is_corrected_is_seen_as_corrected(store: Store, record: Record, by_hand: Any) -> None:
    words = "The Salt Brigade raided Gao and seized it on 9 May"
    same = {"type": "ASSAULT", "subject": "Salt Brigade", "place": "Gao", "on": "2012-05-09", "words": words}
    reading = by_hand.reading(f"{words}.", [{**same, "mode": "raid"}, {**same, "mode": "seize_territory"}])
    store.add(reading)
    bring_up_to_date(store)
    raided, seized = by_hand.ids(reading)
    Decisions(store, "Ada").correct(raided, {"counts": {"killed": 4}})
    bring_up_to_date(store)
    claims = record.portion(record.facts()).claims
    assert (claims[raided].corrected, claims[seized].corrected) == (("counts",), ())


def test_a_claim_added_by_hand_is_a_fact_of_the_reports_own_entities(
    ada: Decisions, record: Record, by_hand: Any, settled: Settled
) -> None:
    before = settled()
    report = by_hand.other().report.id
    fields = {"type": "operates_in", "subject": "Musa Tall", "subject_kind": "person", "object": "Kidal#2455290"}
    number = ada.add(report, "Musa Tall was\nseen in Kidal", fields)
    settled()
    (found,) = record.relations(FactFilter(type="operates_in"))
    assert (found.subject.name, found.object.name, found.status) == ("Musa Tall", "Kidal", "accepted")
    said = record.portion([found]).claims[found.evidence[0].claim]
    assert (said.reader, said.corrected) == ("by hand, Ada", ("added",))
    assert said.subject_actor == found.subject.actor
    ada.correct(found.evidence[0].claim, {"role": "elder"})
    ada.judge("reject", found.id)
    settled()
    (found,) = record.relations(FactFilter(type="operates_in"))
    assert (found.status, found.roles) == ("rejected", ("elder",))
    assert record.portion([found]).claims[found.evidence[0].claim].corrected == ("added", "role")
    ada.undo()
    ada.undo()
    ada.undo(number)
    assert settled() == before


@pytest.mark.parametrize(
    ("quote", "fields", "message"),
    [
        ("Nobody said so", {"type": "ASSAULT"}, "does not hold the words"),
        ("Kidal", {"type": "ASSAULT"}, "holds the words 'Kidal' 2 times"),
        ("seen in Kidal", {"mode": "raid"}, "a claim needs a type"),
        ("seen in Kidal", {"type": "leads", "subject": "Musa Tall"}, "leads is a relation of two"),
        ("seen in Kidal", {"type": "ASSAULT", "place": "Kidal"}, "4 places are called 'Kidal'.*Kidal#2455290 .city"),
        ("seen in Kidal", {"type": "ASSAULT", "when": "2012-13"}, "'2012-13' is no date"),
        ("seen in Kidal", {"type": "ASSAULT", "counts": {"killed": "many"}}, "killed is a number"),
        ("seen in Kidal", {"type": "ASSAULT", "subject_kind": "gang"}, "subject_kind is one of"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(
    quote: str, fields: dict[str, Any], message: str, ada: Decisions, by_hand: Any
) -> None:
    with pytest.raises(BadArgument, match=message):
        ada.add(by_hand.other().report.id, quote, fields)
    assert ada.store.engine is not None
    assert Record(ada.store).decisions() == []


def test_actors_that_a_person_merges_are_one_until_undone(ada: Decisions, record: Record, settled: Settled) -> None:
    before = settled()
    reed, hill = record.actors("Reed Front")[0], record.actors("Hill Brigade")[0]
    ada.merge_actors([reed.id, hill.id])
    settled()
    (merged,) = record.actors("Hill Brigade")
    assert (merged.id, merged.reports) == (reed.id, 3)
    assert len(list(record.relations(FactFilter(type="leads")))) == 1
    ada.undo()
    assert settled() == before


def test_a_person_and_a_body_are_not_merged(ada: Decisions, record: Record) -> None:
    with pytest.raises(BadArgument, match="a person and a body"):
        ada.merge_actors([record.actors("Reed Front")[0].id, record.actors("Ada Keita")[0].id])


def test_an_actor_is_split_by_reports_and_a_later_merge_joins_it_again(
    ada: Decisions, record: Record, by_hand: Any, settled: Settled
) -> None:
    before = settled()
    (tall,) = record.actors("Omar Tall")
    split = ada.split_actor(tall.id, in_reports=[by_hand.other().report.id])
    settled()
    talls = record.actors("Omar Tall")
    assert [one.reports for one in talls] == [1, 1]
    joined = ada.merge_actors([one.id for one in talls])
    settled()
    assert [one.reports for one in record.actors("Omar Tall")] == [2]
    ada.undo(joined)
    ada.undo(split)
    assert settled() == before


def test_an_actor_of_the_actor_file_can_be_split(store: Store, record: Record, by_hand: Any, settled: Settled) -> None:
    import dataclasses

    for place in ("Gao", "Kidal"):
        words = f"Ansar Dine raided {place} on 9 May"
        claim = {"type": "ASSAULT", "mode": "raid", "subject": "Ansar Dine", "place": place, "on": "2012-05-09"}
        reading = by_hand.reading(f"{words}, in {place}.", [{**claim, "words": words}], post=place)
        known = tuple(dataclasses.replace(one, kind="armed_group", actor="ansar_dine") for one in reading.entities)
        store.add(dataclasses.replace(reading, entities=known))
    before = settled()
    (found,) = record.actors("Ansar Dine")
    Decisions(store, "Ada").split_actor(found.id, in_reports=[reading.report.id])
    settled()
    assert len(record.actors("Ansar Dine")) == 2
    Decisions(store, "Ada").undo()
    assert settled() == before


@pytest.fixture
def maybe(store: Store, by_hand: Any) -> Any:
    """A report on a group of almost the same name, of which a person has to say whether it is the same."""
    words = "The Reid Front freed a teacher"
    reading = by_hand.reading(
        f"{words}.", [{"type": "RETREAT", "mode": "release", "subject": "Reid Front", "words": words}]
    )
    store.add(reading)
    bring_up_to_date(store)
    return reading


@pytest.mark.usefixtures("maybe")
def test_two_actors_that_a_person_keeps_apart_leave_the_inbox_and_stay_two(
    ada: Decisions, store: Store, record: Record, settled: Settled
) -> None:
    before = settled()
    (asked,) = open_merges(store)
    pair = [record.actors(name)[0].id for name in ("Reed Front", "Reid Front")]
    number = ada.keep_actors_apart(*pair)
    settled()
    assert open_merges(store) == []
    (apart,) = record.judgements(verdict="apart")
    assert (apart.decision, apart.reason) == (number, "kept apart by Ada")
    assert {apart.left[0], apart.right[0]} == set(asked.reports)
    ada.undo()
    assert settled() == before
    assert open_merges(store) == [asked]


@pytest.mark.usefixtures("maybe")
def test_of_a_merge_and_a_decision_to_keep_apart_the_last_counts(
    ada: Decisions, store: Store, record: Record, settled: Settled
) -> None:
    settled()
    pair = [record.actors(name)[0].id for name in ("Reed Front", "Reid Front")]
    ada.keep_actors_apart(*pair)
    settled()
    Decisions(store, "Ben").merge_actors(pair)
    settled()
    (one,) = record.actors("Reid Front")
    assert (one.reports, record.judgements(verdict="apart")) == (3, [])
    ada.undo()
    Decisions(store, "Ben").undo()
    settled()
    Decisions(store, "Ben").merge_actors(pair)
    merged = settled()
    with pytest.raises(BadArgument, match="no actor"):
        ada.keep_actors_apart(*pair)  # they are one
    assert settled() == merged


def test_what_a_person_keeps_apart_stays_apart_though_both_bear_one_name(
    ada: Decisions, store: Store, record: Record, by_hand: Any, settled: Settled
) -> None:
    (tall,) = record.actors("Omar Tall")
    ada.split_actor(tall.id, in_reports=[by_hand.other().report.id])
    settled()
    ada.keep_actors_apart(*(one.id for one in record.actors("Omar Tall")))
    ada.undo(1)
    settled()
    assert [one.reports for one in record.actors("Omar Tall")] == [1, 1]


def test_events_of_two_reports_are_merged_and_split(ada: Decisions, record: Record, settled: Settled) -> None:
    before = settled()
    gao, kidal = event(record), event(record, "Kidal")
    merged = ada.merge_events([gao.id, kidal.id])
    settled()
    (one,) = record.events()
    assert (one.id, len(one.evidence)) == (gao.id, 3)
    ada.split_event(one.id, [kidal.evidence[0].claim])
    settled()
    assert {len(each.evidence) for each in record.events()} == {1, 2}
    assert {each.id for each in record.events()} == {gao.id, kidal.id}
    ada.undo()
    ada.undo(merged)
    assert settled() == before


def test_an_event_of_two_reports_is_split_and_merged_again(ada: Decisions, record: Record, settled: Settled) -> None:
    before = settled()
    gao = event(record)
    split = ada.split_event(gao.id, [gao.evidence[1].claim])
    settled()
    parts = list(record.events(FactFilter(place="Gao")))
    assert [one.sources for one in parts] == [1, 1]
    merged = ada.merge_events([one.id for one in parts])
    settled()
    assert event(record).sources == 2
    ada.undo(merged)
    ada.undo(split)
    assert settled() == before


def test_events_within_one_report_are_split_and_merged(
    store: Store, ada: Decisions, record: Record, by_hand: Any, settled: Settled
) -> None:
    first, second = "The Salt Brigade raided Menaka on 9 May", "Its men shot a trader there"
    same = {"type": "ASSAULT", "subject": "Salt Brigade", "place": "Menaka", "on": "2012-05-09"}
    reading = by_hand.reading(
        f"{first}. {second}.", [{**same, "mode": "raid", "words": first}, {**same, "words": second, "killed": 1}]
    )
    store.add(reading)
    before = settled()
    held = event(record, "Menaka")
    assert len(held.evidence) == 2
    split = ada.split_event(held.id, [held.evidence[1].claim])
    settled()
    parts = list(record.events(FactFilter(place="Menaka")))
    assert [len(one.evidence) for one in parts] == [1, 1]
    ada.merge_events([one.id for one in parts])
    after = settled()
    assert len(event(record, "Menaka").evidence) == 2
    assert after == before  # joined by a person: the report tells of one event again
    ada.undo()
    ada.undo(split)
    assert settled() == before


def test_of_two_verdicts_on_a_merged_event_the_last_counts(
    store: Store, ada: Decisions, record: Record, settled: Settled
) -> None:
    gao, kidal = event(record), event(record, "Kidal")
    ada.judge("reject", kidal.id)
    Decisions(store, "Ben").judge("accept", gao.id)
    ada.merge_events([gao.id, kidal.id])
    settled()
    assert event(record).status == "accepted"
    ada.judge("reject", gao.id)
    settled()
    assert event(record).status == "rejected"


def test_a_verdict_on_a_relation_survives_the_merge_of_its_parties(
    ada: Decisions, record: Record, settled: Settled
) -> None:
    before = leads(record, "Hill Brigade")
    ada.judge("accept", before.id)
    ada.merge_actors([record.actors(name)[0].id for name in ("Ada Keita", "Omar Tall")])
    settled()
    (after,) = (one for one in record.relations() if one.object.name == "Hill Brigade")
    assert after.status == "accepted"


def test_a_report_called_a_copy_is_no_source_of_its_own_until_undone(
    ada: Decisions, record: Record, by_hand: Any, settled: Settled
) -> None:
    before = settled()
    mine, theirs = by_hand.raid().report.id, by_hand.other().report.id
    ada.duplicate(theirs, mine)
    settled()
    cards = record.portion(record.facts()).reports
    assert cards[theirs].cluster == cards[mine].cluster == mine
    ada.keep_reports_apart(mine, theirs)
    settled()
    cards = record.portion(record.facts()).reports
    assert cards[theirs].cluster == theirs
    ada.undo()
    ada.undo()
    assert settled() == before


def test_an_undo_can_be_undone_and_not_done_twice(ada: Decisions, record: Record, settled: Settled) -> None:
    number = ada.judge("accept", event(record).id)
    accepted = settled()
    undo = ada.undo()
    settled()
    with pytest.raises(BadArgument, match=f"decision {number} was undone by decision {undo}"):
        ada.undo(number)
    ada.undo(undo)
    assert settled() == accepted
    with pytest.raises(BadArgument, match="there is no decision 99"):
        ada.undo(99)


def test_one_undoes_by_default_only_ones_own(store: Store, ada: Decisions, record: Record) -> None:
    ada.judge("accept", event(record).id)
    with pytest.raises(BadArgument, match="Ben has no decision to undo"):
        Decisions(store, "Ben").undo()


def test_of_two_coders_who_differ_the_last_counts_and_both_are_kept(
    store: Store, ada: Decisions, record: Record, by_hand: Any, settled: Settled
) -> None:
    ben = Decisions(store, "Ben")
    first = by_hand.ids(by_hand.raid())[0]
    ada.correct(first, {"counts": {"killed": 5}, "weapon": "rifles"})
    ben.correct(first, {"counts": {"killed": 7}})
    settled()
    counts = record.portion(record.facts()).claims[first].record["counts"]
    assert counts["killed"]["best"] == 7
    assert [(one.by, one.after["counts"]["killed"]["best"]) for one in record.decisions()] == [("Ada", 5), ("Ben", 7)]
    ben.undo()
    settled()
    said = record.portion(record.facts()).claims[first].record
    assert (said["counts"]["killed"]["best"], said["weapon"]) == (5, "rifles")


def test_decisions_hold_for_a_newer_reader_where_it_says_the_same(
    store: Store, ada: Decisions, record: Record, by_hand: Any, settled: Settled
) -> None:
    first, leader = by_hand.ids(by_hand.raid())
    ada.correct(leader, {"subject": "Ada Keita"})
    ada.judge("reject", leader)
    ada.judge("accept", event(record).id)
    ada.merge_events([event(record).id, event(record, "Kidal").id])
    ada.judge("accept", leads(record, "Hill Brigade").id)
    ada.merge_actors([record.actors(name)[0].id for name in ("Reed Front", "Hill Brigade")])
    settled()
    for one in (by_hand.raid, by_hand.again, by_hand.other):
        store.add(one(reader="hand 2"))
    settled()
    assert first not in by_hand.ids(by_hand.raid(reader="hand 2"))
    (fact,) = record.events()
    assert (fact.status, len(fact.evidence)) == ("accepted", 3)
    statuses = {(one.subject.name, one.status) for one in record.relations(FactFilter(type="leads"))}
    assert statuses == {("Omar Tall", "accepted"), ("Ada Keita", "rejected")}
    assert stale(store) == []


def test_decisions_that_a_newer_reader_leaves_without_a_claim_need_another_look(
    store: Store, ada: Decisions, record: Record, by_hand: Any, settled: Settled
) -> None:
    first, leader = by_hand.ids(by_hand.raid())
    kept = ada.judge("accept", leader)
    about_claim = ada.judge("reject", first)
    about_event = ada.judge("accept", event(record, "Kidal").id)
    settled()
    store.add(by_hand.raid(reader="hand 2", type="COERCE", mode="seize"))
    store.add(by_hand.reading(by_hand.other().report.text, [], reader="hand 2", day="2012-04-05", post="Musa"))
    settled()
    assert stale(store) == [about_claim, about_event]
    assert kept not in stale(store)
    assert leads(record, "Reed Front").status == "accepted"


def test_a_correction_that_the_newer_reader_bears_out_stands(
    store: Store, ada: Decisions, by_hand: Any, settled: Settled
) -> None:
    first, _ = by_hand.ids(by_hand.raid())
    ada.correct(first, {"type": "COERCE", "mode": "seize"})
    settled()
    store.add(by_hand.raid(reader="hand 2", type="COERCE", mode="seize"))
    settled()
    assert stale(store) == []


def test_an_unknown_claim_or_fact_is_refused(ada: Decisions) -> None:
    for identifier in ("c000000000000", "v000000000000", "x000000000000", "r000000000000"):
        with pytest.raises(BadArgument, match="there is no"):
            ada.judge("accept", identifier)


def test_a_decision_needs_a_name(store: Store) -> None:
    with pytest.raises(BadArgument, match="--by"):
        Decisions(store, " ")
