from collections.abc import Callable

import pytest

from dateline.claims.words import Words


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("They staged a coup.", "staged", "stage"),
        ("They are staging a coup.", "staging", "stage"),
        ("Women were raped.", "raped", "rape"),
        ("They waged war.", "waged", "wage"),
        ("The court fined the editor.", "fined", "fine"),
        ("They installed a governor.", "installed", "install"),
        ("They spared the town.", "spared", "spare"),
        ("They attacked the town.", "attacked", "attack"),
    ],
)
def test_the_dictionary_form_is_the_one_the_ontology_writes(
    parse: Callable[[str], Words], text: str, form: str, lemma: str
) -> None:
    token = next(token for token in parse(text) if token.text == form)
    assert token.lemma == lemma
