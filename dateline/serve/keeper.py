"""Brings the facts up to date in the background, so that nobody waits for them between two decisions."""

import logging
import threading
import time

from dateline.errors import DatelineError
from dateline.record import bring_up_to_date
from dateline.store import Store

logger = logging.getLogger(__name__)

QUIET_SECONDS = 1.0
"""Facts are made when nothing was decided for so long: the next decision does not have to wait for the write lock."""
LONGEST_SECONDS = 10.0
"""But at the latest so long after the first decision that they do not reflect."""


class Keeper:
    """One thread that waits until it is woken, then waits for quiet, then makes facts."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._changed = threading.Condition()
        self._asked = 0
        """How often it was woken, and how many of these the facts reflect."""
        self._done = 0
        self._asked_by: dict[str, int] = {}
        """The last waking by each who decided."""
        self._hurry = False
        self._ending = False
        self.problem: str | None = None
        """Why the facts could not be made the last time; None when they were."""
        self._thread = threading.Thread(target=self._run, name="dateline-keeper", daemon=True)
        self._thread.start()

    def wake(self, by: str = "") -> None:
        """Say that there is something that the facts do not reflect, and whose it is."""
        with self._changed:
            self._asked += 1
            self._asked_by[by] = self._asked
            self._changed.notify_all()

    def wait(self, seconds: float, by: str | None = None) -> bool:
        """Have the facts made now, and wait for it at most so long. Whether they are. ``by``: only for what this one
        decided; nobody waits for what others did a moment ago.
        """
        until = time.monotonic() + seconds
        with self._changed:
            mine = self._asked if by is None else self._asked_by.get(by, 0)
            if self._done < mine:
                self._hurry = True
                self._changed.notify_all()
            while self._done < mine and self.problem is None and time.monotonic() < until:
                self._changed.wait(until - time.monotonic())
            return self._done >= mine

    @property
    def behind(self) -> bool:
        """Whether there is something that the facts do not reflect."""
        with self._changed:
            return self._done < self._asked

    def close(self) -> None:
        """End the thread, once what it does is done."""
        with self._changed:
            self._ending = True
            self._changed.notify_all()
        self._thread.join()

    def _run(self) -> None:
        while (number := self._next()) is not None:
            try:
                bring_up_to_date(self._store)
                problem = None
            except DatelineError as error:  # told on the pages; what is pending stays so, and is tried again
                logger.warning("the facts could not be brought up to date: %s", error)
                problem = str(error)
            with self._changed:
                self.problem = problem
                self._done = number if problem is None else self._done
                self._changed.notify_all()
                if problem is not None:
                    self._changed.wait(LONGEST_SECONDS)

    def _next(self) -> int | None:
        """The number of wakings that the next facts will reflect, once there is one and all is quiet; None to end."""
        with self._changed:
            while self._done >= self._asked and not self._ending:
                self._changed.wait()
            latest = time.monotonic() + LONGEST_SECONDS
            while not (self._ending or self._hurry) and time.monotonic() < latest:
                seen = self._asked
                self._changed.wait(QUIET_SECONDS)
                if self._asked == seen:
                    break
            self._hurry = False
            return None if self._ending else self._asked
