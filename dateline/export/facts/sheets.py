"""Plain CSV for spreadsheets: events, relations, actors and claims."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dateline.export.destination import destination
from dateline.export.facts.options import ExportOptions, Outcome
from dateline.export.facts.tables import TABLES, Row
from dateline.export.facts.tabular import write_table
from dateline.model.portion import Portion

FILES = tuple(f"{name}.csv" for name in TABLES)


def write_sheets(portion: Portion, folder: Path, options: ExportOptions) -> Outcome:
    """Write the tables into a folder that exists. Lists are joined with "; "."""
    counts = {}
    for name, (columns, rows) in TABLES.items():
        with destination(folder / f"{name}.csv") as out:
            counts[name] = write_table(out, list(columns), _plain(rows(portion)))
    return Outcome(counts=counts)


def _plain(rows: Iterator[Row]) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
