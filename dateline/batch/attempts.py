"""Marks that a chunk is being read, so that who tries it again knows what the one before died of."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from dateline.batch.folder import Folder

DEATHS = 2
"""A process may be killed for no fault of a report: only who saw so many die is put in quarantine."""


class Attempts:
    """The tries of one chunk. The first keeps one mark; after a death each item is marked as it is read."""

    def __init__(self, stage: str, chunk: str, work: Folder) -> None:
        self._name, self._work = f"tries/{stage}/{chunk}.json", work
        held = json.loads(work.read(self._name)) if work.has(self._name) else {}
        self._deaths: dict[str, int] = held.get("deaths", {})
        self._tries: int = held.get("tries", 0) + 1
        if (last := held.get("at")) is not None:
            self._deaths[last] = self._deaths.get(last, 0) + 1
        self._keep(None)

    def quarantined(self, item: str) -> str | None:
        """Why an item is not to be read any more; None when it may be."""
        deaths = self._deaths.get(item, 0)
        if deaths < DEATHS:
            return None
        return f"{deaths} processes died of reading it, or were stopped since they did not end: it is in quarantine"

    @contextmanager
    def at(self, item: str) -> Iterator[None]:
        """Mark that an item is being read, where the chunk has been tried before."""
        if self._tries > 1:
            self._keep(item)
        yield
        if self._tries > 1:
            self._keep(None)

    def _keep(self, at: str | None) -> None:
        held = {"tries": self._tries, "deaths": self._deaths, "at": at}
        self._work.write(self._name, json.dumps(held).encode())
