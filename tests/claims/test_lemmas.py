from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from dateline.claims.lemmas import lemma_of


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("They staged a coup.", "staged", "stage"),
        ("They are staging a coup.", "staging", "stage"),
        ("Women were raped.", "raped", "rape"),
        ("They waged war.", "waged", "wage"),
        ("They attacked the town.", "attacked", "attack"),
    ],
)
def test_the_dictionary_form_is_the_one_the_ontology_writes(
    parse: Callable[[str], Doc], text: str, form: str, lemma: str
) -> None:
    token = next(token for token in parse(text) if token.text == form)
    assert lemma_of(token) == lemma
