"""Words in one spelling, each with where it stands."""

import pytest

from dateline.export.facts.folding import words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Séga’s", ["sega", "s"]),
        ("%C3%A9t%c3%a9 100%", ["ete"]),
        ("JusticeForSéga", ["justice", "for", "sega"]),
        ("So\u00adw ßa", ["sow", "ssa"]),
        ("%FF%41b", ["ab"]),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert [word.text for word in words_in(text)] == words


def test_offsets_are_those_of_the_text_as_it_came() -> None:
    text = "a/s%C3%A9ga/x"
    found = next(word for word in words_in(text) if word.text == "sega")
    assert text[found.start : found.end] == "s%C3%A9ga"
