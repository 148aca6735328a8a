"""Who or what the words in a slot stand for."""

from collections.abc import Callable

from dateline.model import Reading


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
