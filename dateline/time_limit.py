"""A limit on the time that one report may take, so that one strange text does not hold up an archive."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

from dateline.errors import ReportSkipped

if TYPE_CHECKING:
    from dateline.model import Reading, Report
    from dateline.store.intake import Reads


class TimeLimited:
    """Reads as another reader does, and gives a report up when it takes too long. Nothing is limited where the system
    has no such timer (Windows) or when run outside the main thread.
    """

    def __init__(self, reader: "Reads", seconds: float) -> None:
        """``seconds``: for one report; 0 for no limit."""
        self._reader = reader
        self._seconds = seconds

    @property
    def version(self) -> str:
        return self._reader.version

    def read(self, report: "Report") -> "Reading":
        """The reading. Raises ReportSkipped when time is up."""
        with limited(report.source, self._seconds):
            return self._reader.read(report)


@contextmanager
def limited(source: str, seconds: float) -> Iterator[None]:
    """Raises ReportSkipped in what is done within when it takes longer; 0 for no limit."""
    is_possible = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not seconds or not is_possible:
        yield
        return

    def give_up(_signal: int, _frame: FrameType | None) -> None:
        raise ReportSkipped(
            source, f"it took longer than {seconds:g} s to read; try it alone with a longer --time-limit, or 0 for none"
        )

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
