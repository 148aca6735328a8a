"""What two entities must share to be one actor, or to be compared."""

from typing import Any

import pytest

from dateline.facts.actor_keys import (
    Key,
    entity_keys,
    initials_of,
    is_kept,
    may_be_body,
    office_by_name,
    state_body,
    usable_names,
)


def sure(make: Any, entity: Any, **background: Any) -> set[str]:
    keys = entity_keys(entity, make.background(**background))
    return {key.text for key in keys if key.sure}


def near(make: Any, entity: Any, **background: Any) -> set[str]:
    keys = entity_keys(entity, make.background(**background))
    return {key.text for key in keys if not key.sure}


def test_a_known_actor_has_the_key_of_the_actor_file_and_no_other(make: Any) -> None:
    entity = make.entity("Boko Haram", kind="armed_group", known="boko-haram")
    assert sure(make, entity) == {"known:boko-haram"}
    assert near(make, entity) == set()


def test_a_body_with_a_name_of_its_own_is_surely_itself_by_name(make: Any) -> None:
    assert "body:northern front" in sure(make, make.entity("the Northern Front", kind="armed_group"), country=None)


def test_a_common_name_of_a_body_says_who_only_with_the_country(make: Any) -> None:
    court = make.entity("Supreme Court", kind="organisation")
    assert sure(make, court, country="ML") == {"common:supreme court:ML"}
    assert sure(make, court, country=None) == set()


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("MNJ", "NE", {"acronym:mnj:NE"}),
        ("MNJ", None, set()),
        ("MNLA", "ML", {"acronym:mnla"}),
        ("MNLA", None, {"acronym:mnla"}),
    ],
)
def test_a_short_acronym_needs_the_country_and_a_long_one_does_not(
    name: str, country: str | None, expected: set[str], make: Any
) -> None:
    assert sure(make, make.entity(name, kind="armed_group"), country=country) == expected
    assert f"short:{name.lower()}" in near(make, make.entity(name, kind="armed_group"), country=country)


def test_a_full_name_is_compared_with_the_acronym_of_its_initials(make: Any) -> None:
    assert initials_of("Highland Independence Front") == "hif"
    assert initials_of("Front for the Liberation of Gao") == "flg"
    full = make.entity("Highland Independence Front", kind="armed_group")
    assert "short:hif" in near(make, full) & near(make, make.entity("HIF", kind="armed_group"))


def test_an_acronym_counts_for_a_body_only_where_it_can_shorten_its_name(make: Any) -> None:
    fits = make.entity("Highland Independence Front", "HIF", kind="armed_group")
    stray = make.entity("Highland Independence Front", "MNJ", kind="armed_group")
    assert "acronym:hif:ML" in sure(make, fits)
    assert not any("mnj" in key for key in sure(make, stray) | near(make, stray))


@pytest.mark.parametrize(
    ("words", "kind", "body"),
    [
        ("the army", "military", "army"),
        ("government troops", "military", "army"),
        ("Malian soldiers", "military", "army"),
        ("riot police", "police", "police"),
        ("the authorities", "government", "government"),
        ("two soldiers", "military", None),
        ("23 soldiers", "military", None),
        ("rebel forces", "military", None),
        ("former soldiers", "military", None),
        ("the army of the north", "military", None),
        ("the army", "armed_group", None),
    ],
)
def test_a_plain_description_stands_for_a_body_of_the_state(words: str, kind: str, body: str | None, make: Any) -> None:
    assert state_body(make.entity(name=words, kind=kind)) == body


def test_a_body_of_a_state_is_kept_and_needs_a_country_to_be_anyone(make: Any) -> None:
    army = make.entity(name="the army", kind="military")
    assert is_kept(army)
    assert sure(make, army, country=None) == set()
    assert len(sure(make, army, country="ML")) == 1


def test_a_named_body_of_a_state_is_the_described_one(make: Any) -> None:
    named = make.entity("National Police of Mali", kind="police")
    described = make.entity(name="the police", kind="police")
    assert sure(make, named, country="FR") & sure(make, described, country="ML")
    assert not sure(make, named, country="FR") & sure(make, described, country="FR")


def test_whom_a_report_only_describes_is_no_actor(make: Any) -> None:
    assert not is_kept(make.entity(name="a farmer", descriptions=("a farmer",)))
    assert not is_kept(make.entity(name="the army", kind="person"))
    assert is_kept(make.entity("Ali Sow"))


def test_a_name_alone_never_says_who_a_person_is(make: Any) -> None:
    keys = sure(make, make.entity("Ali Sow"), cluster="k")
    assert keys == {"copied:ali sow:k"}
    assert "last:s" in near(make, make.entity("Ali Sow"))


def test_an_office_in_a_country_or_a_body_beside_the_name_says_who(make: Any) -> None:
    person = make.entity("Ali Sow")
    assert "person:ali sow:in:ML" in sure(make, person, office=True)
    assert "person:ali sow:in:ML" not in sure(make, person, office=True, namesake=True)
    assert not any(":in:" in key for key in sure(make, person, office=True, country=None))
    assert "person:ali sow:of:Northern Front" in sure(make, person, bodies=["Northern Front"])


def test_a_surname_alone_is_only_compared(make: Any) -> None:
    keys = sure(make, make.entity("Sow"), office=True, bodies=["Northern Front"], cluster="k")
    assert keys == {"copied:sow:k"}


def test_namesakes_of_one_report_are_told_apart_in_its_copies_by_how_they_are_described(make: Any) -> None:
    plain = make.entity("Ali Sow")
    teacher = make.entity("Ali Sow", descriptions=("a teacher",))
    assert sure(make, plain, namesake=True) == set()
    assert sure(make, teacher, namesake=True, cluster="k") == {"copied:ali sow:a teacher:k"}


def test_names_lose_their_titles_and_the_fullest_goes_first(make: Any) -> None:
    person = make.entity("Col. Ali Sow", "Sow", "he", "Ali Sow")
    assert usable_names(person) == ("Ali Sow", "Sow")
    assert office_by_name(person)
    assert usable_names(make.entity(name="a farmer")) == ()


def test_a_full_name_that_is_nothing_like_the_main_one_is_left_out(make: Any) -> None:
    assert usable_names(make.entity("Moussa Ag Traore", "Kemal Bozkurt")) == ("Moussa Ag Traore",)


@pytest.mark.parametrize(
    ("names", "descriptions", "may"),
    [
        (("Los Halcones",), (), True),
        (("Los Halcones", "Halcones"), (), False),
        (("Los Halcones",), ("a teacher",), False),
        (("Gen. Los Halcones",), (), False),
        (("Los Halcones", "LH"), (), True),
        ((), (), False),
    ],
)
def test_only_a_long_name_with_nothing_personal_may_be_a_body(
    names: tuple[str, ...], descriptions: tuple[str, ...], may: bool, make: Any
) -> None:
    assert may_be_body(make.entity(*names, descriptions=descriptions)) is may


def test_keys_that_people_give_go_first(make: Any) -> None:
    forced = Key("decision:4", 1.0, "joined by Ann")
    assert entity_keys(make.entity("Ali Sow"), make.background(), [forced])[0] == forced
