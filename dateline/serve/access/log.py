"""The log of the workbench: who did what, and from where. Decisions are a log of their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa

from dateline.store import Store
from dateline.store.people_tables import audit


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the log."""

    id: int
    at: datetime
    """In UTC."""
    person: str
    what: str
    """Such as "log in", "export", "add user"."""
    about: str
    address: str
    """The network address that the request came from."""


class Log:
    """The log of a store: lines are only added. Raises RunStopped when the store fails."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def write(self, person: str, what: str, about: str = "", address: str = "") -> None:
        """Add a line."""
        row = {"at": datetime.now(UTC), "person": person, "what": what, "about": about[:500], "address": address}
        with self._store.writing() as connection:
            connection.execute(sa.insert(audit).values(**row))

    def lines(self, *, limit: int = 200, before: int | None = None) -> Iterator[Entry]:
        """The newest first; ``before``: only those older than the line of this id."""
        query = sa.select(audit).order_by(audit.c.id.desc()).limit(limit)
        if before is not None:
            query = query.where(audit.c.id < before)
        with self._store.connected() as connection:
            for row in connection.execute(query).mappings():
                yield Entry(**row)
