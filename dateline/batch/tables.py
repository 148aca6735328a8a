"""Tables of reports too large to be held at once: JSON lines, CSV and Parquet, a row at a time.

A row is handed on as the loader of ``dateline add`` takes it, so that a report has the same id either way.
"""

import csv
import gzip
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from typing import IO, Any

from dateline.batch.extra import library
from dateline.batch.options import BatchOptions
from dateline.batch.records import Broken, Record, opened

SEPARATORS = ",;\t|"


def read_json_lines(path: str, options: BatchOptions) -> Iterator[Record | Broken]:
    """A record for each line that is not blank; rows are counted by lines."""
    with _unpacked(path) as file:
        for number, line in enumerate(_lines(file, options.ingest.max_bytes), start=1):
            if len(line) > options.ingest.max_bytes:
                yield Broken(number=number, source=f"{path}#{number}", reason="the line is too long")
            elif line.strip():
                yield Record(number=number, source=path, raw=line.rstrip(b"\r\n"), name="row.jsonl", row=number)


def _lines(file: IO[bytes], limit: int) -> Iterator[bytes]:
    """Lines; of one that is longer than the limit its beginning, with one byte too many."""
    while line := file.readline(limit + 1):
        yield line
        while len(line) > limit and not line.endswith(b"\n"):
            line = file.readline(limit + 1)


def read_csv(path: str, options: BatchOptions) -> Iterator[Record | Broken]:
    """A record for each row below the header: the header's line and the row's own lines."""
    csv.field_size_limit(min(sys.maxsize, max(options.ingest.max_bytes, csv.field_size_limit())))
    encoding = options.ingest.encoding or "utf-8-sig"
    with _unpacked(path) as file:
        seen: list[str] = []
        lines = _noted(file, encoding, seen)
        header = next(lines, "")
        seen.clear()
        if not header.strip():
            yield Broken(number=1, source=path, reason="the table is empty")
            return
        number = 0
        try:
            for cells in csv.reader(lines, delimiter=max(header, key=lambda sign: _rank(sign, header))):
                words = "".join(seen).rstrip("\r\n")
                seen.clear()
                if any(cell.strip() for cell in cells):
                    number += 1
                    raw = f"{header.rstrip()}\n{words}\n".encode()
                    yield Record(number=number, source=path, raw=raw, name="row.csv", row=number)
        except csv.Error as error:
            yield Broken(number=number + 1, source=f"{path}#{number + 1}", reason=f"this is not CSV: {error}")


def _rank(sign: str, header: str) -> int:
    return header.count(sign) if sign in SEPARATORS else -1


def _noted(file: IO[bytes], encoding: str, seen: list[str]) -> Iterator[str]:
    """The lines as text, each noted as it is taken. What is not in the encoding becomes ``�``."""
    for line in file:
        text = line.decode(encoding if not seen else encoding.removesuffix("-sig"), "replace")
        seen.append(text)
        yield text


def read_parquet(path: str, options: BatchOptions) -> Iterator[Record | Broken]:
    """A record for each row, as JSON."""
    arrow, parquet = library("pyarrow"), library("pyarrow.parquet")
    with opened(path) as file:
        try:
            table = parquet.ParquetFile(file)
        except (arrow.ArrowException, OSError) as error:
            yield Broken(number=1, source=path, reason=f"this Parquet file cannot be read: {_line(error)}")
            return
        before = 0
        for group in range(table.num_row_groups):
            number = before
            before += table.metadata.row_group(group).num_rows
            try:
                for batch in table.iter_batches(options.chunk, row_groups=[group], use_threads=False):
                    for row in batch.to_pylist():
                        number += 1
                        raw = json.dumps(row, ensure_ascii=False, default=_plain).encode("utf-8", "surrogatepass")
                        yield Record(number=number, source=path, raw=raw, name="row.jsonl", row=number)
            except (arrow.ArrowException, OSError) as error:
                reason = f"rows {number + 1:,} to {before:,} of this Parquet file cannot be read: {_line(error)}"
                yield Broken(number=number + 1, source=path, reason=reason)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())


def _plain(value: Any) -> str:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _unpacked(path: str) -> IO[bytes]:
    file: IO[bytes] = opened(path)
    return gzip.GzipFile(fileobj=file) if path.lower().endswith(".gz") else file  # type: ignore[return-value]
