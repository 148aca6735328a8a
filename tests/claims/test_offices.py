"""Offices beside names, portions of groups, bodies that may be armed: who takes part where the parse is no help."""

from collections.abc import Callable

import pytest

from dateline.model import Claim, Reading

CONFLICT = "Rebels shelled the town. The army killed nine insurgents and the militia burned a village in a raid. "
"""Makes a report be plainly about conflict."""


def told(reading: Reading, type_: str) -> list[tuple[str | None, str | None]]:
    return [(name_of(claim, "subject"), name_of(claim, "object")) for claim in reading.claims if claim.type == type_]


def name_of(claim: Claim, side: str) -> str | None:
    actor = getattr(claim, side)
    return actor.name if actor else None


@pytest.mark.parametrize(
    "text",
    [
        "The Dawn Front rejected the truce that its emir, Sheikh Omar Tall, had signed in October.",
        "The Dawn Front was shelled after the arrest of its boss, Omar Tall, in the capital.",
        "The Dawn Front, whose chief is Omar Tall, fled.",
        "The Dawn Front fled. One of its leaders, Omar Tall, was killed.",
        "The army killed a local commander of the Dawn Front, Omar Tall.",
    ],
)
def test_an_office_printed_beside_a_name_is_held_by_whoever_bears_it(read: Callable[..., Reading], text: str) -> None:
    ((leader, group),) = told(read(text), "leads")
    assert (leader or "").endswith("Omar Tall")
    assert group == "Dawn Front"


def test_who_introduces_somebody_is_the_report_and_not_who_is_quoted(read: Callable[..., Reading]) -> None:
    reading = read("Police said the leader of the Dawn Front, Omar Tall, had killed two soldiers.")
    said_by = {claim.type: claim.said_by and claim.said_by.name for claim in reading.claims}
    assert said_by["leads"] is None
    assert said_by["ASSAULT"] == "Police"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Dawn Front controls most of the Lake Province.", "Lake Province"),
        ("The Dawn Front holds the border heights.", "border heights"),
    ],
)
def test_who_holds_a_part_of_a_place_holds_the_place(read: Callable[..., Reading], text: str, place: str) -> None:
    assert told(read(text), "controls") == [("Dawn Front", place)]


def test_a_movement_may_be_armed_in_a_report_on_conflict_and_a_rights_group_is_not(
    read: Callable[..., Reading],
) -> None:
    assert told(read(CONFLICT + "The movement recruited boys in the camps."), "MOBILIZE")
    assert not told(read(CONFLICT + "The rights group recruited lawyers in the camps."), "MOBILIZE")


def test_a_drone_acts_for_whom_it_belongs_to_or_for_nobody(read: Callable[..., Reading]) -> None:
    assert told(read(CONFLICT + "A drone hit the barracks at dawn."), "ASSAULT")[-1][0] is None
    assert told(read(CONFLICT + "A Turkish drone hit the barracks at dawn."), "ASSAULT")[-1][0] == "Turkey"


def test_a_body_that_is_described_and_then_named_has_no_second_name(read: Callable[..., Reading]) -> None:
    assert not told(read("A unit known as the Black Falcons burned the village."), "alias_of")
    assert told(read("Omar Tall, also known as Abu Salim, was killed."), "alias_of")


def test_what_somebody_is_accused_of_in_passing_only_says_who_they_are(read: Callable[..., Reading]) -> None:
    assert not told(read("The army released two officers accused of spying for the rebels."), "ACCUSE")
    assert told(read("The army accused two officers of spying for the rebels."), "ACCUSE")
