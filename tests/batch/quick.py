"""Runs a batch with a reader that takes milliseconds, as a program of its own that can be killed.

``python quick.py OUT WORKERS INPUT...`` goes on with what is there. Texts with ``CRASH`` end the process that reads
them, those with ``HANG`` hold it so that no timer can stop it, those with ``SLOW`` take longer than they may.
"""

import os
import signal
import sys
import time
from contextlib import closing

import dateline.batch.read
import dateline.batch.watched
from dateline.batch.folder import Folder
from dateline.batch.local import LocalEngine
from dateline.batch.options import BatchOptions
from dateline.batch.run import run_batch
from dateline.model import Reading, Report
from dateline.settings import Settings

dateline.batch.watched.GRACE_SECONDS = 0.5
SETTINGS = Settings(encoder=False, time_limit_seconds=1.0)


class Quick:
    """Reads nothing but the length of a text."""

    version = "quick"
    language = None

    def read(self, report: Report) -> Reading:
        time.sleep(0.002)
        if "CRASH" in report.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "HANG" in report.text:
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
            time.sleep(60)
        if "SLOW" in report.text:
            time.sleep(60)
        if "FAULT" in report.text:
            raise ZeroDivisionError("a fault")
        nothing = {"mentions": (), "entities": (), "attributions": (), "places": (), "dates": (), "claims": ()}
        return Reading(report=report, reader=self.version, sentences=((0, len(report.text)),), **nothing)  # type: ignore[arg-type]


dateline.batch.read.reader_of = lambda _settings: Quick()  # type: ignore[assignment, return-value]


def main() -> None:
    out, workers, *inputs = sys.argv[1:]
    options = BatchOptions(inputs=tuple(inputs), settings=SETTINGS, chunk=8, part=3)
    with closing(LocalEngine(int(workers))) as engine:
        run_batch(options, Folder(out), engine, resume=True, told=lambda *_: None)


if __name__ == "__main__":
    main()
