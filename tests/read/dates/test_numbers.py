import pytest

from dateline.read.dates.grammar import load_grammar
from dateline.read.dates.meanings.lengths import iso_length
from dateline.read.dates.numbers import read_number, read_year

GRAMMAR = load_grammar()


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("3", 3),
        ("1,200", 1200),
        ("2 1/2", 2.5),
        ("two and a half", 2.5),
        ("seventeen", 17),
        ("twenty-one", 21),
        ("twentyone", 21),
        ("ninety nine", 99),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("a couple of", 2),
        ("a hundred", 100),
        ("two thousand", 2000),
        ("half an", 0.5),
        ("several", None),
        ("a few", None),
        ("gibberish", None),
    ],
)
def test_numbers_in_words_and_digits(words: str, number: float | None) -> None:
    assert read_number(words, GRAMMAR) == number


@pytest.mark.parametrize(
    ("words", "year"),
    [("nineteen ninety-seven", 1997), ("twenty twelve", 2012), ("nineteen hundred", 1900), ("nineteen nine", None)],
)
def test_years_in_words(words: str, year: int | None) -> None:
    assert read_year(words, GRAMMAR) == year


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (2, "week", "P2W"),
        (30, "minute", "PT30M"),
        (2.5, "year", "P2Y6M"),
        (1.5, "minute", "PT1M30S"),
        (0.5, "hour", "PT30M"),
        (5.5, "hour", "PT5H30M"),
        (None, "year", "PXY"),
        (None, "decade", "PXDE"),
        (4, "decade", "P40Y"),
        (1, "fortnight", "P2W"),
        (1.5, "day", "P1DT12H"),
        (2.5, "week", "P2.5W"),
        (0.5, "century", "P50Y"),
    ],
)
def test_lengths_are_written_as_in_timex3(count: float | None, unit: str, value: str) -> None:
    assert iso_length(count, unit) == value
