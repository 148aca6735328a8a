from datetime import date

import pytest

from dateline.model.days import first_day, last_day
from dateline.errors import BadArgument


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2012", date(2012, 1, 1), date(2012, 12, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        (" 2012-12-03 ", date(2012, 12, 3), date(2012, 12, 3)),
    ],
)
def test_a_day_a_month_or_a_year_begins_and_ends(text: str, first: date, last: date) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


def test_what_is_not_given_sets_no_limit() -> None:
    assert first_day(None) is None
    assert last_day(None) is None


@pytest.mark.parametrize("text", ["", "yesterday", "2012-13", "2012-02-30", "12", "0000", "2012-1-1", "2012-00"])
def test_anything_else_is_a_bad_argument(text: str) -> None:
    with pytest.raises(BadArgument, match="is not a day: write 2012-12-03"):
        first_day(text)
