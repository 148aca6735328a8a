"""A request that is sent again because its answer was lost must not be carried out again."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

Answer = TypeVar("Answer")

MOST = 5_000


class Once:
    """The answers to the last requests that came with a name of their own. Forgotten when the server ends."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: dict[str, tuple[threading.Lock, list[Any]]] = {}

    def answer(self, name: str, run: Callable[[], Answer]) -> Answer:
        """What ``run`` gives; for a name that was there before what it gave then. An empty name is run each time.

        Raises what it raises; then the name counts as not there.
        """
        if not name:
            return run()
        with self._lock:
            lock, given = self._held.setdefault(name, (threading.Lock(), []))
            while len(self._held) > MOST:
                self._held.pop(next(iter(self._held)))
        with lock:
            if not given:
                given.append(run())
            found: Answer = given[0]
            return found
