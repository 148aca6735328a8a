"""The first stage: bytes to clean text in a language that is read, with what tells its copies."""

import dataclasses
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from dateline.batch import schema
from dateline.batch.attempts import Attempts
from dateline.batch.folder import Folder
from dateline.batch.options import BatchOptions
from dateline.batch.parquet import from_parquet, to_parquet
from dateline.batch.records import Broken, Chunk, Record
from dateline.batch.watched import Watch
from dateline.errors import ReportSkipped
from dateline.facts.copies import signature
from dateline.ingest.item import Item
from dateline.ingest.load import load_item
from dateline.ingest.other_language import language_note
from dateline.model.record import report_record
from dateline.model.report import Report
from dateline.read.unread import blank_out, unread_spans
from dateline.store.rows import unstorable_words

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """What came of a chunk. ``rows``: reports and what was skipped; ``seconds``: of one processor."""

    name: str
    rows: int
    skipped: int
    seconds: float


def clean_chunk(chunk: Chunk, options: BatchOptions, work: Folder) -> Cleaned:
    """Clean the records of a chunk and put them by as ``clean/NAME.parquet``."""
    start = time.perf_counter()
    watch = Watch(Attempts("clean", chunk.name, work), options.settings.time_limit_seconds)
    rows = [row for record in chunk.records for row in _watched_rows(record, options, watch)]
    work.write(f"clean/{chunk.name}.parquet", to_parquet(rows, schema.cleaned()))
    skipped = sum(row["stage"] is not None for row in rows)
    return Cleaned(name=chunk.name, rows=len(rows), skipped=skipped, seconds=time.perf_counter() - start)


def cleaned_of(name: str, work: Folder) -> Cleaned:
    """What came of a chunk that was cleaned before."""
    stages = from_parquet(work.read(f"clean/{name}.parquet"), columns=["stage"]).column("stage")
    return Cleaned(name=name, rows=len(stages), skipped=len(stages) - stages.null_count, seconds=0.0)


def _watched_rows(record: Record | Broken, options: BatchOptions, watch: Watch) -> list[Row]:
    if isinstance(record, Broken):
        return [_skipped(record.source, record.url, "record", record.reason)]
    found = watch.over(str(record.number), record.named, lambda: list(_rows(record, options)))
    return [_skipped(record.named, record.url, "clean", found.reason)] if isinstance(found, ReportSkipped) else found


def _rows(record: Record, options: BatchOptions) -> Iterator[Row]:
    item = Item(raw=record.raw, source=record.source, name=record.name, url=record.url, declared=record.declared)
    for found in load_item(item, options.ingest):
        source = found.source if record.row is None else record.named
        if isinstance(found, ReportSkipped):
            reason = found.reason if record.row is None else found.reason.replace("line 1 ", f"line {record.row} ", 1)
            yield _skipped(source, record.url, "clean", reason)
        elif (unstorable := unstorable_words(found)) is not None:
            yield _skipped(source, found.url, "clean", unstorable)
        elif not _is_read(found, options):
            reason = "it does not look like English, and Dateline reads English only"
            yield _skipped(source, found.url, "language", reason)
        else:
            yield _kept(dataclasses.replace(found, source=source), record)


def _is_read(report: Report, options: BatchOptions) -> bool:
    return not options.languages or language_note(report.text) is None


def _kept(report: Report, record: Record) -> Row:
    read = blank_out(report.text, unread_spans(report))
    told = signature(report.id, read, None)
    return {
        "source": report.source,
        "url": report.url,
        "captured": record.captured,
        "stage": None,
        "reason": None,
        "report_id": report.id,
        "report": json.dumps(report_record(report), ensure_ascii=False),
        "raw": report.raw,
        "words": sha256(" ".join(read.split()).encode("utf-8", "surrogatepass")).hexdigest(),
        "shingles": told.shingles,
        "hashes": told.hashes.tobytes(),
    }


def _skipped(source: str, url: str | None, stage: str, reason: str) -> Row:
    return {"source": source, "url": url, "stage": stage, "reason": reason}
