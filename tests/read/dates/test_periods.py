from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.dates.periods import add_months, holiday_of, period_of, season_period, shift

UNITS = ["day", "week", "month", "quarter", "year", "decade", "century"]


@given(st.sampled_from(UNITS), st.dates(date(1200, 1, 1), date(2800, 1, 1)))
def test_a_period_holds_its_day(unit: str, day: date) -> None:
    period = period_of(unit, day)
    assert period.days.first is not None
    assert period.days.last is not None
    assert period.days.first <= day <= period.days.last


@given(st.sampled_from(UNITS), st.dates(date(1200, 1, 1), date(2800, 1, 1)))
def test_periods_follow_one_another_without_a_gap(unit: str, day: date) -> None:
    period = period_of(unit, day)
    assert period.days.last is not None
    following = period_of(unit, period.days.last + timedelta(days=1))
    assert following.days.first == period.days.last + timedelta(days=1)
    assert following.value != period.value


@given(st.dates(date(1200, 1, 1), date(2800, 1, 1)), st.integers(-500, 500))
def test_months_added_can_be_taken_away_but_for_the_end_of_the_month(day: date, months: int) -> None:
    back = add_months(add_months(day, months), -months)
    assert back == day or back.day >= 28


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("day", "2012-12-04"),
        ("week", "2012-W49"),
        ("weekend", "2012-W49-WE"),
        ("month", "2012-12"),
        ("quarter", "2012-Q4"),
        ("year", "2012"),
        ("decade", "201X"),
        ("century", "20"),
    ],
)
def test_values_are_those_of_timex3(unit: str, value: str) -> None:
    assert period_of(unit, date(2012, 12, 4)).value == value


def test_winter_bears_the_year_in_which_it_begins() -> None:
    assert season_period(2011, "WI").days.edtf == "2011-12/2012-02"


def test_shift_refuses_to_leave_the_calendar() -> None:
    with pytest.raises(ValueError, match="out of range"):
        shift(date(2012, 1, 1), "century", 100)
    with pytest.raises(OverflowError):
        shift(date(2012, 1, 1), "week", 10**9)


@pytest.mark.parametrize(
    ("year", "rule", "day"),
    [
        (2012, "easter+0", date(2012, 4, 8)),
        (2011, "easter-2", date(2011, 4, 22)),
        (2000, "easter+0", date(2000, 4, 23)),
        (1999, "thanksgiving", date(1999, 11, 25)),
        (2012, "12-25", date(2012, 12, 25)),
    ],
)
def test_feasts_fall_on_their_days(year: int, rule: str, day: date) -> None:
    assert holiday_of(year, rule) == day
