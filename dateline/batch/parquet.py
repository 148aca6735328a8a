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
    # In the thread that asks: a thread of Arrow's that still holds our bytes when Python ends brings the process down.
    held = library("pyarrow").BufferReader(raw)
    return library("pyarrow.parquet").ParquetFile(held).read(columns=wanted, use_threads=False)
