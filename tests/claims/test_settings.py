"""The place of an event that goes on with the story of the one before."""

from collections.abc import Callable

import pytest

from dateline.model import Reading


def places(reading: Reading, type_: str) -> list[str | None]:
    return [claim.place.name if claim.place else None for claim in reading.claims if claim.type == type_]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Gunmen entered the town of Timbuktu at dusk. They freed eleven prisoners.", "RETREAT"),
        ("Gunmen entered the town of Timbuktu at dusk. They freed eleven prisoners from the jail.", "RETREAT"),
        ("A bomb exploded in Timbuktu. At least 30 people were killed.", "ASSAULT"),
        ("A bomb exploded in Timbuktu. The attack was claimed by the Dawn League.", "ASSAULT"),
    ],
)
def test_what_goes_on_with_a_story_is_where_the_story_is(read: Callable[..., Reading], text: str, type_: str) -> None:
    assert places(read(text), type_)[-1] == "Timbuktu"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen entered the town of Timbuktu at dusk. Soldiers killed a farmer.",
        "Gunmen entered the town of Timbuktu at dusk.\n\nThey killed a farmer.",
        "Gunmen entered the town of Timbuktu at dusk. They will kill the mayor.",
    ],
)
def test_another_story_is_nowhere(read: Callable[..., Reading], text: str) -> None:
    assert places(read(text), "ASSAULT")[-1] is None


def test_what_stands_under_the_name_of_a_town_took_place_there(read: Callable[..., Reading]) -> None:
    text = (
        "Weekly bulletin\n\nGao: Gunmen abducted two nurses on 2 September. Soldiers beat a teacher.\n\n"
        "Kidal: In Menaka soldiers killed a trader."
    )
    places = {claim.object.name: claim.place.name for claim in read(text).claims if claim.object and claim.place}
    assert places == {"two nurses": "Gao", "teacher": "Gao", "trader": "Ménaka"}
