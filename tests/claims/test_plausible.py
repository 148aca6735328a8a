from collections.abc import Callable

import pytest

from dateline.model import Reading


@pytest.mark.parametrize(
    "text",
    [
        "The late goal killed the game.",
        "An outbreak of measles killed nine.",
        "The club faces a battle to stay up.",
        "The fierce battle of the ladles took place on Saturday.",
        "Heavy falls killed three thousand sheep.",
    ],
)
def test_figures_of_speech_are_no_attacks(read: Callable[..., Reading], text: str) -> None:
    assert not [claim for claim in read(text).claims if claim.type == "ASSAULT"]


@pytest.mark.parametrize("text", ["Gunmen killed nine.", "At least 19 killed in ambush", "Raiders shot a priest."])
def test_attacks_by_people_on_people_are(read: Callable[..., Reading], text: str) -> None:
    assert [claim for claim in read(text).claims if claim.type == "ASSAULT"]


def test_an_inverted_condition_claims_nothing(read: Callable[..., Reading]) -> None:
    assert not read("Had the rebels killed the mayor, the army would have known.").claims
