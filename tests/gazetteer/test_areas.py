"""Centres, radii and borders from the towns of an area."""

import pytest

from dateline.gazetteer.areas import centre_and_radius, distance_km
from dateline.gazetteer.borders import border_drafts


def test_a_crowd_of_towns_in_one_corner_does_not_pull_the_centre() -> None:
    crowd = [(0.01 * step, 0.0) for step in range(40)]
    lat, lon, radius = centre_and_radius([*crowd, (0.1, 10.0)])
    assert lon == pytest.approx(5.0, abs=0.1)
    assert abs(lat) < 0.5
    assert radius > 500


def test_the_date_line_does_no_harm() -> None:
    _, lon, _ = centre_and_radius([(-17.0, 179.0), (-17.0, -179.0)])
    assert abs(lon) == pytest.approx(180.0)


def test_one_town_has_the_smallest_radius_and_no_town_is_an_error() -> None:
    assert centre_and_radius([(10.0, 10.0)])[2] == 5.0
    with pytest.raises(ValueError, match="no centre"):
        centre_and_radius([])


def test_a_degree_of_latitude_is_111_km() -> None:
    assert distance_km((0, 0), (1, 0)) == pytest.approx(111.2, abs=0.1)


def test_a_border_runs_where_the_towns_of_both_sides_meet() -> None:
    countries = {"AA": {"name": "Left", "neighbours": "BB"}, "BB": {"name": "Right", "neighbours": "AA"}}
    towns = {"AA": [(lat / 10, 0.0) for lat in range(20)], "BB": [(lat / 10, 0.4) for lat in range(20)]}
    (border,) = border_drafts(countries, towns)
    assert border.name == "Left-Right border"
    assert border.lon == pytest.approx(0.2, abs=0.01)
    assert border.countries == ("AA", "BB")
