"""Parquet for analysis: events, relations, actors and claims, typed."""

from pathlib import Path
from typing import Any

from dateline.export.facts.extras import library
from dateline.export.facts.options import ExportOptions, Outcome
from dateline.export.facts.tables import TABLES, Columns
from dateline.model.portion import Portion

FILES = tuple(f"{name}.parquet" for name in TABLES)


def write_parquet(portion: Portion, folder: Path, options: ExportOptions) -> Outcome:
    """Write the tables into a folder that exists. Raises RunStopped when pyarrow is not installed."""
    parquet = library("pyarrow.parquet")
    counts = {}
    for name in TABLES:
        table = arrow_table(name, portion)
        parquet.write_table(table, folder / f"{name}.parquet")
        counts[name] = table.num_rows
    return Outcome(counts=counts)


def arrow_table(name: str, portion: Portion) -> Any:
    """One of ``TABLES`` as a ``pyarrow.Table``. Raises RunStopped when pyarrow is not installed."""
    columns, rows = TABLES[name]
    made = [{column: row.get(column) for column in columns} for row in rows(portion)]
    return library("pyarrow").Table.from_pylist(made, schema=arrow_schema(columns))


def arrow_schema(columns: Columns) -> Any:
    """Text as string, several as list<string>, days as date32, numbers as int64 or double."""
    arrow = library("pyarrow")
    types = {
        "text": arrow.string(),
        "texts": arrow.list_(arrow.string()),
        "number": arrow.float64(),
        "whole": arrow.int64(),
        "day": arrow.date32(),
    }
    return arrow.schema([(name, types[kind]) for name, kind in columns.items()])
