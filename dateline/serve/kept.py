"""What takes long to reckon, kept until what it was reckoned from changes: shown late, or never late."""

import logging
import threading
from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

from dateline.errors import DatelineError

logger = logging.getLogger(__name__)
Value = TypeVar("Value")
MOST = 256
"""Values of one version that are remembered."""


class Kept(Generic[Value]):
    """One value and the version it is of. The first to ask waits; afterwards the older value is given while a newer one
    is reckoned behind, so that no page waits for it.
    """

    def __init__(self, version: Callable[[], Hashable], make: Callable[[], Value]) -> None:
        self._version, self._make = version, make
        self._lock = threading.Lock()
        self._held: tuple[Hashable, Value] | None = None
        self._making: threading.Thread | None = None

    def get(self) -> tuple[Value, bool]:
        """The value, and whether it is of now. Raises as the two functions do."""
        version = self._version()
        with self._lock:
            if self._held is None:
                self._held = version, self._make()
            if self._held[0] != version and self._making is None:
                self._making = threading.Thread(target=self._renew, args=(version,), daemon=True)
                self._making.start()
            return self._held[1], self._held[0] == version

    def wait(self) -> None:
        """Until what is being reckoned is there."""
        with self._lock:
            making = self._making
        if making is not None:
            making.join()

    def _renew(self, version: Hashable) -> None:
        try:
            made = self._make()
        except DatelineError as error:  # the next to ask tries again
            logger.warning("what is kept could not be reckoned anew: %s", error)
            made = None
        with self._lock:
            if made is not None:
                self._held = version, made
            self._making = None


class Remembered:
    """Values of one version of the record, each under a key: who asks after a change waits for what is of now.

    Two who ask at once may both reckon; forgetting starts anew with every version.
    """

    def __init__(self, version: Callable[[], Hashable]) -> None:
        self._version = version
        self._lock = threading.Lock()
        self._of: Hashable = None
        self._values: dict[Hashable, Any] = {}

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value under a key. Raises as ``make`` and the version do."""
        version = self._version()
        with self._lock:
            if version != self._of or len(self._values) >= MOST:
                self._of, self._values = version, {}
            if key in self._values:
                found: Value = self._values[key]
                return found
        made = make()
        with self._lock:
            if version == self._of:
                self._values[key] = made
        return made
