"""The lists written for this project say what they may say, and their points lie where their countries are."""

from collections import defaultdict

import pytest

from dateline.gazetteer.areas import distance_km
from dateline.gazetteer.entry import KINDS
from dateline.gazetteer.index import Index
from dateline.gazetteer.lookup import PACKAGED
from dateline.gazetteer.sources import read_table, split_names

Point = tuple[float, float]
UNINHABITED = {"Franz Josef Land", "Salvador Pass"}


@pytest.fixture(scope="module")
def towns() -> dict[str, list[Point]]:
    """The towns of each country."""
    index = Index.load(PACKAGED)
    found: dict[str, list[Point]] = defaultdict(list)
    for row in index.rows_of_kind("city"):
        entry = index.entry(row)
        found[entry.countries[0]].append((entry.lat, entry.lon))
    return found


def _box(points: list[Point]) -> tuple[float, float, float, float]:
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    return min(lats), max(lats), min(lons), max(lons)


def _is_in_box(point: Point, box: tuple[float, float, float, float], margin: float) -> bool:
    south, north, west, east = box
    return south - margin <= point[0] <= north + margin and west - margin <= point[1] <= east + margin


def test_there_are_more_than_five_hundred_regions_each_with_one_line() -> None:
    names = [row["name"] for row in read_table("regions.csv")]
    assert len(names) > 500
    assert len(names) == len(set(names))


def test_the_values_of_a_region_are_in_range() -> None:
    for row in read_table("regions.csv"):
        assert row["kind"] in KINDS[4:], row
        assert -90 <= float(row["lat"]) <= 90, row
        assert -180 <= float(row["lon"]) <= 180, row
        assert 0 < float(row["radius_km"]) <= 9000, row


def test_a_region_lies_in_the_box_of_one_of_its_countries(towns: dict[str, list[Point]]) -> None:
    outside = []
    for row in read_table("regions.csv"):
        point, countries = (float(row["lat"]), float(row["lon"])), split_names(row["countries"])
        assert set(countries) <= towns.keys() | {"UM"}, row
        margin = 1.5 + float(row["radius_km"]) / 222
        boxes = [_box(towns[country]) for country in countries if country in towns]
        if boxes and row["name"] not in UNINHABITED and not any(_is_in_box(point, box, margin) for box in boxes):
            outside.append(row["name"])
    assert outside == []


def test_small_regions_have_a_town_of_their_country_nearby(towns: dict[str, list[Point]]) -> None:
    far = []
    for row in read_table("regions.csv"):
        radius, countries = float(row["radius_km"]), split_names(row["countries"])
        if radius > 60 or not countries or row["kind"] in {"island", "disputed", "mountain"}:
            continue
        point = float(row["lat"]), float(row["lon"])
        near = min(distance_km(point, town) for country in countries for town in towns.get(country, []))
        if near > 240 and row["name"] not in UNINHABITED:
            far.append((row["name"], round(near)))
    assert far == []


def test_the_point_of_a_country_lies_in_the_box_of_its_towns(towns: dict[str, list[Point]]) -> None:
    rows = read_table("countries.csv")
    assert len(rows) == len({row["code"] for row in rows}) > 240
    outside = [
        row["code"]
        for row in rows
        if row["code"] in towns
        and not _is_in_box((float(row["lat"]), float(row["lon"])), _box(towns[row["code"]]), 1.0)
        and row["code"] not in {"GL", "CA", "FJ", "PF", "GS", "TF", "UM", "SJ", "FK", "IO"}
    ]
    assert outside == []


def test_the_point_of_a_division_lies_near_the_towns_of_it() -> None:
    index = Index.load(PACKAGED)
    divisions = {entry.division: entry for entry in map(index.entry, index.rows_of_kind("division"))}
    for row in read_table("divisions.csv"):
        entry = divisions[row["code"]]
        assert (entry.lat, entry.lon) == (float(row["lat"]), float(row["lon"]))
        assert entry.radius_km < 1600, row["code"]
