"""How many people: the examples of the data file."""

from collections.abc import Callable
from typing import Any

import pytest

from dateline.claims.arguments import verb_arguments
from dateline.claims.counts import counts_of
from dateline.claims.tolls import toll_of
from dateline.claims.words import Words
from dateline.languages.load import language_data
from dateline.model import Count

EXAMPLES = language_data("counts")["examples"]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["text"] for example in EXAMPLES])
def test_numbers_keep_the_bounds_that_their_words_set(example: dict[str, Any], parse: Callable[[str], Words]) -> None:
    found = [
        count
        for token in parse(example["text"])
        if (count := getattr(counts_of(token, verb_arguments(token)), example["kind"])) is not None
    ]
    assert found == [Count(low=example["low"], best=example["best"], high=example["high"])]


def test_a_sentence_without_numbers_counts_nobody(parse: Callable[[str], Words]) -> None:
    doc = parse("The rebels killed the mayor's driver.")
    killed = next(token for token in doc if token.text == "killed")
    assert counts_of(killed, verb_arguments(killed)).killed is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death toll from the attack rose to 31.", Count(low=31, best=31, high=31)),
        ("The toll of the ambush now stands at more than 40.", Count(low=40, best=40, high=None)),
        ("The number of dead in the attack rose to 70.", Count(low=70, best=70, high=70)),
        ("The number of people killed in the raid was not known.", None),
        ("The injury toll from the attack rose to 31.", None),
    ],
)
def test_the_toll_of_an_attack_is_how_many_it_killed(
    text: str, expected: Count | None, parse: Callable[[str], Words]
) -> None:
    (attack,) = [token for token in parse(text) if token.lower_ in ("attack", "ambush", "raid")]
    assert toll_of(attack).killed == expected
