"""Day ranges and their EDTF strings."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import DayRange
from dateline.model.date_span import edtf_in_words


@pytest.mark.parametrize(
    ("days", "edtf"),
    [
        (DayRange.day(date(2012, 12, 3)), "2012-12-03"),
        (DayRange.month(2012, 2), "2012-02"),
        (DayRange.year(2003), "2003"),
        (DayRange(first=date(2001, 1, 1), last=date(2004, 12, 31)), "2001/2004"),
        (DayRange(first=date(2012, 3, 1), last=date(2012, 5, 31)), "2012-03/2012-05"),
        (DayRange(first=date(2012, 3, 2), last=date(2012, 3, 5)), "2012-03-02/2012-03-05"),
        (DayRange(first=None, last=date(2012, 12, 3)), "../2012-12-03"),
        (DayRange(first=date(2012, 4, 1), last=None), "2012-04-01/.."),
    ],
)
def test_the_edtf_string_is_the_shortest_that_says_the_range(days: DayRange, edtf: str) -> None:
    assert days.edtf == edtf


def test_a_range_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it starts"):
        DayRange(first=date(2012, 1, 2), last=date(2012, 1, 1))


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 900), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_ranges_overlap_exactly_when_they_share_a_day(first: date, length: int, day: date) -> None:
    days = DayRange(first=first, last=first + timedelta(days=length))
    assert days.overlaps(DayRange.day(day)) == (first <= day <= first + timedelta(days=length))


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2003", "2003"),
        ("../2012-12-03", "by 2012-12-03"),
        ("2009-01-01/..", "since 2009-01-01"),
        ("2012-03/2012-05", "2012-03 to 2012-05"),
    ],
)
def test_open_ends_are_said_in_words(edtf: str, words: str) -> None:
    assert edtf_in_words(edtf) == words
