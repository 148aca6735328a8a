from pathlib import Path

import pytest

from dateline.store.location import locate


def test_a_path_is_an_sqlite_file_and_a_tilde_is_the_home_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert locate("~/reports.sqlite").path == tmp_path / "reports.sqlite"
    assert locate("C:reports #1?.sqlite").url.database == "C:reports #1?.sqlite"


def test_an_sqlite_url_without_options_is_its_path(tmp_path: Path) -> None:
    assert locate(f"sqlite:///{tmp_path}/a.sqlite").path == tmp_path / "a.sqlite"
    assert locate("sqlite://").path is None


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_uses_psycopg(scheme: str) -> None:
    location = locate(f"{scheme}://me:secret@host/reports")
    assert location.url.drivername == "postgresql+psycopg"
    assert not location.is_sqlite
    assert "secret" not in str(location)
