"""Names as they are compared: what is dropped, and which spellings are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.facts.names import (
    acronym_of,
    bare_name,
    compared,
    has_title,
    is_office,
    skeleton,
    skeletons,
    sounded,
    words_alike,
)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Lt. Col. Adoum Tahir", "Adoum Tahir"),
        ("President Adoum Tahir", "Adoum Tahir"),
        ("Mr. Tahir", "Tahir"),
        ("Sheikh Dr Tahir", "Tahir"),
        ("Adoum Tahir", "Adoum Tahir"),
        ("  Adoum   Tahir ", "Adoum Tahir"),
        ("President", "President"),
        ("General", "General"),
    ],
)
def test_titles_and_forms_of_address_before_a_name_are_dropped_but_never_all_of_it(name: str, bare: str) -> None:
    assert bare_name(name) == bare


def test_a_form_of_address_is_a_title_but_no_office() -> None:
    assert has_title("Mr Tahir")
    assert not is_office("Mr Tahir")
    assert is_office("Gen. Adoum Tahir")
    assert not is_office("Adoum Tahir")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Idriss Kélé", "idriss kele"),
        ("Al-Shabab", "al Shabab"),
        ("the Northern Front", "Northern Front"),
        ("Ba‘ath", "Ba'ath"),
        ("Col. Idriss Kélé", "Idriss Kele"),
        ("M.N.J.", "MNJ"),
    ],
)
def test_one_name_in_two_ways_of_printing_is_compared_as_one(left: str, right: str) -> None:
    assert compared(left) == compared(right)


def test_the_article_stays_where_it_is_the_whole_name() -> None:
    assert compared("The") == ("the",)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("mohamed", "muhammad"),
        ("qasim", "kassem"),
        ("sheikh", "shaykh"),
        ("ould", "uld"),
        ("khalifa", "kalifah"),
        ("jibril", "djibril"),
        ("aziz", "azees"),
    ],
)
def test_transliterations_of_a_word_have_one_skeleton(left: str, right: str) -> None:
    assert skeleton(left) == skeleton(right)


@pytest.mark.parametrize(("left", "right"), [("traore", "diarra"), ("sow", "sy"), ("moussa", "issa"), ("ali", "omar")])
def test_different_words_have_different_skeletons(left: str, right: str) -> None:
    # "Sow" and "Sy" are told apart by their sound, not by their consonants.
    assert skeleton(left) != skeleton(right) or sounded(left) != sounded(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mokhtar Bel-Mokhtar", "Mokhtar Belmoktar"),
        ("Ahmed al-Noor", "Ahmed an-Nur"),
        ("Hassan El Amin", "Hassan al-Amin"),
        ("Abu Zeid", "Abou Zeid"),
        ("Abu Zeid", "Abuzeid"),
    ],
)
def test_arabic_particles_do_not_part_the_spellings_of_a_name(left: str, right: str) -> None:
    assert skeletons(left) == skeletons(right)


def test_a_name_of_particles_alone_keeps_those_that_say_something() -> None:
    assert skeletons("Abu") == ("ab",)
    assert skeletons("al") == ()


def test_vowels_that_transliterations_take_for_each_other_sound_alike() -> None:
    assert sounded("qasim") == sounded("kassem")
    assert sounded("moussa") == sounded("musa")


def test_two_names_are_as_alike_as_the_least_alike_of_their_first_and_last_words() -> None:
    assert words_alike("qasim al noor", "kassem noor") == 1.0
    assert words_alike("moussa diarra", "moussa traore") < 0.7
    assert words_alike("moussa ag traore", "moussa traore") == 1.0
    assert words_alike("traore", "moussa traore") == 0.0


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("FLN", "fln"),
        ("F.L.N.", "fln"),
        ("M-23", None),
        ("AQ-IM", "aqim"),
        ("Front", None),
        ("A", None),
        ("MOVEMENTS", None),
        ("", None),
    ],
)
def test_two_to_eight_capitals_are_an_acronym(name: str, letters: str | None) -> None:
    assert acronym_of(name) == letters


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCéèü'-. ", max_size=40))
def test_any_name_can_be_compared_and_case_never_counts(name: str) -> None:
    assert compared(name) == compared(name.lower()) or bare_name(name) != bare_name(name.lower())
    assert all(skeletons(name))
    assert skeletons(name) == skeletons(f"  {name} ")


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_a_word_sounds_wholly_like_itself(word: str) -> None:
    assert words_alike(word, word) == 1.0
