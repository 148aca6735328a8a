"""How far a noun phrase reaches."""

import pytest

from dateline.read.mentions.noun_phrases import bare_start, char_span, phrase
from dateline.read.mentions.table import table_of


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("The tall guards of the old bridge slept.", "guards", "The tall guards of the old bridge"),
        ("The guards who slept were fined.", "guards", "The guards"),
        ("The guards and the cooks slept.", "cooks", "the cooks"),
        ("Nearly forty cooks slept.", "cooks", "Nearly forty cooks"),
        ("The mayor accused the guards of theft.", "guards", "the guards"),
    ],
)
def test_a_phrase_holds_modifiers_and_of_phrases_and_no_clauses(parse, text, head, expected):
    doc = parse(text)
    token = next(token for token in doc if token.text == head)
    start, end = char_span(table_of(doc), *phrase(table_of(doc), token.i))
    assert doc.text[start:end] == expected


def test_the_bare_start_is_after_the_article(parse):
    doc = parse("The guards slept.")
    assert bare_start(table_of(doc), 0, 1) == 1
    assert bare_start(table_of(doc), 1, 1) == 1
