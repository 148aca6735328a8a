from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DataFileError
from dateline.evaluate.edtf_days import days_of, is_within
from dateline.model import DayRange


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2003-05-06", "2003-05-06", "2003-05-06"),
        ("2003-05-06T09:00", "2003-05-06", "2003-05-06"),
        ("2004-02", "2004-02-01", "2004-02-29"),
        ("2004", "2004-01-01", "2004-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2004-XX-XX", "2004-01-01", "2004-12-31"),
        ("2004-03-XX", "2004-03-01", "2004-03-31"),
        ("2004~", "2004-01-01", "2004-12-31"),
        ("2004-21", "2004-03-01", "2004-05-31"),
        ("2003-24", "2003-12-01", "2004-02-29"),
        ("2003/2004-02", "2003-01-01", "2004-02-29"),
        ("../2003", None, "2003-12-31"),
        ("2003/", "2003-01-01", None),
        ("XXXX-05", None, None),
    ],
)
def test_edtf_becomes_days(edtf: str, first: str | None, last: str | None) -> None:
    found = days_of(edtf)
    assert (found.first and found.first.isoformat(), found.last and found.last.isoformat()) == (first, last)


@pytest.mark.parametrize("edtf", ["last Monday", "2003-13", "2003-02-30", "2004/2003", "", "2003/soon"])
def test_what_is_no_edtf_is_refused(edtf: str) -> None:
    with pytest.raises(DataFileError):
        days_of(edtf)


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        ("2003", "2003-05-06", True),
        ("2003-05-06", "2003", False),
        ("../2003", "2001/2002", True),
        ("../2003", "../2003-12-31", True),
        ("2003/..", "2002/..", False),
        ("2003-05-06", "2003-05-06", True),
        ("2003-05-06", None, False),
        ("2003-05-06", "Tuesday", False),
    ],
)
def test_a_time_is_right_when_it_lies_inside_the_annotated_one(gold: str, predicted: str | None, right: bool) -> None:
    assert is_within(gold, predicted) is right


@given(st.dates(min_value=date(1000, 1, 1)), st.dates(min_value=date(1000, 1, 1)))
def test_what_a_range_is_displayed_as_reads_back_as_that_range(one: date, other: date) -> None:
    days = DayRange(first=min(one, other), last=max(one, other))
    assert days_of(days.edtf) == days
    assert is_within(days.edtf, DayRange.day(days.first or one).edtf)
