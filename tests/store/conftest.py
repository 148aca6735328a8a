"""Stores to test with: SQLite, and PostgreSQL too when ``DATELINE_TEST_POSTGRES`` is the URL of an empty database."""

import os
import runpy
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from dateline.model import Reading, Report
from dateline.store import Store, open_store

POSTGRES = os.environ.get("DATELINE_TEST_POSTGRES")


HANDMADE = runpy.run_path(str(Path(__file__).parent / "handmade.py"))


@pytest.fixture
def make_report() -> Callable[..., Report]:
    """``make_report(text=…, published=…, raw=…, source=…)``."""
    return HANDMADE["make_report"]  # type: ignore[no-any-return]


@pytest.fixture
def make_reading() -> Callable[..., Reading]:
    """``make_reading(reader=…, report=…, text=…)``: a reading, with two claims when the text is the usual one."""
    return HANDMADE["make_reading"]  # type: ignore[no-any-return]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Of an SQLite store that is not there yet."""
    return tmp_path / "dateline.sqlite"


@pytest.fixture(params=["sqlite", "postgresql"] if POSTGRES else ["sqlite"])
def address(request: pytest.FixtureRequest, path: Path) -> Iterator[str]:
    """A path or URL for ``--store``, with nothing in it."""
    if request.param == "sqlite":
        yield str(path)
        return
    assert POSTGRES
    yield POSTGRES
    engine = sa.create_engine(sa.make_url(POSTGRES).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE IF EXISTS claims, readings, reports, dateline_schema"))
    engine.dispose()


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with open_store(address) as opened:
        yield opened
