"""A reader that no report can hold up: one that takes too long is given up; if it cannot be, the process is ended."""

import faulthandler
import logging
import sys
from typing import TYPE_CHECKING

from dateline.errors import DatelineError, ReportSkipped

if TYPE_CHECKING:
    from dateline.model import Reading, Report
    from dateline.pipeline import Reader

logger = logging.getLogger(__name__)
GRACE_SECONDS = 10.0
"""So long after the limit the process ends, when no timer could stop what it does."""


class Watched:
    """Reads as the reader does; what fails is told, not raised."""

    def __init__(self, reader: "Reader", seconds: float) -> None:
        """``seconds``: for one report; 0 for no limit."""
        self._reader, self._seconds = reader, seconds
        reader.language  # noqa: B018 - loaded before any time is taken

    def read(self, report: "Report") -> "Reading | ReportSkipped":
        """The reading, or why there is none."""
        from dateline.time_limit import limited

        if self._seconds and _has_stderr():
            faulthandler.dump_traceback_later(self._seconds + GRACE_SECONDS, exit=True)
        try:
            with limited(report.source, self._seconds):
                return self._reader.read(report)
        except ReportSkipped as skipped:
            return skipped
        except DatelineError:
            raise
        except Exception as error:  # A fault of ours in one report must not keep an archive of others from being read.
            logger.info("report %s could not be read", report.id, exc_info=True)
            fault = f"{type(error).__name__}: {error}"
            words = f"it could not be read, which is a fault in Dateline ({fault}): please report it"
            return ReportSkipped(report.source, " ".join(words.split()))
        finally:
            faulthandler.cancel_dump_traceback_later()


def _has_stderr() -> bool:
    """faulthandler writes to it before it ends the process."""
    try:
        sys.stderr.fileno()
    except (AttributeError, OSError, ValueError):
        return False
    return True
