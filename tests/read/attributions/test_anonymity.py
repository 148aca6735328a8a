"""How somebody spoke is no saying."""

from collections.abc import Callable

from dateline.model import Reading


def test_speaking_on_condition_of_anonymity_says_nothing(read: Callable[..., Reading]) -> None:
    text = "The mayor, who spoke on condition of anonymity out of fear, confirmed that the rebels had left the town."
    found = read(text).attributions
    assert [(a.verb, text[slice(*a.content[0])]) for a in found] == [("confirm", "that the rebels had left the town")]
