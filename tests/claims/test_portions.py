"""Portions and what they are portions of."""

from collections.abc import Callable

import pytest

from dateline.model import Claim, Reading


def told(reading: Reading, type_: str) -> list[tuple[str | None, str | None]]:
    return [(name_of(claim, "subject"), name_of(claim, "object")) for claim in reading.claims if claim.type == type_]


def name_of(claim: Claim, side: str) -> str | None:
    actor = getattr(claim, side)
    return actor.name if actor else None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Dawn Front controls most of the Lake Province.", "Lake Province"),
        ("The Dawn Front holds much of the north.", "north"),
    ],
)
def test_who_holds_a_part_of_a_place_holds_the_place(read: Callable[..., Reading], text: str, place: str) -> None:
    assert told(read(text), "controls") == [("Dawn Front", place)]


def test_who_holds_most_of_two_places_holds_both(read: Callable[..., Reading]) -> None:
    found = told(read("The Dawn Front controls most of Gao and all of Kidal."), "controls")
    assert sorted(place for _, place in found if place) == ["Gao", "Kidal"]


def test_a_part_of_a_country_is_no_government(read: Callable[..., Reading]) -> None:
    assert not told(read("Rebels shelled parts of Syria."), "ASSAULT")[0][1]
