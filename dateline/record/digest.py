"""A digest of all facts and actors, to see whether two ways of making them come to the same."""

import hashlib
import json

import sqlalchemy as sa

from dateline.store import View
from dateline.store import record_tables as t

BATCH = 500


def fact_digests(view: View) -> dict[str, bytes]:
    """SHA-256 of each fact and each actor by id. Raises RunStopped when the database fails."""
    found: dict[str, bytes] = {}
    with view.connected() as connection:
        for table in (t.facts, t.actors):
            query = sa.select(table.c.id, table.c.record)
            for row in connection.execution_options(yield_per=BATCH).execute(query):
                words = json.dumps(row.record, sort_keys=True, ensure_ascii=False)
                found[row.id] = hashlib.sha256(words.encode()).digest()
    return found


def digest(of_each: dict[str, bytes]) -> str:
    """One digest of all, whatever their order; 64 hex digits."""
    whole = hashlib.sha256()
    for identifier in sorted(of_each):
        whole.update(identifier.encode() + b"\0" + of_each[identifier])
    return whole.hexdigest()


def differing(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """The ids of what is in one of two only, or differs."""
    return sorted(one for one in before.keys() | after.keys() if before.get(one) != after.get(one))


def count_facts(view: View) -> int:
    """How many facts there are. Raises RunStopped when the database fails."""
    with view.connected() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(t.facts)) or 0
