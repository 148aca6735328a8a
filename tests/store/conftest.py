"""Stores to test with, and readings to put into them. ``address`` is in ``tests/conftest.py``."""

import runpy
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.model import Reading, Report
from dateline.store import Store, open_store

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


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with open_store(address) as opened:
        yield opened
