"""Work on one item that must not hold up or take along the others: it is given up, or its process is ended."""

import faulthandler
import logging
import sys
from collections.abc import Callable
from typing import TypeVar

from dateline.batch.attempts import Attempts
from dateline.errors import DatelineError, ReportSkipped
from dateline.time_limit import limited

logger = logging.getLogger(__name__)
GRACE_SECONDS = 10.0
"""So long after the limit the process ends, when no timer could stop what it does."""
Made = TypeVar("Made")


class Watch:
    """Watches the work on the items of one chunk."""

    def __init__(self, attempts: Attempts, seconds: float) -> None:
        """``seconds``: for one item; 0 for no limit."""
        self._attempts, self._seconds = attempts, seconds

    def over(self, item: str, source: str, work: Callable[[], Made]) -> Made | ReportSkipped:
        """What the work gives, or why there is nothing. ``item``: what it is known by within its chunk.

        Raises only DatelineErrors that stop the run.
        """
        known = self._attempts.quarantined(item)
        if known is not None:
            return ReportSkipped(source, known)
        with self._attempts.at(item):
            if self._seconds and _has_stderr():
                faulthandler.dump_traceback_later(self._seconds + GRACE_SECONDS, exit=True)
            try:
                with limited(source, self._seconds):
                    return work()
            except ReportSkipped as skipped:
                return skipped
            except DatelineError:
                raise
            except Exception as error:
                logger.info("%s met a fault", source, exc_info=True)
                return ReportSkipped.for_fault(source, error)
            finally:
                faulthandler.cancel_dump_traceback_later()


def _has_stderr() -> bool:
    """faulthandler writes to it before it ends the process."""
    try:
        sys.stderr.fileno()
    except (AttributeError, OSError, ValueError):
        return False
    return True
