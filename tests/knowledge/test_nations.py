import pytest

from dateline.knowledge.nations import nation


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Jordan", "JO"),
        ("latvian", "LV"),
        ("Turks", "TR"),
        ("South  African", "ZA"),
        ("the Emirates", "AE"),
        ("Yugoslavia", "RS"),
        ("Soviet", "RU"),
        ("Gao", None),
        ("", None),
    ],
)
def test_names_and_adjectives_of_countries_are_known(words: str, country: str | None) -> None:
    assert nation(words) == country


def test_a_word_of_two_countries_names_neither() -> None:
    assert nation("Congo") is None
