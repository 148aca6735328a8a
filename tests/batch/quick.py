"""Runs a batch with a reader that takes milliseconds, as a program of its own that can be killed.

``python quick.py OUT WORKERS INPUT...`` goes on with what is there. Texts with ``CRASH`` end the process that reads
them, those with ``HANG`` hold it so that no timer can stop it, those with ``SLOW`` take longer than they may.
"""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import closing

import dateline.batch.clean
import dateline.batch.read
import dateline.batch.watched
from dateline.batch.folder import Folder
from dateline.batch.local import LocalEngine
from dateline.batch.options import BatchOptions
from dateline.batch.run import run_batch
from dateline.errors import ReportSkipped
from dateline.ingest import IngestOptions
from dateline.ingest.item import Item
from dateline.ingest.load import load_item
from dateline.model import Reading, Report
from dateline.settings import Settings

dateline.batch.watched.GRACE_SECONDS = 0.5


def do_what_it_says(text: str) -> None:
    if "CRASH" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "HANG" in text:
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
        time.sleep(60)
    if "SLOW" in text:
        time.sleep(60)
    if "FAULT" in text:
        raise ZeroDivisionError("a fault")


def cleaned(item: Item, options: IngestOptions) -> Iterator[Report | ReportSkipped]:
    """As ``load_item``, but what follows ``clean:`` is done while a record is cleaned."""
    do_what_it_says(item.raw.decode("utf-8", "replace").partition("clean:")[2])
    return load_item(item, options)


class Quick:
    """Reads nothing but the length of a text."""

    version = "quick"
    language = None

    def read(self, report: Report) -> Reading:
        time.sleep(0.002)
        do_what_it_says(report.text)
        nothing = {"mentions": (), "entities": (), "attributions": (), "places": (), "dates": (), "claims": ()}
        return Reading(report=report, reader=self.version, sentences=((0, len(report.text)),), **nothing)  # type: ignore[arg-type]


dateline.batch.clean.load_item = cleaned
dateline.batch.read.reader_of = lambda _settings: Quick()  # type: ignore[assignment, return-value]


def main() -> None:
    out, workers, *inputs = sys.argv[1:]
    # Only tables hold what is slow on purpose; a first page may take a second, for all that it imports.
    limit = 1.0 if inputs[0].endswith(".jsonl") else 60.0
    settings = Settings(encoder=False, time_limit_seconds=limit)
    options = BatchOptions(inputs=tuple(inputs), settings=settings, chunk=8, part=3)
    with closing(LocalEngine(int(workers))) as engine:
        run_batch(options, Folder(out), engine, resume=True, told=lambda *_: None)


if __name__ == "__main__":
    main()
