"""Readings made by hand, as the tests of the store have them."""

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.model import Reading, Report

HANDMADE = runpy.run_path(str(Path(__file__).parents[1] / "store" / "handmade.py"))


@pytest.fixture
def make_report() -> Callable[..., Report]:
    return HANDMADE["make_report"]  # type: ignore[no-any-return]


@pytest.fixture
def make_reading() -> Callable[..., Reading]:
    return HANDMADE["make_reading"]  # type: ignore[no-any-return]
