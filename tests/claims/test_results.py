"""An attack and its toll are one claim, however the sentence joins them."""

from collections.abc import Callable

import pytest

from dateline.model import Counts, Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "subject", "object_"),
    [
        ("Nine herders died in a raid by the militia.", "militia", "herders"),
        ("Two nurses were killed when a grenade exploded in the clinic.", None, "nurses"),
        ("Clashes between the army and the rebels left forty people dead.", "army", "rebels"),
    ],
)
def test_the_dead_and_the_attack_they_died_in_are_one_claim(
    read: Read, text: str, subject: str | None, object_: str
) -> None:
    claims = [claim for claim in read(text).claims if claim.type == "ASSAULT"]
    assert len({claim.object.words for claim in claims if claim.object}) == 1
    assert claims[0].object is not None
    assert object_ in claims[0].object.words
    assert (claims[0].subject is None) == (subject is None)


def test_two_attacks_by_two_sides_stay_two_claims(read: Read) -> None:
    claims = read("Soldiers killed two farmers during a raid by the rebels.").claims
    assert {claim.subject.words for claim in claims if claim.subject} >= {"Soldiers", "the rebels"}


def test_whom_those_killed_who_were_attacked_is_a_claim_of_its_own(read: Read) -> None:
    claims = read("The army repelled an attack by the militia, killing twenty rebels.").claims
    told = {(claim.subject.name, claim.object.name) for claim in claims if claim.subject and claim.object}
    assert told == {("militia", "army"), ("army", "twenty rebels")}


def test_the_dead_died_on_the_day_of_the_attack(read: Read) -> None:
    claims = read("Nine herders were killed when gunmen attacked the town of Timbuktu on 2 March 2024.").claims
    assert [claim.when.edtf for claim in claims if claim.when] == ["2024-03-02"]


def test_a_deed_told_with_two_verbs_is_one_claim(read: Read) -> None:
    claims = read("The mayor was shot and wounded by gunmen.").claims
    assert [claim.type for claim in claims] == ["ASSAULT"]


def test_a_relative_clause_tells_of_another_deed(read: Read) -> None:
    claims = read("The nuns were held by the Reed Gang, the gang that kidnapped nine tourists in May.").claims
    assert {claim.object.words for claim in claims if claim.type == "ASSAULT" and claim.object} >= {"nine tourists"}


def test_whom_a_victim_had_killed_is_no_part_of_the_toll(read: Read) -> None:
    claims = read("Police killed the bomber who killed at least 12 in Gao in May.").claims
    killed = {c.subject.name: c.counts.killed and c.counts.killed.best for c in claims if c.subject is not None}
    assert killed == {"Police": None, "bomber": 12}


def test_what_clashes_leave_behind_is_no_event_of_its_own(read: Callable[..., Reading]) -> None:
    claims = read("Clashes erupted on Sunday between rival militias, leaving five people dead.").claims
    assert [(c.mode, c.counts.killed and c.counts.killed.best) for c in claims] == [("clash", 5)]


def test_a_machine_supports_nobody(read: Callable[..., Reading]) -> None:
    assert {c.type for c in read("Troops backed by tanks entered Kherson on Monday.").claims} == {"ASSAULT"}


def test_places_and_things_are_not_counted_as_people(read: Callable[..., Reading]) -> None:
    text = "The rebels captured three villages. The army seized 40 rifles. Soldiers burned down 40 houses."
    assert all(claim.counts == Counts() for claim in read(text).claims)


def test_those_who_attack_are_not_their_own_victims(read: Callable[..., Reading]) -> None:
    claims = read("Congolese troops retook the town of Djugu from militiamen, killing at least 21 of them.").claims
    assert [c.counts.killed and c.counts.killed.low for c in claims] == [21]
    assert all(c.object is None or c.object.entity != (c.subject and c.subject.entity) for c in claims)


def test_whom_they_killed_and_whom_they_took_are_two_claims(read: Callable[..., Reading]) -> None:
    claims = read("Gunmen raided the village, killing four guards and abducting nine nuns.").claims
    found = {(claim.mode, claim.object and claim.object.name) for claim in claims if claim.type == "ASSAULT"}
    assert found == {("raid", "four guards"), ("abduct", "nine nuns")}


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Twelve people were killed and 30 wounded in the attack, bringing the toll to 45.", 12, 30),
        ("Nine soldiers were killed and 12 others injured in a raid by rebels.", 9, 12),
        ("Two dockers were killed and five others injured when drones struck the harbour.", 2, 5),
    ],
)
def test_those_counted_further_make_no_second_attack(read: Read, text: str, killed: int, injured: int) -> None:
    (claim,) = [claim for claim in read(text).claims if claim.type == "ASSAULT"]
    assert claim.counts.killed is not None
    assert claim.counts.injured is not None
    assert (claim.counts.killed.best, claim.counts.injured.best) == (killed, injured)
