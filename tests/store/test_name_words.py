import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.store.name_words import searchable, words_of


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Idriss Kélé", ["idriss", "kele"]),
        ("Sana’a", ["sanaa"]),
        ("SANAA'S", ["sanaa"]),
        ("al-Nour Brigade", ["al", "nour", "brigade"]),
        ("Łódź", ["lodz"]),
        ("Şırnak", ["sirnak"]),
        ("O'Brien", ["obrien"]),
        ("the 3rd Division", ["the", "3rd", "division"]),
        ("!?", []),
    ],
)
def test_a_name_is_its_words_without_case_accents_and_apostrophes(name: str, words: list[str]) -> None:
    assert words_of(name) == words


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    once = words_of(name)
    assert words_of(" ".join(once)) == once


@given(st.lists(st.text(), max_size=4))
def test_every_word_of_every_name_is_found_between_spaces(names: list[str]) -> None:
    text = searchable(names)
    assert all(f" {word} " in text for name in names for word in words_of(name))


def test_the_same_name_is_kept_once_and_no_name_is_the_empty_string() -> None:
    assert searchable(["Gao", "GAO", None]) == " gao "
    assert searchable([None, "", "—"]) == ""
