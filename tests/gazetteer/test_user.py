"""Users add GeoNames dumps; what is no dump is refused and changes nothing."""

import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.gazetteer import gazetteer_app
from dateline.errors import DataFileError
from dateline.gazetteer import Gazetteer, folder, lookup
from dateline.gazetteer.index import Index
from dateline.gazetteer.user import add_dump


def _line(
    identifier: int, name: str, others: str, feature: str, code: str, population: int = 0, lat: str = "17.5"
) -> str:
    columns = [
        str(identifier),
        name,
        name,
        others,
        lat,
        "0.2",
        feature,
        code,
        "ML",
        "",
        "09",
        "0901",
        "",
        "",
        str(population),
    ]
    return "\t".join([*columns, "", "", "Africa/Bamako", "2020-01-01"])


LINES = [
    _line(1, "Tin Essako Wells", "Tin-Essako Puits,تين", "P", "PPL", 300),
    _line(2, "Camp of Tests", "", "S", "CMPRF"),
    _line(3, "A school", "", "S", "SCH"),
]


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "ML.txt"
    path.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    return path


def test_a_dump_adds_its_villages_and_camps(dump: Path, tmp_path: Path) -> None:
    assert add_dump(dump, tmp_path / "folder") == {"camp": 1, "city": 1}
    gazetteer = Gazetteer([Index.load(tmp_path / "folder" / "ml.npz")])
    (match,) = gazetteer.find("Tin-Essako Puits")
    assert (match.entry.name, match.entry.division, match.link) == ("Tin Essako Wells", "ML.09", "alternative")
    assert gazetteer.find("A school") == ()


def test_a_zip_with_its_readme_is_a_dump_too(dump: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "ML.zip", "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.write(dump, "ML.txt")
    assert add_dump(tmp_path / "ML.zip", tmp_path / "folder") == {"camp": 1, "city": 1}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("only\ttwo\n", "line 1: has 2 columns"),
        (LINES[0] + "\n" + _line(4, "Nowhere", "", "P", "PPL", lat="123") + "\n", "line 2: .*no point on Earth"),
        (LINES[0].replace("300", "many") + "\n", "line 1: "),
        ("", "no populated place"),
        (LINES[2] + "\n", "no populated place"),
    ],
)
def test_what_is_no_dump_is_refused_and_changes_nothing(tmp_path: Path, content: str, words: str) -> None:
    folder, path = tmp_path / "folder", tmp_path / "bad.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataFileError, match=words):
        add_dump(path, folder)
    assert not folder.exists()


def test_bytes_that_are_no_text_a_missing_file_and_a_wrong_zip_are_refused(tmp_path: Path) -> None:
    binary, empty = tmp_path / "x.txt", tmp_path / "y.zip"
    binary.write_bytes(b"\xff\xfe\x00\x01\n")
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("readme.txt", "about")
    for path, words in [(binary, "UTF-8"), (empty, "holds 0"), (tmp_path / "none.txt", "could not be read")]:
        with pytest.raises(DataFileError, match=words):
            add_dump(path, tmp_path / "folder")


def test_the_command_counts_what_it_added_and_later_reading_uses_it(
    dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "user_folder", lambda: tmp_path / "mine")
    result = CliRunner().invoke(gazetteer_app, ["add", str(dump)])
    assert result.exit_code == 0
    assert "city\t1" in result.stdout
    assert "2 places added from ML.txt" in result.stderr
    assert lookup.open_gazetteer(tmp_path / "mine").find("Tin Essako Wells")
