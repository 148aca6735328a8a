"""Adds 60 reports with a stand-in for the reader, and says each one that is stored: ``adding.py STORE READER``."""

import sys
from collections.abc import Iterator
from datetime import date

from dateline.model import ActorRef, Claim, DateSpan, DayRange, Passage, Published, Reading, Report
from dateline.store import Outcome, keep, open_store

REPORTS = 60
CLAIMS_EACH = 3


class StandIn:
    """Reads nothing: three claims a report, at once."""

    def __init__(self, version: str) -> None:
        self.version = version

    def read(self, report: Report) -> Reading:
        claims = tuple(_claim(report, number) for number in range(CLAIMS_EACH))
        return Reading(
            report=report,
            reader=self.version,
            sentences=((0, len(report.text)),),
            mentions=(),
            entities=(),
            attributions=(),
            places=(),
            dates=(),
            claims=claims,
        )


def _claim(report: Report, number: int) -> Claim:
    return Claim(
        id=f"c{number:012x}",
        type="ASSAULT",
        mode="raid",
        subject=ActorRef(name="Northern Front", entity=None, words="the Northern Front"),
        object=None,
        place=None,
        when=DateSpan(certain=None, possible=DayRange.month(2012, 4), basis="in April", reason="made by hand"),
        polarity="asserted",
        modality="actual",
        said_by=None,
        speech=None,
        attribution=None,
        role=None,
        weapon=None,
        evidence=Passage.of(report.text, 0, 18),
        confidence=0.5,
        reason="made by hand",
    )


def make_reports() -> Iterator[Report]:
    for number in range(REPORTS):
        raw = f"The Northern Front raided village {number}. ".encode() * 40
        identifier, digest = Report.identity(raw)
        yield Report(
            id=identifier,
            sha256=digest,
            raw=raw,
            text=raw.decode(),
            source=f"{number}.txt",
            media_type="text/plain",
            published=Published(day=date(2012, 5, 1), basis="text", words="May 1, 2012"),
        )


def add_all(address: str, reader: str) -> Iterator[Outcome]:
    with open_store(address) as store:
        yield from keep(make_reports(), store, StandIn(reader))


if __name__ == "__main__":
    for outcome in add_all(sys.argv[1], sys.argv[2]):
        sys.stdout.write(f"{outcome.report_id} {outcome.result}\n")
        sys.stdout.flush()
