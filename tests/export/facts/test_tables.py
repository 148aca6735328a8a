"""Plain tables: the same rows as CSV and as Parquet."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from dateline.export.as_csv import FORMULA_STARTS
from dateline.export.facts.tables import TABLES


@pytest.mark.parametrize("name", TABLES)
def test_csv_and_parquet_have_the_same_columns_and_rows(name: str, export: Callable[..., Path]) -> None:
    with (export("csv") / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        header, *rows = list(csv.reader(lines))
    table = parquet.read_table(export("parquet") / f"{name}.parquet")
    assert table.column_names == header
    assert table.num_rows == len(rows) > 0
    assert {len(row) for row in rows} == {len(header)}


@pytest.mark.parametrize("name", ["csv", "ucdp-ged", "acled", "polecat", "sfm", "ftm"])
def test_no_cell_of_any_table_can_be_taken_for_a_formula(name: str, export: Callable[..., Path]) -> None:
    path = export(name)
    files = sorted(path.glob("*.csv")) if path.is_dir() else [path]
    for file in files:
        with file.open(encoding="utf-8", newline="") as lines:
            cells = [cell for row in csv.reader(lines, delimiter="\t" if name == "polecat" else ",") for cell in row]
        assert [cell for cell in cells if cell.startswith(FORMULA_STARTS) and not _is_number(cell)] == []


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_parquet_is_typed(export: Callable[..., Path]) -> None:
    table = parquet.read_table(export("parquet") / "events.parquet")
    assert table.schema.field("possible_first").type == pa.date32()
    assert table.schema.field("actors").type == pa.list_(pa.string())
    killing, _, clash = table.to_pylist()
    assert killing["possible_first"] == date(2024, 3, 4)
    assert (clash["killed_best"], clash["killed_high"]) == (10, None)
    assert killing["disagreements"][0].startswith("killed: ")


def test_claims_keep_polarity_modality_and_stance(export: Callable[..., Path]) -> None:
    rows = parquet.read_table(export("parquet") / "claims.parquet").to_pylist()
    denial = next(row for row in rows if row["id"] == "c2")
    assert (denial["polarity"], denial["stance"]) == ("negated", "contradicts")
    assert next(row for row in rows if row["id"] == "c3")["modality"] == "alleged"
