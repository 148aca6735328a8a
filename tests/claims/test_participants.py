"""Who or what the words in a slot stand for."""

from collections.abc import Callable

from dateline.model import Reading

Told = Callable[[str, str], list[tuple[str | None, str | None]]]


def test_words_that_say_where_are_nobody(read: Callable[..., Reading]) -> None:
    claims = read("Near Rawah, one strike engaged a rebel unit and destroyed a tank.").claims
    assert claims
    assert all(claim.subject is None for claim in claims)


def test_so_many_others_are_people(read: Callable[..., Reading]) -> None:
    claims = read("The army killed a guerrilla and captured two others.").claims
    assert [(c.mode, c.object and c.object.words) for c in claims] == [(None, "a guerrilla"), ("abduct", "two others")]


def test_who_stands_beside_as_part_of_is_part_of_it(read: Callable[..., Reading]) -> None:
    claims = read("As part of the Lake Coalition, Chad sent two battalions to the border.").claims
    found = [(c.subject and c.subject.name, c.object and c.object.name) for c in claims if c.type == "part_of"]
    assert found == [("Chad", "Lake Coalition")]


CONFLICT = "Rebels shelled the town. The army killed nine insurgents and the militia burned a village in a raid. "
"""Makes a report be plainly about conflict."""


def test_a_movement_may_be_armed_in_a_report_on_conflict(told: Told) -> None:
    assert told(CONFLICT + "The movement recruited boys in the camps.", "MOBILIZE")
    civil = "A rights group spoke in the town. The group recruited lawyers in the camps."
    assert not told(CONFLICT + civil, "MOBILIZE")


def test_tourists_are_not_armed_for_being_a_group(told: Told) -> None:
    assert not told(CONFLICT + "A group of tourists fled the hotel.", "RETREAT")


def test_a_drone_acts_for_whom_it_belongs_to_or_for_nobody(told: Told) -> None:
    assert told(CONFLICT + "A drone hit the barracks at dawn.", "ASSAULT")[-1][0] is None
    assert told(CONFLICT + "A Turkish drone hit the barracks at dawn.", "ASSAULT")[-1][0] == "Turkey"


def test_a_body_that_is_described_and_then_named_has_no_second_name(told: Told) -> None:
    assert not told("A unit known as the Black Falcons burned the village.", "alias_of")
    assert told("Omar Tall, also known as Abu Salim, was killed.", "alias_of")
