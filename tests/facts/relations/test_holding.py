"""What each claim says of when a relation holds, and what says that it was over."""

from datetime import date
from typing import Any

import pytest

from dateline.facts.relations.holding import (
    RelationKey,
    ending_days,
    ends_for_subject,
    holding_of,
    is_death,
    relation_key,
    says_death,
    says_former,
    slot,
    until_days,
)


@pytest.fixture(scope="module")
def leads(make: Any) -> Any:
    """A claim that Ali Sow leads the Front, in a report of 10 May 2012."""

    def of(kind: str = "leads", published: str | None = "2012-05-10", **fields: Any) -> Any:
        usual = {"subject": "Ali Sow", "object": "Front", **fields}
        return make.told(make.claim("c1", kind, **usual), make.report(published=published))

    return of


def test_a_relation_is_its_type_its_parties_and_whether_it_is_planned(leads: Any) -> None:
    assert relation_key(leads()) == RelationKey(type="leads", subject="Ali Sow", object="Front", planned=False)
    assert relation_key(leads(modality="planned")).planned


def test_somebody_only_described_is_a_party_within_the_report(leads: Any) -> None:
    key = relation_key(leads(subject="a  Colonel".lower()))
    assert key.subject == "~r1:a colonel"
    assert not key.named
    assert relation_key(leads()).named


def test_without_two_parties_or_with_one_twice_there_is_no_relation(leads: Any) -> None:
    assert relation_key(leads(subject=None)) is None
    assert relation_key(leads(object=None)) is None
    assert relation_key(leads(object="Ali Sow")) is None
    assert relation_key(leads("ASSAULT")) is None


def test_a_symmetrical_relation_is_the_same_from_both_sides(leads: Any) -> None:
    one = leads("allied_with", subject="Front", object="MNJ")
    other = leads("allied_with", subject="MNJ", object="Front")
    assert relation_key(one) == relation_key(other)
    assert relation_key(leads("opposes", subject="Front", object="MNJ")).object == "MNJ"


def test_a_relation_to_a_place_has_the_place_for_its_object(leads: Any, make: Any) -> None:
    gao = make.place(geonameid=7)
    assert relation_key(leads("controls", place=gao)).object == "place:7"
    assert relation_key(leads("based_in", place=None, object="Gao")).object == "place:?:gao"
    assert relation_key(leads("based_in", place=None, object=None)) is None
    assert relation_key(leads(place=gao)).object == "Front"


def test_whoever_takes_a_town_controls_it(leads: Any, make: Any) -> None:
    taken = {"mode": "seize_territory", "subject": "Front", "object": None}
    key = relation_key(leads("ASSAULT", place=make.place(geonameid=7), **taken))
    assert (key.type, key.subject, key.object) == ("controls", "Front", "place:7")
    assert relation_key(leads("ASSAULT", place=make.place(precision="admin1"), **taken)) is None
    assert relation_key(leads("ASSAULT", place=None, **taken)) is None
    assert relation_key(leads("ASSAULT", place=make.place(), mode="raid")) is None


@pytest.mark.parametrize(
    ("fields", "certain", "possible", "ended"),
    [
        ({}, "2012-05-10", "2012-05-10", False),
        ({"published": None}, None, "../..", False),
        ({"on": "2012-03-01"}, "2012-03-01", "2012-03-01", False),
        ({"possible": "2012-01-01/2012-12-31"}, None, "2012-01-01/2012-12-31", False),
        ({"possible": "2009-01-01/..", "since": date(2009, 12, 31)}, "2009-12-31/2012-05-10", "2009-01-01/..", False),
        ({"possible": "2009-01-01/..", "since": date(2013, 1, 1)}, None, "2009-01-01/..", False),
        ({"polarity": "negated"}, None, "2012-05-10", True),
        ({"polarity": "negated", "on": "2012-03-01"}, None, "2012-03-01", True),
        ({"polarity": "negated", "published": None}, None, "../..", True),
        ({"former": True}, None, "../2012-05-10", True),
        ({"former": True, "possible": "2010-01-01/2010-12-31"}, None, "../2010-12-31", True),
        ({"kind": "split_from", "possible": "2012-04-01/2012-04-30"}, "2012-04-30/2012-05-10", None, False),
        ({"kind": "merged_with", "on": "2012-06-01"}, "2012-06-01", "2012-06-01", False),
    ],
)
def test_the_days_that_a_claim_vouches_for(
    fields: dict[str, Any], certain: str | None, possible: str | None, ended: bool, leads: Any, make: Any
) -> None:
    found = holding_of(leads(**fields))
    assert found.certain == make.days(certain)
    assert possible is None or found.possible == make.days(possible)
    assert found.ended is ended
    assert found.words


def test_nobody_is_said_to_lead_after_death_for_reports_go_on_to_call_the_dead_so(leads: Any, make: Any) -> None:
    dead = date(2012, 4, 1)
    assert holding_of(leads(), dead).certain is None
    since = leads(possible="2009-01-01/..", since=date(2009, 12, 31))
    assert holding_of(since, dead).certain == make.days("2009-12-31/2012-04-01")
    assert holding_of(leads(on="2012-04-03"), dead).certain == make.days("2012-04-03")
    assert holding_of(leads(on="2012-03-01"), dead).certain == make.days("2012-03-01")


def test_until_a_day_before_publication_says_that_it_was_over(leads: Any, make: Any) -> None:
    assert until_days(leads(possible="../2012-03-31")) == make.days("2012-03-31")
    assert until_days(leads(possible="../2012-05-10")) is None
    assert until_days(leads(possible="../2012-03-31", published=None)) is None
    assert until_days(leads(possible="../2012-03-31", former=True)) is None
    assert until_days(leads(possible="2012-03-01/2012-03-31")) is None
    assert until_days(leads()) is None


def test_what_ends_a_relation_happened_at_the_latest_at_publication(leads: Any, make: Any) -> None:
    assert ending_days(leads()) == make.days("../2012-05-10")
    assert ending_days(leads(on="2012-05-01")) == make.days("2012-05-01")
    assert ending_days(leads(possible="2012-05-01/..")) == make.days("2012-05-01/2012-05-10")


def kill(leads: Any, **fields: Any) -> Any:
    return leads("ASSAULT", **{"subject": "Army", "object": "Ali Sow", "deadly": True, **fields})


@pytest.mark.parametrize(
    "fields",
    [
        {"deadly": False},
        {"polarity": "negated"},
        {"modality": "alleged"},
        {"rejected": True},
        {"object": "a fighter"},
        {"object": None},
    ],
)
def test_only_a_plain_claim_of_somebodys_death_is_one(fields: dict[str, Any], leads: Any) -> None:
    assert is_death(kill(leads))
    assert not is_death(kill(leads, **fields))
    assert ends_for_subject(kill(leads, **fields)) is None


def test_death_and_capture_may_end_leading_and_belonging(leads: Any) -> None:
    actor, types, target, why = ends_for_subject(kill(leads))
    assert (actor, types, target, why) == ("Ali Sow", {"leads", "member_of"}, None, "death")
    for kind, mode in (("COERCE", "arrest"), ("ASSAULT", "abduct")):
        ended = ends_for_subject(leads(kind, subject="Army", object="Ali Sow", mode=mode))
        assert ended == ("Ali Sow", {"leads", "member_of"}, None, "capture")


def test_resignation_withdrawal_and_a_split_end_what_they_are_of(leads: Any, make: Any) -> None:
    assert ends_for_subject(leads("RETREAT", mode="resign", object=None)) == (
        "Ali Sow",
        {"leads"},
        None,
        "resignation",
    )
    left = leads("RETREAT", mode="withdraw", subject="Front", object=None, place=make.place(geonameid=7))
    assert ends_for_subject(left) == ("Front", {"controls", "based_in"}, "place:7", "withdrawal")
    actor, types, target, why = ends_for_subject(leads("split_from"))
    assert (actor, target, why) == ("Ali Sow", "Front", "a split")
    assert {"leads", "part_of", "allied_with"} <= types
    assert ends_for_subject(leads("RETREAT", mode="withdraw", place=None)) is None
    assert ends_for_subject(leads("RETREAT", mode="resign", subject="a minister", object=None)) is None
    assert ends_for_subject(leads("split_from", modality="planned")) is None


@pytest.mark.parametrize(
    ("role", "is_state", "expected"),
    [
        (None, False, "top"),
        ("leader", False, "top"),
        ("commander-in-chief", False, "commander"),
        ("military commander", False, None),
        ("deputy leader", False, None),
        ("regional commander", False, None),
        ("spokesman", False, None),
        ("teacher", False, None),
        ("former leader", False, "top"),
        ("defence minister", True, "defence minister"),
        ("former defence minister", True, "defence minister"),
        (None, True, None),
    ],
)
def test_a_body_has_one_holder_of_its_top_and_a_state_one_of_each_office(
    role: str | None, is_state: bool, expected: str | None, leads: Any
) -> None:
    assert slot(leads(role=role), is_state) == expected


def test_a_town_has_one_holder_and_other_relations_have_many(leads: Any, make: Any) -> None:
    assert slot(leads("controls", place=make.place()), False) == "control"
    taken = leads("ASSAULT", mode="seize_territory", place=make.place())
    assert slot(taken, False) == "control"
    assert slot(leads("member_of"), False) is None


def test_words_for_what_is_over_and_for_death_are_known() -> None:
    assert says_former("former head of security")
    assert not says_former("head of security")
    assert not says_former(None)
    assert says_death("Sow was “killed” on Monday.")
    assert not says_death("Sow was wounded; the skilled fighter fled.")
