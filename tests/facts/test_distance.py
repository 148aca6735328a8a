"""How far apart places are, and whether they can be one."""

from typing import Any

import pytest

from dateline.facts.distance import kilometres, place_key, same_place


def test_a_degree_of_latitude_is_111_kilometres(make: Any) -> None:
    assert kilometres(make.place(lat=0.0, lon=0.0), make.place(lat=1.0, lon=0.0)) == pytest.approx(111.2, abs=0.1)
    assert kilometres(make.place(lat=None), make.place()) is None


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ({"name": "Gao"}, {"name": "Gao"}, True),
        ({"name": "Gao"}, {"name": "Gao Nord", "lat": 16.32}, True),
        ({"name": "Gao"}, {"name": "Kidal", "lat": 18.44, "lon": 1.41}, False),
        ({"lat": None}, {"lat": None}, True),
        ({"name": "Gao", "lat": None}, {"name": "Kidal", "lat": None}, None),
        ({}, {"precision": "admin1", "radius_km": 200.0, "lat": 16.9}, None),
        ({}, {"precision": "admin1", "radius_km": 50.0, "lat": 12.6}, False),
        ({}, {"precision": "country", "country": "NE", "lat": None}, False),
        ({"geonameid": 7}, {"geonameid": 7, "lat": 40.0}, True),
        ({"geonameid": 7, "precision": "admin1"}, {"geonameid": 7, "precision": "admin1"}, None),
    ],
)
def test_two_places_are_one_two_or_too_vague_to_say(
    left: dict[str, Any], right: dict[str, Any], same: bool | None, make: Any
) -> None:
    assert same_place(make.place(**left), make.place(**right)) is same
    assert same_place(make.place(**right), make.place(**left)) is same


def test_a_place_has_one_key_for_all_its_spellings(make: Any) -> None:
    assert place_key(make.place("Gao", geonameid=7)) == place_key(make.place("Gaw", geonameid=7)) == "place:7"
    assert place_key(make.place(" GAO ")) == place_key(make.place("gao")) == "place:ML:gao"
