"""Tables of text: a header, one fact a line, no cell that a spreadsheet takes for a formula."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from dateline.export.as_csv import Cell, cell
from dateline.model.fact import Tally


def write_table(
    out: TextIO, columns: Sequence[str], rows: Iterable[Mapping[str, Any]], *, delimiter: str = ",", missing: str = ""
) -> int:
    """Write a header and the rows; returns how many. A row may lack columns: they get ``missing``.

    Raises ValueError for a row with a column that the table does not have.
    """
    writer = csv.writer(out, lineterminator="\n", delimiter=delimiter)
    writer.writerow(columns)
    count = 0
    for row in rows:
        if unknown := set(row) - set(columns):
            raise ValueError(f"no such columns: {', '.join(sorted(unknown))}")
        writer.writerow([_filled(row.get(column), missing) for column in columns])
        count += 1
    return count


def _filled(value: Any, missing: str) -> Cell:
    made = cell(value)
    return missing if made == "" else made


def one_line(text: str | None) -> str:
    """The text without line ends and tabs; empty for None."""
    return " ".join((text or "").split())


def high_of(tally: Tally) -> int:
    """The greatest number that anybody states: ``best`` where the words set no upper bound ("at least ten")."""
    return tally.best if tally.high is None else tally.high
