from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.day_words import complete_day, find_compact_day, find_day

DAY = date(2012, 12, 3)


@pytest.mark.parametrize(
    "words",
    [
        "3 December 2012",
        "December 3, 2012",
        "Dec. 3, 2012",
        "Dec 3 2012",
        "3rd of December 2012",
        "Monday, 3 Dec 2012 at noon",
        "Mon, 03 Dec 2012 10:00:00 GMT",
        "2012-12-03T10:00:00Z",
        "2012/12/03",
        "3 DEC 12",
        "3-Dec-2012",
    ],
)
def test_a_full_day_is_read_in_the_forms_of_the_press(words: str) -> None:
    found = find_day(words)
    assert found is not None
    assert found[0] == DAY
    assert found[1] in words


@pytest.mark.parametrize(
    "words", ["03/04/2012", "3.4.2012", "03/12/12", "December 2012", "3 December", "2012", "room 3 may 12:30"]
)
def test_a_day_that_could_be_two_or_is_not_full_is_not_guessed(words: str) -> None:
    assert find_day(words) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [("25/12/2012", date(2012, 12, 25)), ("12/25/2012", date(2012, 12, 25)), ("04/04/2012", date(2012, 4, 4))],
)
def test_numbers_that_can_be_one_day_only_are_read(words: str, day: date) -> None:
    found = find_day(words)
    assert found is not None
    assert found[0] == day


@pytest.mark.parametrize(
    "words", ["2012-13-01", "31 February 2012", "2012-02-30", "99/99/2012", "0012-12-03", "9999-01-01"]
)
def test_an_impossible_day_is_no_day(words: str) -> None:
    assert find_day(words) is None


def test_two_digits_of_a_year_stand_for_1950_to_2049() -> None:
    assert find_day("12 Nov 89") == (date(1989, 11, 12), "12 Nov 89")
    assert find_day("12 Nov 49") == (date(2049, 11, 12), "12 Nov 49")


def test_a_compact_day_must_stand_apart_from_other_digits() -> None:
    assert find_compact_day("wire_20121203_7.txt") == (DAY, "20121203")
    assert find_compact_day("id120121203") is None
    assert find_compact_day("20121303") is None


def test_a_day_without_a_year_needs_the_day_of_publication() -> None:
    assert complete_day("Aug. 3", None) is None
    assert complete_day("Aug. 3", date(2021, 8, 4)) == date(2021, 8, 3)
    assert complete_day("29 February", date(2022, 3, 4)) is None


@given(st.dates(date(1700, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back_from_its_own_print(day: date) -> None:
    for words in (day.isoformat(), f"{day.day} {day:%B} {day.year}", f"{day:%b}. {day.day}, {day.year}"):
        found = find_day(words)
        assert found is not None
        assert found[0] == day
