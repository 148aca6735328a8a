"""Numbers and regions of states, and the crosswalk of precision."""

from datetime import date, timedelta
from typing import get_args

import pytest

from dateline.export.country_list import country_codes, iso_number
from dateline.export.facts.precision import UCDP_WHERE, Days
from dateline.export.facts.states import (
    _numbers,
    country_name,
    first_order_division,
    gleditsch_ward,
    ucdp_region,
)
from dateline.model.place import PlacePrecision


def test_every_number_is_of_one_country_of_the_table() -> None:
    assert len(set(_numbers().values())) == len(_numbers())
    assert set(_numbers()) <= set(country_codes())


@pytest.mark.parametrize(
    ("country", "number", "region"),
    [
        ("ML", 432, "Africa"),
        ("EG", 651, "Middle East"),
        ("UA", 369, "Europe"),
        ("CO", 100, "Americas"),
        ("AF", 700, "Asia"),
        ("YE", 678, "Middle East"),
        ("SS", 626, "Africa"),
        ("US", 2, "Americas"),
        ("DE", 260, "Europe"),
        ("RU", 365, "Europe"),
        ("CD", 490, "Africa"),
        ("ET", 530, "Africa"),
        ("IR", 630, "Middle East"),
        ("SY", 652, "Middle East"),
        ("CN", 710, "Asia"),
        ("CZ", 316, "Europe"),  # 315 was Czechoslovakia
        ("VN", 816, "Asia"),  # 817 was the Republic of Vietnam
        ("VU", None, None),  # a microstate, on a list of their own
        ("EH", None, None),
        (None, None, None),
    ],
)
def test_states_have_their_number_and_region(country: str | None, number: int | None, region: str | None) -> None:
    assert (gleditsch_ward(country), ucdp_region(country)) == (number, region)


def test_names_and_iso_numbers() -> None:
    assert (country_name("ML"), country_name(None), iso_number("ML"), iso_number("XK")) == ("Mali", None, 466, None)


def test_a_place_of_the_gazetteer_has_its_division_and_no_other_has() -> None:
    assert first_order_division("Gao", 2457163) == "Gao"
    assert first_order_division("Gao", 1) is None
    assert first_order_division("Gao", None) is None


@pytest.mark.parametrize(
    ("length", "ucdp", "acled"),
    [
        (1, 1, 1),
        (2, 2, 2),
        (6, 2, 2),
        (7, 3, 2),
        (8, 4, 3),
        (31, 4, 3),
        (32, 5, None),
        (366, 5, None),
        (367, None, None),
    ],
)
def test_days_have_the_precision_of_the_crosswalk(length: int, ucdp: int | None, acled: int | None) -> None:
    first = date(2024, 1, 1)
    days = Days(first, first + timedelta(days=length - 1))
    assert (days.ucdp, days.acled) == (ucdp, acled)


def test_every_precision_has_a_code_of_ucdp() -> None:
    assert set(UCDP_WHERE) == set(get_args(PlacePrecision))
