"""Portions and what they are portions of."""

from collections.abc import Callable

import pytest

Told = Callable[[str, str], list[tuple[str | None, str | None]]]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Dawn Front controls most of the Lake Province.", "most of the Lake Province"),
        ("The Dawn Front holds much of the north.", "much of the north"),
        ("The Dawn Front holds parts of the north.", "north"),
    ],
)
def test_who_holds_most_of_a_place_is_told_apart_from_who_holds_it(told: Told, text: str, place: str) -> None:
    assert told(text, "controls") == [("Dawn Front", place)]


def test_who_holds_most_of_two_places_holds_both(told: Told) -> None:
    found = told("The Dawn Front controls most of Gao and all of Kidal.", "controls")
    assert sorted(place for _, place in found if place) == ["Kidal", "most of Gao"]


def test_a_part_of_a_country_is_no_government(told: Told) -> None:
    assert not told("Rebels shelled parts of Syria.", "ASSAULT")[0][1]
