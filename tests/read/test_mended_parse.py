"""The parse as it is mended: each example of ``parse.yaml``, and what is left alone."""

from typing import Any

import pytest

from dateline.languages.load import language_data
from dateline.read.language import load_language


@pytest.fixture(scope="module")
def nlp() -> Any:
    return load_language(encoder=False)


@pytest.mark.parametrize("example", language_data("parse")["examples"], ids=lambda example: example["text"])
def test_examples_are_mended(nlp: Any, example: dict[str, str]) -> None:
    token = next(token for token in nlp(example["text"]) if token.text == example["token"])
    assert token.head.text == example["head"]


@pytest.mark.parametrize(
    ("text", "token", "head"),
    [
        ("The rebels refused to disarm and leave the town.", "leave", "disarm"),
        ("A school in Gao that teaches girls was closed.", "teaches", "school"),
        ("The mayor spoke to Omar Tall, a spokesman for the army.", "spokesman", "Tall"),
    ],
)
def test_the_rest_stays(nlp: Any, text: str, token: str, head: str) -> None:
    assert next(word for word in nlp(text) if word.text == token).head.text == head


def test_a_common_noun_is_no_name(nlp: Any) -> None:
    doc = nlp("Mali's defence ministry said nothing.")
    assert next(word for word in doc if word.text == "ministry").tag_ == "NN"
