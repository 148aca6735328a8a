"""Move a store: all rows into an empty one, on whatever database, in one transaction, compared before it ends."""

import hashlib
import json
from collections.abc import Callable, Generator, Mapping
from contextlib import closing
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.errors import BadArgument, RunStopped
from dateline.store import people_tables as people_tables  # their tables are part of the metadata
from dateline.store import record_tables as record_tables
from dateline.store.problems import explained
from dateline.store.search_index import fill
from dateline.store.search_tables import search_items
from dateline.store.tables import metadata, readings
from dateline.store.view import View
from dateline.store.writer import Store

BATCH = 200
"""Rows written at a time; a report holds its bytes and its text."""

COPIED = tuple(table for table in metadata.sorted_tables if table is not search_items)
"""Tables in the order in which they can be filled. Words to be searched are made anew: each database has its own."""

Row = dict[str, Any]
Advance = Callable[[], None]
Sum = tuple[int, int]
"""How many rows a table has, and the digests of all of them added up: the same in whatever order they come."""


def rows_in(view: View) -> int:
    """How many rows there are to copy. Raises RunStopped when the store fails."""
    with view.connected() as connection:
        return sum(_count(connection, table) for table in COPIED)


def copy_store(source: View, target: Store, advance: Advance = lambda: None) -> dict[str, int]:
    """Copy all there is, ids included; returns how many rows each table has. ``advance`` is called for each row, twice.

    Raises BadArgument when the target holds anything, and RunStopped when a store fails or the copy is not like the
    original; then nothing is in the target.
    """
    with target.writing() as there, _unchanging(source) as here:
        _refuse_full(there, target)
        sums = {table.name: _sum(here, table, advance, into=there) for table in COPIED}
        _go_on_counting(there)
        fill(there)
        for table in COPIED:
            if _sum(there, table, advance) != sums[table.name]:
                raise RunStopped(
                    f"the table {table.name} in {target.location} is not like that in {source.location}. Nothing was "
                    "copied; please report this fault"
                )
    return {name: count for name, (count, _) in sums.items()}


def _unchanging(source: View) -> Connection:
    """A connection that sees one state of the source, whatever other programs add meanwhile."""
    connection = source.engine.connect()
    return connection if source.location.is_sqlite else connection.execution_options(isolation_level="REPEATABLE READ")


def _refuse_full(there: Connection, target: Store) -> None:
    full = [
        table.name for table in COPIED if there.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first()
    ]
    if full:
        raise BadArgument(f"{target.location} is not empty (it has {', '.join(full[:3])}): copy into a new store")


def _sum(connection: Connection, table: sa.Table, advance: Advance, *, into: Connection | None = None) -> Sum:
    """What is in a table, which is copied on the way ``into`` the other store."""
    count = total = 0
    with closing(_batches(connection, table)) as batches:
        for rows in batches:
            if into is not None:
                into.execute(sa.insert(table), rows)
            for row in rows:
                count += 1
                total += int.from_bytes(_digest(row))
                advance()
    return count, total % (1 << 256)


def _batches(connection: Connection, table: sa.Table) -> Generator[list[Row], None, None]:
    """All rows; of readings the newer first, since the older name the newer that superseded them."""
    query = sa.select(table)
    if table is readings:
        query = query.order_by(readings.c.id.desc())
    name = connection.engine.url.render_as_string(hide_password=True)
    with explained(name), connection.execute(query.execution_options(yield_per=BATCH)) as found:
        for rows in found.mappings().partitions():
            yield [dict(row) for row in rows]


def _digest(row: Mapping[str, Any]) -> bytes:
    """SHA-256 of a row."""
    text = json.dumps(row, sort_keys=True, ensure_ascii=False, default=_plain)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return hashlib.sha256(value).hexdigest()


def _count(connection: Connection, table: sa.Table) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def _go_on_counting(there: Connection) -> None:
    """Let numbers of new rows follow on those copied. SQLite sees to it by itself."""
    if there.dialect.name != "postgresql":
        return
    for table in COPIED:
        column = table.autoincrement_column
        highest = there.scalar(sa.select(sa.func.max(column))) if column is not None else None
        if column is not None and highest is not None:
            there.execute(sa.select(sa.func.setval(sa.func.pg_get_serial_sequence(table.name, column.name), highest)))
