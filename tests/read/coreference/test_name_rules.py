"""When two names are the same, by their words alone."""

import pytest

from dateline.read.coreference.name_rules import name_words, same_name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the Rebels’", ("rebels",)),
        ('Ronald "Bear" Estévez', ("ronald", "estevez")),
        ("Al-Hassan's", ("al", "hassan")),
        ("", ()),
    ],
)
def test_words_lose_marks_accents_articles_and_nicknames(text, words):
    assert name_words(text) == words


@pytest.mark.parametrize(
    ("one", "other", "person", "expected"),
    [
        ("Ana Lopes", "Lopes", True, True),
        ("Ana Maria Lopes", "Ana Lopes", True, True),
        ("Ana Lopes", "Emil Lopes", True, False),
        ("Ana Lopes", "Ana", True, False),
        ("National Liberation Front", "Liberation Front", False, True),
        ("National Liberation Front", "Front", False, False),
        ("Real Liberation Front", "Liberation Front", False, False),
        ("Northern Front", "Southern Front", False, False),
    ],
)
def test_names_are_the_same_by_their_ends(one, other, person, expected):
    assert same_name(name_words(one), name_words(other), person=person) is expected
    assert same_name(name_words(other), name_words(one), person=person) is expected
