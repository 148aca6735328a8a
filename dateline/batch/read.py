"""The third stage: what is left of a chunk is looked at by the gate, read, and written as rows.

A report that takes too long is given up; one that takes its process along is found out by the mark that it left, and
put in quarantine when the chunk is tried again. The others of its chunk are read.
"""

import dataclasses
import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from dateline.batch import schema
from dateline.batch.attempts import Attempts
from dateline.batch.folder import Folder
from dateline.batch.options import BatchOptions
from dateline.batch.parquet import from_parquet, to_parquet
from dateline.batch.rows import attribution_rows, claim_rows, read_row, report_row
from dateline.batch.twins import Twin
from dateline.batch.watched import Watch
from dateline.errors import ReportSkipped
from dateline.model.from_record import report_of
from dateline.model.reading import Reading
from dateline.model.report import Report
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.pipeline import Reader

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A chunk to read, and which of its rows are copies."""

    name: str
    twins: tuple[Twin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadChunk:
    """What came of a chunk. ``counts``: rows by outcome, claims, and reports read that have no date.
    ``seconds``: of one processor.
    """

    name: str
    counts: Mapping[str, int]
    seconds: float


@dataclass(slots=True)
class _Rows:
    """The rows of a chunk, by table, in the order of its records."""

    tables: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in schema.TABLES})
    counts: Counter[str] = field(default_factory=Counter)

    def skip(self, source: str, url: str | None, stage: str, reason: str) -> None:
        self.tables["skipped"].append({"source": source, "url": url, "stage": stage, "reason": reason})
        self.counts["given up" if stage == "read" else stage] += 1

    def put(self, reading: Reading, captured: Any) -> None:
        if reading.kept_out:
            self.tables["reports"].append(report_row(reading.report, captured, "kept out", reason=reading.silence))
            self.counts["kept out"] += 1
            return
        self.tables["reports"].append(read_row(reading, captured))
        self.tables["attributions"] += attribution_rows(reading)
        self.tables["claims"] += claim_rows(reading)
        undated = reading.report.published is None
        self.counts.update({"read": 1, "undated": int(undated), "claims": len(reading.claims)})


def read_chunk(task: Task, options: BatchOptions, work: Folder) -> ReadChunk:
    """Read a chunk that was cleaned and put its rows by as ``read/TABLE/NAME.parquet``, the reports last."""
    start = time.perf_counter()
    lines = from_parquet(work.read(f"clean/{task.name}.parquet")).to_pylist()
    twins = {twin.row: twin for twin in task.twins}
    wanted = [_report(line) for row, line in enumerate(lines) if line["stage"] is None and row not in twins]
    attempts = Attempts("read", task.name, work)
    read = dict(zip((one.id for one in wanted), _readings(wanted, options, attempts), strict=True))
    rows = _Rows()
    for row, line in enumerate(lines):
        if line["stage"] is not None:
            rows.skip(line["source"], line["url"], line["stage"], line["reason"])
        elif row in twins:
            _put_twin(rows, line, twins[row])
        elif isinstance(reading := read[line["report_id"]], ReportSkipped):
            rows.skip(line["source"], line["url"], "read", reading.reason)
        else:
            rows.put(reading, line["captured"])
    for name in reversed(schema.TABLES):
        work.write(f"read/{name}/{task.name}.parquet", to_parquet(rows.tables[name], schema.output(name)))
    work.write(f"read/counts/{task.name}.json", json.dumps(rows.counts, sort_keys=True).encode())
    return ReadChunk(name=task.name, counts=dict(rows.counts), seconds=time.perf_counter() - start)


def _put_twin(rows: _Rows, line: Row, twin: Twin) -> None:
    if twin.exact:
        rows.skip(line["source"], line["url"], "copy", f"the same bytes as {twin.of}")
        return
    reason = f"the same text as {twin.of}" if twin.similarity == 1 else f"nearly the same text as {twin.of}"
    more = {"copy_of": twin.of, "similarity": round(twin.similarity, 4), "reason": reason}
    rows.tables["reports"].append(report_row(_report(line), line["captured"], "copy", **more))
    rows.counts["near copy"] += 1


def _report(line: Row) -> Report:
    return dataclasses.replace(report_of(json.loads(line["report"])), raw=line["raw"])


def _readings(
    reports: Sequence[Report], options: BatchOptions, attempts: Attempts
) -> Iterator[Reading | ReportSkipped]:
    """What was read of each report, or why not."""
    reader = reader_of(options.settings)
    reader.language  # noqa: B018 - loaded before any time is taken
    watch = Watch(attempts, options.settings.time_limit_seconds)
    for report in reports:
        yield watch.over(report.id, report.source, partial(reader.read, report))


@lru_cache(maxsize=1)
def reader_of(settings: Settings) -> "Reader":
    """The reader of this process, made once."""
    from dateline.readers import reader_for

    return reader_for(settings)
