"""POLECAT: 40 tab-separated columns, None for what is missing."""

import csv
from collections.abc import Callable
from pathlib import Path


def test_every_row_has_40_cells_and_none_is_empty(export: Callable[..., Path]) -> None:
    with export("polecat").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t"))
    assert {len(row) for row in rows} == {40}
    assert all(cell for row in rows for cell in row)
    events = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    assert events[0]["Quad Code"] == "MATERIAL CONFLICT"
    assert events[0]["Recipient Name"] == "victim 1; two others"
    assert events[1]["Contexts"] == "dateline:alleged; dateline:reported"
    assert events[2]["Actor Country"] == "MLI"
    assert events[2]["Actor COW"] == "None"
