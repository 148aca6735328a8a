from pathlib import Path

import pytest

from dateline.errors import DataFileError
from dateline.versions import reader_version


def test_a_readers_version_follows_the_content_of_the_actor_files(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("name,kind\nHill Front,armed_group\n", encoding="utf-8")
    bare, first = reader_version("some_model"), reader_version("some_model", [str(path)])
    assert first.startswith(f"{bare}, actors ")
    path.write_text("name,kind\nLake Front,armed_group\n", encoding="utf-8")
    assert reader_version("some_model", [str(path)]) != first
    assert "some_model missing" in bare


def test_an_actor_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="absent"):
        reader_version("some_model", [str(tmp_path / "absent.csv")])
