"""Denials and owning up that only point to what was told before. The sentences are made up."""

from collections.abc import Callable
from typing import Any

import pytest

from dateline.languages.load import language_data
from dateline.model import Reading

EXAMPLES = language_data("denials")["examples"]


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{item['before']} {item['text']}" for item in EXAMPLES])
def test_the_example_is_told_again_by_whom_it_says(read: Callable[..., Reading], example: dict[str, Any]) -> None:
    found = [
        (claim.said_by.name if claim.said_by else None, claim.polarity)
        for claim in read(f"{example['before']} {example['text']}").claims
        if claim.evidence.start > len(example["before"]) and claim.type.isupper()
    ]
    expected = [(example["speaker"], example["polarity"])] if example["speaker"] else []
    assert [item for item in found if item[0] is not None] == expected


def test_a_denial_names_whom_was_charged_with_what(read: Callable[..., Reading]) -> None:
    before = "Georgia accused Russia of shelling the army."
    claim = next(
        c for c in read(f"{before} Russia denied it.").claims if c.type == "ASSAULT" and c.polarity == "negated"
    )
    assert claim.subject is not None
    assert claim.subject.name == "Russia"
    assert claim.object is not None
    assert claim.object.name == "army"
    assert claim.evidence.quote == "Russia denied it"
    assert "denied" in claim.reason


def test_whoever_claims_responsibility_did_it(read: Callable[..., Reading]) -> None:
    before = "A bomb killed nine policemen in Gao on Monday."
    claims = read(f"{before} The Reed Front claimed responsibility.").claims
    owned = [c for c in claims if c.subject is not None and c.subject.name == "Reed Front"]
    assert [(c.type, c.polarity, c.object.name if c.object else None) for c in owned] == [
        ("ASSAULT", "asserted", "nine policemen")
    ]


@pytest.mark.parametrize(
    ("answer", "maker"),
    [
        ("Ruritania accused the Reed Front of planting mines. The Reed Front rejected the charge.", "Ruritania"),
        ("Kenya demanded that Uganda withdraw its troops. Uganda rejected the demand.", "Kenya"),
        ("Kenya offered talks to the Reed Front. The Reed Front turned down the offer.", "Kenya"),
    ],
)
def test_a_refusal_goes_to_whoever_made_what_is_refused(read: Callable[..., Reading], answer: str, maker: str) -> None:
    refusals = [c for c in read(f"The army fought rebels in Mali on Monday. {answer}").claims if c.type == "REJECT"]
    assert [c.object.name if c.object else None for c in refusals] == [maker]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Chad accuses Russia of shelling a village, a charge that it rejects.", "Russia"),
        ("Residents say the army shelled a village, something which the army denies.", "army"),
        ("Residents say the army shelled Gao, which the governor denied.", "governor"),
        ("Residents say the army shelled Gao, which lies in the north.", None),
    ],
)
def test_a_relative_clause_denies_what_its_sentence_tells(
    read: Callable[..., Reading], sentence: str, speaker: str | None
) -> None:
    denied = [claim for claim in read(sentence).claims if claim.type == "ASSAULT" and claim.polarity == "negated"]
    assert [claim.said_by.name for claim in denied if claim.said_by] == ([speaker] if speaker else [])
