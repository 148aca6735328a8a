"""Words with a hyphen that are one token."""

from typing import Any

import pytest

from dateline.languages.load import language_data
from dateline.read.language import load_language


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return load_language(encoder=False).tokenizer


def test_a_listed_word_is_one_token_however_it_is_printed(tokenizer: Any) -> None:
    for line in language_data("hyphenated")["words"]:
        for word in str(line).split():
            for printed in (word, word.capitalize(), word.upper()):
                assert [token.text for token in tokenizer(printed)] == [printed]


def test_any_other_word_is_cut_at_its_hyphen(tokenizer: Any) -> None:
    assert [token.text for token in tokenizer("rebel-held")] == ["rebel", "-", "held"]
