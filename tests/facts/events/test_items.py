"""What one report tells of one event."""

from datetime import date
from typing import Any

import pytest

from dateline.facts.events.items import Item, items_of
from dateline.facts.inputs import Scene


@pytest.fixture(scope="module")
def items(make: Any) -> Any:
    """The items of one report, of claims in the order of the text."""

    def of(*claims: Any, apart: Any = (), report: Any = None, scene: str | None = "ML") -> list[Item]:
        held = report or make.report("r1")
        return items_of(held, claims, Scene(scene), make.telling(claims, [held]), apart)

    return of


def ids(items: list[Item]) -> list[list[str]]:
    return [[claim.id for claim in item.claims] for item in items]


def test_headline_and_lead_are_one_item(items: Any, make: Any) -> None:
    headline = make.claim("c1", mode="raid", place=make.place(), killed=3)
    lead = make.claim("c2", mode="raid", place=make.place(), on="2012-05-09", subject="Northern Front", killed=3)
    assert ids(items(headline, lead)) == [["c1", "c2"]]


def test_background_with_another_date_is_an_item_of_its_own(items: Any, make: Any) -> None:
    lead = make.claim("c1", mode="raid", place=make.place(), on="2012-05-09")
    before = make.claim("c2", mode="raid", place=make.place(), on="2012-04-01/2012-04-30")
    assert ids(items(lead, before)) == [["c1"], ["c2"]]


def test_two_places_are_two_items(items: Any, make: Any) -> None:
    gao = make.claim("c1", place=make.place("Gao"), on="2012-05-09")
    kidal = make.claim("c2", place=make.place("Kidal", 18.44, 1.41), on="2012-05-09")
    assert ids(items(gao, kidal)) == [["c1"], ["c2"]]


def test_a_bare_claim_goes_with_what_was_told_right_before_it(items: Any, make: Any) -> None:
    first = make.claim("c1", on="2012-05-09", start=0, end=80)
    second = make.claim("c2", on="2012-05-02", start=400, end=480)
    bare = make.claim("c3", start=500, end=580)
    assert ids(items(first, second, bare)) == [["c1"], ["c2", "c3"]]


def test_a_bare_claim_far_from_all_goes_with_the_first_told_of(items: Any, make: Any) -> None:
    first = make.claim("c1", on="2012-05-09", start=0, end=80)
    second = make.claim("c2", on="2012-05-02", start=400, end=480)
    bare = make.claim("c3", start=2000, end=2080)
    assert ids(items(first, second, bare)) == [["c1", "c3"], ["c2"]]


def test_families_are_never_mixed(items: Any, make: Any) -> None:
    raid, arrest = make.claim("c1"), make.claim("c2", "COERCE", mode="arrest")
    planned = make.claim("c3", modality="planned")
    assert ids(items(raid, arrest, planned)) == [["c1"], ["c2"], ["c3"]]
    assert [item.family for item in items(raid, arrest, planned)] == ["violence", "arrest", "violence:planned"]


def test_a_denial_belongs_to_the_event_that_it_denies(items: Any, make: Any) -> None:
    said = make.claim("c1", mode="raid", place=make.place(), on="2012-05-09")
    denied = make.claim("c2", mode="raid", place=make.place(), on="2012-05-09", polarity="negated", said_by="Army")
    assert ids(items(said, denied)) == [["c1", "c2"]]


def test_a_denial_of_gunfire_denies_no_bombing(items: Any, make: Any) -> None:
    bomb = make.claim("c1", mode="explosives", place=make.place(), on="2012-05-09")
    denied = make.claim("c2", mode="firearms", place=make.place(), on="2012-05-09", polarity="negated")
    assert ids(items(bomb, denied)) == [["c1"], ["c2"]]


def test_kinds_of_deed_that_differ_are_one_only_in_one_place_on_one_day(items: Any, make: Any) -> None:
    setting = {"place": make.place(), "on": "2012-05-09"}
    raid = make.claim("c1", mode="raid", **setting)
    assert ids(items(raid, make.claim("c2", mode="firearms", **setting))) == [["c1", "c2"]]
    assert ids(items(raid, make.claim("c2", mode="firearms"))) == [["c1"], ["c2"]]
    assert ids(items(raid, make.claim("c2", mode="aerial", **setting))) == [["c1"], ["c2"]]


def test_attack_and_counter_attack_are_two_items(items: Any, make: Any) -> None:
    attack = make.claim("c1", subject="Northern Front", object="Army", place=make.place(), on="2012-05-09")
    back = make.claim("c2", subject="Army", object="Northern Front", place=make.place(), on="2012-05-09")
    assert ids(items(attack, back)) == [["c1"], ["c2"]]


def test_two_named_doers_in_one_voice_are_two_items_and_in_two_voices_one(items: Any, make: Any) -> None:
    one = make.claim("c1", subject="Northern Front", on="2012-05-09")
    other = make.claim("c2", subject="MNJ", on="2012-05-09")
    blamed = make.claim("c2", subject="MNJ", on="2012-05-09", said_by="Army")
    assert ids(items(one, other)) == [["c1"], ["c2"]]
    assert ids(items(one, blamed)) == [["c1", "c2"]]


def test_different_victims_part_no_event(items: Any, make: Any) -> None:
    one = make.claim("c1", object="Ali Sow", on="2012-05-09", place=make.place())
    other = make.claim("c2", object="Awa Ba", on="2012-05-09", place=make.place())
    elsewhere = make.claim("c3", object="Issa Keita")
    assert ids(items(one, other, elsewhere)) == [["c1", "c2", "c3"]]


def test_two_numbers_of_dead_in_two_places_are_two_items(items: Any, make: Any) -> None:
    region = {"precision": "admin1", "lat": None, "lon": None}
    one = make.claim("c1", killed=3, place=make.place("Gao", **region))
    other = make.claim("c2", killed=5, place=make.place("Kidal", **region))
    assert ids(items(one, other)) == [["c1"], ["c2"]]
    assert ids(items(one, make.claim("c2", killed=5))) == [["c1", "c2"]]


def test_people_part_claims_of_one_event(items: Any, make: Any) -> None:
    one, other = make.claim("c1", on="2012-05-09"), make.claim("c2", on="2012-05-09")
    assert ids(items(one, other, apart=[("c2", "c1")])) == [["c1"], ["c2"]]


def test_a_rejected_claim_stays_with_its_event_and_says_nothing_about_it(items: Any, make: Any) -> None:
    rejected = make.claim("c1", on="2012-05-09", killed=90, mode="raid", rejected=True, subject="MNJ")
    sound = make.claim("c2", on="2012-05-09", killed=3)
    (item,) = items(rejected, sound)
    assert (len(item.claims), item.killed, item.modes, item.subject.actors) == (2, 3, frozenset(), frozenset())


def test_an_item_is_compared_on_the_shortest_days_that_it_gives(items: Any, make: Any) -> None:
    week = make.claim("c1", on="2012-05-03/2012-05-09")
    (item,) = items(week, make.claim("c2", on="2012-05-08"))
    assert (item.window.first, item.window.days, item.window.kind) == (date(2012, 5, 8), 1, "dated")


def test_without_a_day_an_item_is_news_of_the_days_before_publication(items: Any, make: Any) -> None:
    (item,) = items(make.claim())
    assert (item.window.kind, item.window.last, item.window.days) == ("news", date(2012, 5, 10), 11)
    (unpublished,) = items(make.claim(), report=make.report(published=None))
    assert unpublished.window is None


def test_a_long_range_is_vague_and_one_open_at_its_end_is_no_window(items: Any, make: Any) -> None:
    assert items(make.claim(on="2012-01-01/2012-12-31"))[0].window.kind == "vague"
    assert items(make.claim(on="2012-01-01/.."))[0].window is None


def test_an_item_has_the_sharpest_place_and_its_country_else_that_of_the_scene(items: Any, make: Any) -> None:
    vague = make.claim("c1", place=make.place("Gao Region", precision="admin1", radius_km=300.0))
    sharp = make.claim("c2", place=make.place("Gao", country="ML"))
    assert items(vague, sharp, scene="NE")[0].place.name == "Gao"
    assert items(vague, sharp, scene="NE")[0].country == "ML"
    assert items(make.claim(), scene="NE")[0].country == "NE"


def test_kinds_of_those_only_described_are_kept(items: Any, make: Any) -> None:
    (item,) = items(make.claim(subject="gunmen", object="Awa Ba"))
    assert (item.subject.actors, item.subject.kinds, item.object.actors) == (frozenset(), {"armed_group"}, {"Awa Ba"})
