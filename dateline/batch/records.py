"""Records of splits, one after another, and chunks of them: bytes that may hold a report, not yet looked into."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

from dateline.batch.extra import library
from dateline.batch.options import BatchOptions
from dateline.batch.splits import Split, size_of
from dateline.errors import ReportSkipped
from dateline.ingest.sources import read_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Bytes and where they came from."""

    number: int
    """In its split, from 1."""
    source: str
    raw: bytes = field(repr=False)
    name: str
    """Tells the kind where the bytes do not."""
    url: str | None = None
    captured: datetime | None = None
    """When a crawler fetched it."""
    declared: str | None = None
    """The encoding that the server named."""
    row: int | None = None
    """In a table of many reports the number of this one, from 1."""

    @property
    def named(self) -> str:
        """The source, for a row of a table with its number: ``path#3``."""
        return self.source if self.row is None else f"{self.source}#{self.row}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """What could not be taken out of a split, and why."""

    number: int
    source: str
    reason: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Some records of a split, in order. ``name`` sorts as they come."""

    name: str
    records: tuple[Record | Broken, ...]


def chunks(split: Split, options: BatchOptions) -> Iterator[Chunk]:
    """A split cut into chunks. What cannot be read becomes Broken records; only a missing library is raised."""
    records = iter(records_of(split, options))
    number = 0
    while held := tuple(islice(records, options.chunk)):
        yield Chunk(name=chunk_name(split, number), records=held)
        number += 1


def chunk_name(split: Split, number: int) -> str:
    """``0000012-000003``: sorts in the order of the inputs."""
    return f"{split.number:07}-{number:06}"


def records_of(split: Split, options: BatchOptions) -> Iterator[Record | Broken]:
    """The records of a split, numbered from 1."""
    from dateline.batch import tables, warc

    if split.kind == "files":
        yield from _files(split, options)
        return
    (path,) = split.paths
    number = 0
    readers = {
        "warc": warc.read_warc,
        "wacz": warc.read_wacz,
        "jsonl": tables.read_json_lines,
        "csv": tables.read_csv,
        "parquet": tables.read_parquet,
    }
    try:
        for record in readers[split.kind](path, options):
            number = record.number
            yield record
    except (OSError, EOFError, zlib.error, UnicodeError) as error:
        after = f" after record {number:,}" if number else ""
        yield Broken(number=number + 1, source=path, reason=f"the file could not be read{after}: {_words(error)}")
    else:
        if not number and size_of(path) == 0:
            yield Broken(number=1, source=path, reason="the file is empty")


def _local(number: int, path: str, options: BatchOptions) -> Record | Broken:
    try:
        item = read_file(path, options.ingest)
    except ReportSkipped as skipped:
        return Broken(number=number, source=path, reason=skipped.reason)
    return Record(number=number, source=path, raw=item.raw, name=item.name or path)


def _words(error: Exception) -> str:
    if isinstance(error, EOFError):
        return "it breaks off"
    return str(error.strerror if isinstance(error, OSError) and error.strerror else error)


def opened(path: str) -> Any:
    """A file to read bytes from anywhere in it, wherever it is."""
    return library("fsspec").open(path, "rb").open()


def _files(split: Split, options: BatchOptions) -> Iterator[Record | Broken]:
    limit = options.ingest.max_bytes
    for number, path in enumerate(split.paths, start=1):
        if "://" not in path:
            yield _local(number, path, options)
            continue
        try:
            with opened(path) as file:
                raw = file.read(limit + 1)
        except OSError as error:
            reason = f"the file could not be read: {error.strerror or error}"
            yield Broken(number=number, source=path, reason=reason)
            continue
        if len(raw) > limit:
            yield Broken(number=number, source=path, reason=f"the file has more than {limit / 1e6:,.0f} MB")
            continue
        yield Record(number=number, source=path, raw=raw, name=path.rsplit("/", 1)[-1])
