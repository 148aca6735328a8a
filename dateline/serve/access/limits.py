"""How often something may be done: so many times in a stretch of time, for each who does it."""

import threading
import time
from collections import deque
from collections.abc import Callable


class RateLimit:
    """At most ``times`` within ``seconds`` for each key. Kept in memory: a restart forgets."""

    MOST_KEYS = 10_000

    def __init__(self, times: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.times, self.seconds = times, seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._done: dict[str, deque[float]] = {}

    def allows(self, key: str) -> bool:
        """Whether it may be done once more; if so it counts as done."""
        now = self._clock()
        with self._lock:
            if len(self._done) > self.MOST_KEYS:
                self._forget(now)
            done = self._done.setdefault(key, deque())
            while done and done[0] <= now - self.seconds:
                done.popleft()
            if len(done) >= self.times:
                return False
            done.append(now)
            return True

    def forgive(self, key: str) -> None:
        """Take back what was counted last."""
        with self._lock:
            if done := self._done.get(key):
                done.pop()

    def _forget(self, now: float) -> None:
        over = [key for key, done in self._done.items() if not done or done[-1] <= now - self.seconds]
        for key in over:
            del self._done[key]
