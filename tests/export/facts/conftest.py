"""A portion made by hand, and a way to write it in a format."""

import runpy
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from dateline.export.facts import FACT_FORMATS, ExportOptions, export_facts
from dateline.model.portion import Portion

HANDMADE = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("handmade_portion.py"))))
OPTIONS = ExportOptions(made=date(2024, 5, 1), filters={"about": "Fatoumata Keita", "actor": "a000000000004"})


@pytest.fixture
def handmade() -> SimpleNamespace:
    """The nouns of ``handmade_portion.py`` by name."""
    return HANDMADE


@pytest.fixture
def portion() -> Portion:
    return HANDMADE.make_portion()  # type: ignore[no-any-return]


@pytest.fixture
def options() -> ExportOptions:
    return OPTIONS


@pytest.fixture
def export(tmp_path: Path, portion: Portion) -> Callable[..., Path]:
    """Write the portion in a format; gives the file or folder."""

    def write(name: str, *, protect: bool = True, given: Portion | None = None) -> Path:
        form = FACT_FORMATS[name]
        path = tmp_path / f"{name}-{protect}{form.suffix}"
        chosen = ExportOptions(made=OPTIONS.made, filters=OPTIONS.filters, protect=protect)
        export_facts(given or portion, form, path, chosen)
        return path

    return write
