"""A store with one hand-made reading, and the program run in this process."""

import runpy
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from dateline import Reader
from dateline.cli.app import run
from dateline.model import Reading, Report
from dateline.record import bring_up_to_date
from dateline.store import open_store

RECORD_STORE = runpy.run_path(str(Path(__file__).parent / "record_store.py"))
HANDMADE = runpy.run_path(str(Path(__file__).parents[1] / "store" / "handmade.py"))


@pytest.fixture
def make_report() -> Callable[..., Report]:
    return HANDMADE["make_report"]  # type: ignore[no-any-return]


@pytest.fixture
def make_reading() -> Callable[..., Reading]:
    return HANDMADE["make_reading"]  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Ended:
    status: int
    out: str
    err: str

    @property
    def last(self) -> str:
        """The last line on standard error."""
        return self.err.splitlines()[-1]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of the store that commands use, since DATELINE_STORE names it; not there yet."""
    path = tmp_path / "dateline.sqlite"
    monkeypatch.setenv("DATELINE_STORE", str(path))
    monkeypatch.setenv("DATELINE_STORE_WAIT", "0.05")
    return path


@pytest.fixture
def filled(path: Path, make_reading: Callable[..., Reading]) -> Path:
    with open_store(str(path)) as store:
        store.add(make_reading())
    return path


RECORD = SimpleNamespace(**runpy.run_path(str(Path(__file__).parents[1] / "record" / "conftest.py")))


@pytest.fixture
def reviewed(path: Path, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The store filled with three reports that make a record, for a coder called Ada; their readings by name."""
    monkeypatch.setenv("DATELINE_CODER", "Ada")
    readings = {name: getattr(RECORD, name)() for name in ("raid", "again", "other")}
    with open_store(str(path)) as store:
        for reading in readings.values():
            store.add(reading)
        bring_up_to_date(store)
    return SimpleNamespace(path=path, reading=RECORD.BY_HAND.reading, **readings)


@pytest.fixture
def dateline(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """``dateline("claims", "--json")``: run the program."""

    def call(*arguments: object) -> Ended:
        status = run([str(argument) for argument in arguments])
        return Ended(status, *capsys.readouterr())

    return call


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory, rules: Reader) -> Path:
    """A store of self-written reports, read by the rules; to be copied."""
    path = tmp_path_factory.mktemp("record") / "dateline.sqlite"
    with open_store(str(path)) as store:
        RECORD_STORE["fill"](store, rules)
    return path


@pytest.fixture
def read_record(path: Path, read_once: Path) -> Path:
    """The store that commands use, with the reports of ``record_store.py`` and no facts yet."""
    shutil.copy(read_once, path)
    return path
