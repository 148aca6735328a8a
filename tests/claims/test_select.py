from collections.abc import Callable

import pytest

from dateline.model import Reading


def events(reading: Reading) -> list[str]:
    return [claim.type for claim in reading.claims if claim.type.isupper()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels threatened to attack the town.", ["THREATEN"]),
        ("The government refused to release the prisoners.", ["REJECT"]),
        ("The opposition demanded the withdrawal of the troops.", ["REQUEST"]),
    ],
)
def test_what_is_threatened_refused_or_demanded_makes_no_claim_of_its_own(
    read: Callable[..., Reading], text: str, expected: list[str]
) -> None:
    assert events(read(text)) == expected


def test_an_event_beside_an_absorbing_one_stays(read: Callable[..., Reading]) -> None:
    reading = read("The rebels rejected the offer of the government and attacked the town.")
    assert sorted(events(reading)) == ["ASSAULT", "REJECT"]


def test_what_happened_before_an_agreement_is_no_part_of_it(read: Callable[..., Reading]) -> None:
    reading = read("The rebels agreed to disarm after the attack on the barracks.")
    assert "ASSAULT" in events(reading)


def test_a_noun_that_its_verb_has_told_makes_no_second_claim(read: Callable[..., Reading]) -> None:
    assert events(read("The government held talks with the rebels.")) == ["CONSULT"]


def test_a_noun_that_names_nobody_and_no_place_makes_no_claim(read: Callable[..., Reading]) -> None:
    assert events(read("The president condemned the attack.")) == ["ACCUSE"]


def test_dates_and_names_tell_of_no_event(read: Callable[..., Reading]) -> None:
    assert "PROTEST" not in events(read("The president met the rebels in March 2001."))


def test_what_nobody_in_particular_did_is_no_claim(read: Callable[..., Reading]) -> None:
    assert not read("Anyone who attacked the soldiers would be tried, the rebels said.").claims


def test_what_somebody_is_accused_of_in_passing_only_says_who_they_are(read: Callable[..., Reading]) -> None:
    assert "ACCUSE" not in events(read("The army released two officers accused of spying for the rebels."))
    assert "ACCUSE" in events(read("The army accused two officers of spying for the rebels."))


def test_a_relation_is_told_once_a_sentence_and_of_the_place_that_is_meant(read: Callable[..., Reading]) -> None:
    claims = read("The Northern Front, an armed group, has its camps near Kidal in Mali.").claims
    assert [c.object.name for c in claims if c.type == "based_in" and c.object] == ["near Kidal"]


def test_whose_people_they_are_leads_nobody(read: Callable[..., Reading]) -> None:
    assert not [c for c in read("The Kurdish-led Northern Front attacked the army.").claims if c.type == "leads"]


def test_a_relation_told_by_a_verb_and_by_its_role_is_told_once(read: Callable[..., Reading]) -> None:
    claims = read("The Reed Column remains part of the Lake Front, which has fought the army for years.").claims
    parts = [claim for claim in claims if claim.type == "part_of"]
    assert [claim.role for claim in parts] == ["part"]
