from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DataFileError
from dateline.knowledge.spelling import SPELLINGS, name_key, read_spellings, tokens_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Qa'ida", "Al Qaeda"),
        ("Jama’at", "Jama'at"),
        ("Ministry of Defense", "Ministry of Defence"),
        ("UÇK", "uck"),
        ("Türk Silahlı Kuvvetleri", "Turk Silahli Kuvvetleri"),
        ("CPI (Maoist)", "CPI-Maoist"),
        ("N.A.T.O.", "NATO"),
        ("Research & Analysis Wing", "Research  Analysis Wing"),
    ],
)
def test_ways_of_writing_a_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Hamas, Fatah", "Hamas Fatah"), ("M-19", "M-18"), ("Front", "Fronts")])
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        ("People's Army", ["People", "'s", "Army"]),
        ("Workers' Party", ["Workers", "'", "Party"]),
        ("Al-Shabab", ["Al", "-", "Shabab"]),
        ("Alfaro Vive, Carajo", ["Alfaro", "Vive", ",", "Carajo"]),
    ],
)
def test_a_name_has_the_key_of_its_tokens(name: str, tokens: list[str]) -> None:
    assert name_key(name) == tokens_key(tokens)


@given(st.text())
def test_a_key_is_its_own_key(name: str) -> None:
    key = name_key(name)
    assert tokens_key(key) == key


def test_no_kept_spelling_is_itself_a_variant() -> None:
    spellings = read_spellings(SPELLINGS)
    assert set(spellings.values()) & set(spellings) == set()


@pytest.mark.parametrize("row", ["qaida", "qaida,qaeda,x", "qa ida,qaeda", "variant,kept"])
def test_a_row_that_is_no_pair_of_words_is_refused_by_line(tmp_path: Path, row: str) -> None:
    path = tmp_path / "spellings.csv"
    path.write_text(f"variant,kept\n{row}\n", encoding="utf-8")
    with pytest.raises(DataFileError, match="line 2"):
        read_spellings(path)
