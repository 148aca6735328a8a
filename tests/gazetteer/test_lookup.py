"""The packaged index: what it holds, how names are folded, how little it costs to load."""

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DataFileError
from dateline.gazetteer import Gazetteer
from dateline.gazetteer.index import Draft, Index, add_name
from dateline.gazetteer.lookup import PACKAGED, open_gazetteer
from dateline.gazetteer.names import border_key, fold, without_article


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer([Index.load(PACKAGED)])


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Sa'ada", "saada"),
        ("St. Louis", "saint louis"),
        ("Ségou", "segou"),
        ("al-Raqqa", "al raqqa"),
        ("Łódź", "lodz"),
        ("U.S.", "us"),
    ],
)
def test_folding_makes_one_spelling_of_many(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(name: str) -> None:
    once = fold(name)
    assert fold(once) in {once, fold(once)}
    assert fold(fold(once)) == fold(once)


def test_the_article_goes_only_when_a_name_remains() -> None:
    assert without_article("ar raqqah") == "raqqah"
    assert without_article("al ab") == "al ab"


@pytest.mark.parametrize(
    ("name", "kind", "country", "lat", "lon"),
    [
        ("Gao", "city", "ML", 16.27, -0.04),
        ("Timbuktu", "city", "ML", 16.77, -3.0),
        ("Rapides Parish", "district", "US", 31.1, -92.5),
        ("DRC", "country", "CD", -2.5, 23.5),
        ("Ivory Coast", "country", "CI", 8.0, -5.5),
        ("Burma", "country", "MM", 21.5, 97.0),
        ("al-Raqqa", "city", "SY", 35.95, 39.0),
        ("Tel Abyad", "city", "SY", 36.7, 38.95),
        ("Beni Walid", "city", "LY", 31.75, 13.98),
        ("Kiev", "city", "UA", 50.45, 30.52),
        ("Chittagong Hill Tracts", "region", "BD", 22.5, 92.2),
        ("Gaza Strip", "region", "PS", 31.42, 34.36),
    ],
)
def test_a_name_finds_its_place(
    gazetteer: Gazetteer, name: str, kind: str, country: str, lat: float, lon: float
) -> None:
    entry = next(
        match.entry for match in gazetteer.find(name) if (match.entry.kind, match.entry.country) == (kind, country)
    )
    assert (entry.lat, entry.lon) == pytest.approx((lat, lon), abs=0.3)
    assert entry.radius_km > 0


def test_links_say_how_a_name_belongs_to_its_place(gazetteer: Gazetteer) -> None:
    links = {
        (match.entry.name, match.link) for name in ("Rapides", "Tex.", "Kiev", "Gao") for match in gazetteer.find(name)
    }
    assert {("Rapides Parish", "short"), ("Texas", "abbreviation"), ("Kyiv", "alternative"), ("Gao", "name")} <= links


def test_areas_capitals_and_borders_are_found_by_code(gazetteer: Gazetteer) -> None:
    assert [area.name for code in ("ML", "ML.09") if (area := gazetteer.area(code))] == ["Mali", "Gao"]
    assert gazetteer.area("XX.99") is None
    capital = gazetteer.capital("ML")
    assert capital is not None
    assert capital.name == "Bamako"
    border = gazetteer.find(border_key("NE", "ML"))[0].entry
    assert (border.name, border.countries) == ("Mali-Niger border", ("ML", "NE"))


def test_nonsense_finds_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Quibblewick") == ()
    assert gazetteer.find("") == ()


def test_the_index_is_small_on_disk_and_in_memory() -> None:
    assert PACKAGED.stat().st_size < 10_000_000
    tracemalloc.start()
    index = Index.load(PACKAGED)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(index) > 280_000
    assert peak < 100_000_000


def _draft(name: str, lat: float = 1.0) -> Draft:
    names: dict[str, int] = {}
    add_name(names, name, "name")
    return Draft(
        name=name, kind="city", lat=lat, lon=2.0, countries=("ML",), division="ML.09", geonameid=7, names=names
    )


def test_an_index_comes_back_from_its_file_and_the_same_places_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.npz", tmp_path / "b.npz"
    Index.of([_draft("Gao"), _draft("Ansongo")]).save(first)
    Index.of([_draft("Gao"), _draft("Ansongo")]).save(second)
    assert first.read_bytes() == second.read_bytes()
    (match,) = Index.load(first, base=10).find("ansongo")
    assert (match.entry.row, match.entry.name, match.entry.district) == (11, "Ansongo", None)


def test_a_later_index_replaces_the_place_of_the_same_id() -> None:
    both = Gazetteer([Index.of([_draft("Gao")]), Index.of([_draft("Gao", lat=9.0)])])
    assert [match.entry.lat for match in both.find("Gao")] == [9.0]


def test_a_damaged_file_is_named_and_a_damaged_addition_left_out(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "bad.npz").write_bytes(b"PK not really")
    with pytest.raises(DataFileError, match=r"bad\.npz"):
        Index.load(tmp_path / "bad.npz")
    assert len(open_gazetteer(tmp_path)) > 280_000
    assert "left out" in caplog.text
