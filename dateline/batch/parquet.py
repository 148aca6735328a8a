"""Rows to the bytes of a Parquet file and back. The same rows give the same bytes."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from dateline.batch.extra import library


def to_parquet(rows: Iterable[dict[str, Any]], schema: Any) -> bytes:
    """The rows under a ``pyarrow.Schema``; what a row lacks is null."""
    table = library("pyarrow").Table.from_pylist(list(rows), schema=schema)
    file = io.BytesIO()
    library("pyarrow.parquet").write_table(table, file, compression="zstd")
    return file.getvalue()


def from_parquet(raw: bytes, columns: Sequence[str] | None = None) -> Any:
    """A ``pyarrow.Table`` of a file, or of some of its columns."""
    wanted = list(columns) if columns is not None else None
    return library("pyarrow.parquet").read_table(io.BytesIO(raw), columns=wanted)
