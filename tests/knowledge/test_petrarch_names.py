import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.petrarch_names import Name, names_of


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("HILL_FRONT_", [Name("Hill Front")]),
        ("HILL_FRONT_(HF)_", [Name("Hill Front"), Name("HF", is_ambiguous=True)]),
        ("FRONT_OF_THE_HILLS_(FOTH)", [Name("Front of the Hills"), Name("FOTH")]),
        ("HILL_FRONT_(ANDORIA)_", [Name("Hill Front", is_ambiguous=True)]),
        ("THE_HILL_FRONT_", [Name("Hill Front")]),
        ("THE_HILL_", [Name("HILL", is_ambiguous=True)]),
        ("UNHCR_", [Name("UNHCR")]),
        ("AL-TALAL_", [Name("Al-Talal")]),
        ("O._K._TESSALI", [Name("O. K. Tessali")]),
        ("Mouvement des Collines", [Name("Mouvement des Collines")]),
        ("39649_", []),
        ("_", []),
    ],
)
def test_a_phrase_of_a_dictionary_becomes_readable_names(printed: str, names: list[Name]) -> None:
    assert list(names_of(printed)) == names


@given(st.text(max_size=20))
def test_any_phrase_gives_names_with_letters_or_none(printed: str) -> None:
    assert all(any(map(str.isalpha, name.text)) for name in names_of(printed))
