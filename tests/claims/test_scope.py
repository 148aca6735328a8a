"""Polarity and modality come from what governs a word: the examples of the data file."""

from collections.abc import Callable

import pytest

from dateline.claims.scope import scope_of
from dateline.claims.words import Words
from dateline.languages.load import language_data

EXAMPLES = language_data("scope")["examples"]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["text"] for example in EXAMPLES])
def test_the_scope_of_a_trigger_is_what_its_governors_say(
    example: dict[str, str], parse: Callable[[str], Words]
) -> None:
    doc = parse(example["text"])
    trigger = next(token for token in doc if token.text == example["trigger"])
    scope = scope_of(trigger)
    assert (scope.polarity, scope.modality) == (example["polarity"], example["modality"]), scope.words
