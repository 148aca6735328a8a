"""What a database driver complains of, put as one sentence that says what is wrong and what to do."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from dateline.errors import RunStopped

logger = logging.getLogger(__name__)

_KEPT = "What was stored before is kept"

_SQLITE = {
    sqlite3.SQLITE_BUSY: "the store {store} is locked by another program. Let it finish (or set DATELINE_STORE_WAIT to "
    "wait longer), then run the command again",
    sqlite3.SQLITE_LOCKED: "the store {store} is locked by another program. Let it finish, then run the command again",
    sqlite3.SQLITE_READONLY: "the store {store} cannot be written to. Make the file and its folder writable, or choose "
    "another store with --store",
    sqlite3.SQLITE_PERM: "the store {store} may not be opened. Ask for access to the file, or choose another "
    "with --store",
    sqlite3.SQLITE_CANTOPEN: "the store {store} cannot be opened. Check that you may write to its folder, or choose "
    "another store with --store",
    sqlite3.SQLITE_FULL: f"no room is left for the store {{store}}. {_KEPT}: free some space, then run the command "
    "again",
    sqlite3.SQLITE_IOERR: f"the disk failed while using the store {{store}}. {_KEPT}: check that the disk has room and "
    "is sound, then run the command again",
    sqlite3.SQLITE_NOTADB: "{store} is not a Dateline store. Choose another path with --store",
    sqlite3.SQLITE_CORRUPT: "the store {store} is damaged. Restore it from a copy, or choose another with --store and "
    "add the reports again",
    sqlite3.SQLITE_TOOBIG: "a report is too large for the store {store}. Leave it out, or use a PostgreSQL store",
}

_POSTGRES = {
    "53100": f"no room is left for the store {{store}}. {_KEPT}: free some space on the server, then run the command "
    "again",
    "55P03": "the store {store} is locked by another program. Let it finish, then run the command again",
    "25006": "the store {store} cannot be written to. Ask for a role that may write, or choose another "
    "store with --store",
    "42501": "the store {store} may not be used by this role. Ask for the right to use its tables",
    "28P01": "the store {store} refuses the password. Check user and password in the URL",
    "3D000": "there is no database for the store {store}. Make it first with createdb",
}


@contextmanager
def explained(store: str) -> Iterator[None]:
    """Turn the database errors of a block into RunStopped. ``store`` names the store, without a password."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        logger.debug("database error in %s", store, exc_info=True)
        raise RunStopped(sentence(error, store)) from error


def sentence(error: sa.exc.DBAPIError, store: str) -> str:
    """One line on a database error."""
    original = error.orig
    code = getattr(original, "sqlite_errorcode", None)
    if isinstance(code, int) and code & 0xFF in _SQLITE:
        return _SQLITE[code & 0xFF].format(store=store)
    state = getattr(original, "sqlstate", None)
    if state in _POSTGRES:
        return _POSTGRES[state].format(store=store)
    words = " ".join(str(original).split()).rstrip(".?!") or type(original).__name__
    if state is None and code is None and isinstance(error, sa.exc.OperationalError):
        return f"the store {store} cannot be reached: {words}. Check the URL and that the server is running"
    return f"the store {store} could not be used: {words}"


def may_not_write(stopped: RunStopped) -> bool:
    """Whether a run stopped because an SQLite file, or a file of its log, may not be written."""
    original = getattr(stopped.__cause__, "orig", None)
    code = getattr(original, "sqlite_errorcode", None)
    return isinstance(code, int) and code & 0xFF in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
