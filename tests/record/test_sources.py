"""Who vouches for how much, and how the others stand to it."""

from typing import Any

from dateline.record import bring_up_to_date
from dateline.record.decide import Decisions
from dateline.record.record import Record
from dateline.record.sources import UNNAMED, SourceTally, source_book
from dateline.record.version import facts_version
from dateline.store import Store, open_store

RAID = {"type": "ASSAULT", "mode": "raid", "subject": "Reed Front", "place": "Gao", "on": "2012-04-02"}


def tally(store: Store, name: str) -> SourceTally:
    (found,) = [one for one in source_book(store).tallies.values() if one.name == name]
    return found


def test_an_outlet_and_a_speaker_bear_each_other_out(store: Store) -> None:
    outlet, speaker = tally(store, "The"), tally(store, "Ada Keita")
    assert (outlet.kind, outlet.reports, outlet.facts) == ("outlet", 1, 2)
    assert (outlet.corroborated, outlet.alone) == (1, 1)
    assert (speaker.kind, speaker.facts, speaker.corroborated, speaker.alone) == ("speaker", 1, 1, 0)
    assert speaker.actor == speaker.id.removeprefix("actor:")


def test_who_is_denied_is_contradicted_and_who_denies_says_so(store: Store, by_hand: Any) -> None:
    words = "The Reed Front did not raid Gao on 2 April"
    store.add(by_hand.reading(f"{words}.", [{**RAID, "polarity": "negated", "words": words}], post="Denier"))
    bring_up_to_date(store)
    assert tally(store, "The").contradicted == 1
    denier = tally(store, "Denier")
    assert (denier.facts, denier.denied, denier.contradicted) == (0, 1, 0)
    (said,) = source_book(store).vouched(denier.id)
    assert (said.stance, said.contradicted, said.corroborated) == ("contradicts", True, False)


def test_a_claim_that_a_person_rejected_vouches_for_nothing(store: Store, ada: Decisions, by_hand: Any) -> None:
    before = tally(store, "The").claims
    ada.judge("reject", by_hand.ids(by_hand.raid())[0])
    bring_up_to_date(store)
    assert tally(store, "The").claims == before - 1


def test_a_fact_that_a_person_rejected_is_counted_as_such(store: Store, ada: Decisions) -> None:
    (event,) = [one for one in Record(store).events() if one.sources == 2]
    ada.judge("reject", event.id)
    bring_up_to_date(store)
    assert (tally(store, "The").rejected, tally(store, "Ada Keita").rejected) == (1, 1)


def test_what_is_kept_has_the_version_of_the_facts(store: Store, ada: Decisions) -> None:
    first = facts_version(store)
    assert facts_version(store) == first
    ada.judge("reject", next(Record(store).events()).id)
    behind = facts_version(store)
    bring_up_to_date(store)
    assert len({first, behind, facts_version(store)}) == 3


def test_both_databases_count_alike(bare_address: str, by_hand: Any) -> None:
    with open_store(bare_address) as store:
        for one in (by_hand.raid(), by_hand.again()):
            store.add(one)
        bring_up_to_date(store)
        book = source_book(store)
    assert [(one.name, one.facts, one.corroborated) for one in book.tallies.values()] == [
        ("Ada Keita", 1, 1),
        ("The", 2, 1),
    ]
    assert UNNAMED not in book.tallies
