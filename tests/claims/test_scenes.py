"""Places that no gazetteer holds: the examples of the data file, and what is no place."""

from collections.abc import Callable

import pytest

from dateline.claims.scenes import named_by, scene_at
from dateline.claims.words import Words
from dateline.languages.load import language_data

EXAMPLES = language_data("place_nouns")["examples"]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["text"] for example in EXAMPLES])
def test_words_that_name_a_place_give_a_place_without_a_point(
    example: dict[str, str], parse: Callable[[str], Words]
) -> None:
    found = {scene.text: scene for token in parse(example["text"]) if (scene := scene_at(token))}
    scene = next(scene for text, scene in found.items() if text in example["place"])
    assert scene.precision == example["precision"]
    assert scene.lat is None
    assert scene.reason


def test_the_name_stands_for_the_town_of_that_name(parse: Callable[[str], Words]) -> None:
    doc = parse("Troops entered the town of Rogatnik.")
    town = next(token for token in doc if token.text == "town")
    assert named_by(town) is not None
    assert str(named_by(town)) == "Rogatnik"


def test_a_year_after_in_is_no_place(parse: Callable[[str], Words]) -> None:
    assert not [token for token in parse("The rebels split in 1998.") if scene_at(token)]
