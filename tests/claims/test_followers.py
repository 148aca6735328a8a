"""Fighters that stand for their group, and nobody in particular."""

from collections.abc import Callable

import pytest

from dateline.model import Reading

Told = Callable[[str, str], list[tuple[str | None, str | None]]]


@pytest.mark.parametrize(
    "text",
    [
        "The Northern Front said its men had killed two soldiers.",
        "Gunmen of the Northern Front killed two soldiers.",
        "Omar Tall, the leader of the Northern Front, said his fighters had killed two soldiers.",
    ],
)
def test_the_deed_of_its_fighters_is_the_deed_of_the_group(told: Told, text: str) -> None:
    assert told(text, "ASSAULT") == [("Northern Front", "two soldiers")]


def test_an_air_force_is_not_the_state_that_has_it(told: Told) -> None:
    found = told("Chad said its air force had bombed the rebels.", "ASSAULT")
    assert [subject for subject, _ in found] != ["Chad"]


def test_nobody_in_particular_is_no_participant(read: Callable[..., Reading], told: Told) -> None:
    text = "The Northern Front denied that it had kidnapped anyone."
    assert told(text, "ASSAULT") == [("Northern Front", None)]
    assert {claim.polarity for claim in read(text).claims if claim.type == "ASSAULT"} == {"negated"}


def test_a_rocket_belongs_to_nobody_and_a_gunship_may_stand_for_who_flies_it(told: Told) -> None:
    assert [s for s, _ in told("Rockets struck the camp of the rebels.", "ASSAULT")] == [None]
    found = [s for s, _ in told("Helicopter gunships fired rockets at the rebels.", "ASSAULT")]
    assert found == ["Helicopter gunships"]


def test_fighters_who_leave_their_group_are_not_the_group(told: Told) -> None:
    found = told("Fighters of the Northern Front left the Northern Front in May.", "split_from")
    assert all(subject != object_ for subject, object_ in found)
