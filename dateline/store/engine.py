"""Connections to the database, set up alike wherever they are opened."""

import json
from functools import partial
from typing import Any

import sqlalchemy as sa
from pydantic_core import from_json
from sqlalchemy.engine import URL, Connection, Engine

from dateline.errors import RunStopped
from dateline.store.location import Location

WRITING = "dateline_writing"
"""The execution option of a connection that will write: on SQLite it takes the write lock at once, so that a
transaction either waits its turn or fails before it has read anything that may change under it."""

to_json = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))
"""JSON as the columns of a store hold it."""


def make_engine(location: Location, *, wait_seconds: float, writing: bool, immutable: bool = False) -> Engine:
    """An engine for a location. ``immutable`` opens an SQLite file without making even the files of its log.

    Raises RunStopped when the driver of the database is not installed.
    """
    url = _immutable(location) if immutable else location.url
    try:
        engine = sa.create_engine(
            url, json_serializer=to_json, json_deserializer=from_json, **_arguments(location, wait_seconds)
        )
    except ModuleNotFoundError as error:
        raise RunStopped("a PostgreSQL store needs the driver psycopg: pip install 'dateline[postgres]'") from error
    if location.is_sqlite:
        sa.event.listen(engine, "connect", partial(_prepare_sqlite, write_ahead=writing))
        sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _arguments(location: Location, wait_seconds: float) -> dict[str, Any]:
    if location.is_sqlite:
        return {"connect_args": {"timeout": wait_seconds}}
    wait_ms = max(1, int(wait_seconds * 1000))  # 0 would mean to wait for ever
    return {"connect_args": {"options": f"-c lock_timeout={wait_ms}"}, "pool_pre_ping": True}


def _immutable(location: Location) -> URL:
    """The URL of a file that nobody may change while it is read."""
    assert location.path is not None
    query = {"mode": "ro", "immutable": "1", "uri": "true"}
    return URL.create("sqlite", database=location.path.absolute().as_uri(), query=query)


def _prepare_sqlite(connection: Any, _record: Any, *, write_ahead: bool) -> None:
    """Take transactions into our own hands, keep foreign keys, and write ahead (WAL) so that reading never waits.

    The journal is changed only when it is another: the change takes a lock that may not be free.
    """
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    if write_ahead and cursor.execute("PRAGMA journal_mode").fetchone()[0] not in {"wal", "memory"}:
        cursor.execute("PRAGMA journal_mode = WAL")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
