from collections.abc import Callable, Mapping
from typing import Any

import pytest

from dateline.claims.event_nouns import event_noun_arguments
from dateline.claims.words import Words
from dateline.languages.load import language_data
from dateline.model import Reading


@pytest.mark.parametrize("example", language_data("event_nouns")["examples"], ids=lambda example: example["text"])
def test_an_event_noun_has_the_doer_that_the_words_around_it_name(
    example: Mapping[str, Any], parse: Callable[[str], Words]
) -> None:
    doc = parse(example["text"])
    trigger = next(token for token in doc if token.text == example["trigger"])
    arguments = event_noun_arguments(trigger)
    doers = [token.text for slot in ("subj", "prep:between") for token in arguments.slot(slot)]
    assert doers[:1] == ([example["subject"]] if example["subject"] else [])


def test_who_condemns_or_prevents_an_attack_did_not_carry_it_out(parse: Callable[[str], Words]) -> None:
    doc = parse("The army prevented an attack on the town.")
    attack = next(token for token in doc if token.text == "attack")
    assert event_noun_arguments(attack).subj == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Villagers described a massacre by soldiers.", "soldiers"),
        ("The bombing of the market was blamed on the separatists.", "separatists"),
    ],
)
def test_a_phrase_behind_the_noun_and_the_blamed_say_who_did_it(
    read: Callable[..., Reading], text: str, subject: str
) -> None:
    claims = [claim for claim in read(text).claims if claim.type == "ASSAULT"]
    assert [subject in claim.subject.words for claim in claims if claim.subject] == [True]
