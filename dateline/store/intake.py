"""From reports to the store, one at a time: what is there already is not read again, and what fails is told."""

import dataclasses
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from dateline.errors import DatelineError, ReportSkipped
from dateline.model import Reading, Report
from dateline.store.writer import Added, Store

logger = logging.getLogger(__name__)


class Reads(Protocol):
    """What reads a report: ``dateline.Reader``, or a stand-in."""

    @property
    def version(self) -> str:
        """Marks the readings; known before anything is read."""

    def read(self, report: Report) -> Reading:
        """The reading of a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one item."""

    result: Added | Literal["skipped"]
    source: str
    report_id: str | None
    """None when the item was skipped before it was a report."""
    reason: str
    """Why it was skipped; empty otherwise."""
    silence: str | None = None
    """Why it was kept without having been read, as the gate says; None when it was read."""


def keep(items: Iterable[Report | ReportSkipped], store: Store, reader: Reads) -> Iterator[Outcome]:
    """Read and store each report, yielding what became of it once it is stored for good.

    Raises RunStopped when the store or the reader cannot go on; what was yielded before is kept.
    """
    for item in items:
        if isinstance(item, ReportSkipped):
            yield Outcome(result="skipped", source=item.source, report_id=None, reason=item.reason)
        else:
            yield _keep_one(item, store, reader)


def _keep_one(item: Report, store: Store, reader: Reads) -> Outcome:
    report = store.with_known_date(item)
    if store.holds(report, reader.version):
        return Outcome(result="unchanged", source=report.source, report_id=report.id, reason="")
    try:
        reading = _with_note(_read(report, reader))
        result = store.add(reading)
    except ReportSkipped as skipped:
        return Outcome(result="skipped", source=report.source, report_id=report.id, reason=skipped.reason)
    silence = reading.silence if reading.kept_out else None
    return Outcome(result=result, source=report.source, report_id=report.id, reason="", silence=silence)


def _with_note(reading: Reading) -> Reading:
    """The reading; where the gate kept the report out, the report has a note that says so."""
    if not reading.kept_out:
        return reading
    notes = (*reading.report.notes, f"not read: it is {reading.silence}")
    return dataclasses.replace(reading, report=dataclasses.replace(reading.report, notes=notes))


def _read(report: Report, reader: Reads) -> Reading:
    try:
        return reader.read(report)
    except DatelineError:
        raise
    except Exception as error:  # A fault of ours in one report must not keep a folder of others from being read.
        logger.info("report %s could not be read", report.id, exc_info=True)
        raise ReportSkipped.for_fault(report.source, error) from error
