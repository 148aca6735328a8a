import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from dateline.errors import BadArgument, RunStopped
from dateline.model import Reading
from dateline.store import Store, open_store, open_view

MakeReading = Callable[..., Reading]

NOBODY = 65534

HOLD_THE_LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.read()
"""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another program holds the write lock."""
    command = [sys.executable, "-c", HOLD_THE_LOCK, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdin
        assert process.stdout.readline() == "locked\n"
        try:
            yield
        finally:
            process.stdin.close()
            process.wait()


@pytest.fixture
def unwritable(make_reading: MakeReading) -> Iterator[Path]:
    """A store with one reading, in a folder where we may only read; root becomes nobody for the while."""
    folder = Path(tempfile.mkdtemp())
    path = folder / "dateline.sqlite"
    with open_store(str(path)) as store:
        store.add(make_reading())
    path.chmod(0o444)
    folder.chmod(0o555)
    was_root = os.geteuid() == 0
    if was_root:
        os.seteuid(NOBODY)
    try:
        yield path
    finally:
        if was_root:
            os.seteuid(0)
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_a_missing_folder_is_made(tmp_path: Path, make_reading: MakeReading) -> None:
    path = tmp_path / "not" / "yet" / "dateline.sqlite"
    with open_store(str(path)) as store:
        assert store.add(make_reading()) == "new"
    assert path.is_file()


def test_a_folder_in_the_place_of_the_store_is_refused(tmp_path: Path) -> None:
    for opening in (open_store, open_view):
        with pytest.raises(RunStopped, match=r"is a folder.*Give the file, such as .*dateline\.sqlite"):
            opening(str(tmp_path))


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(RunStopped, match="cannot be made"):
        open_store(str(tmp_path / "file" / "dateline.sqlite"))


def test_a_store_that_is_not_there_is_not_made_by_reading(path: Path) -> None:
    with pytest.raises(RunStopped, match=r"no store at .* yet"):
        open_view(str(path))
    assert not path.exists()


@pytest.mark.parametrize("content", [b"Gunmen left the town.\n" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(RunStopped, match="not a Dateline store"):
        open_store(str(path))
    assert path.read_bytes() == content


def test_a_damaged_store_says_so(path: Path, make_reading: MakeReading) -> None:
    with open_store(str(path)) as store:
        store.add(make_reading())
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(RunStopped, match=r"damaged.*Restore it from a copy"), open_view(str(path)) as view:
        list(view.reports())


def test_a_locked_store_says_so_loses_nothing_and_can_be_read(path: Path, make_reading: MakeReading) -> None:
    with open_store(str(path), wait_seconds=0.05) as store:
        store.add(make_reading(reader="hand 1"))
        with locked(path):
            with pytest.raises(RunStopped, match=r"locked by another program.*DATELINE_STORE_WAIT"):
                store.add(make_reading(reader="hand 2"))
            with open_view(str(path), wait_seconds=0.05) as view:
                assert [claim.reader for claim in view.claims()] == ["hand 1"] * 2
        assert store.add(make_reading(reader="hand 2")) == "reread"


def test_a_store_locked_before_it_has_tables_says_so(path: Path) -> None:
    sqlite3.connect(path).close()
    with locked(path), pytest.raises(RunStopped, match="locked by another program"):
        open_store(str(path), wait_seconds=0.05)


def test_a_store_that_may_not_be_written_is_refused_for_writing(unwritable: Path, make_reading: MakeReading) -> None:
    with pytest.raises(RunStopped, match=r"cannot be (written to|opened)"), open_store(str(unwritable)) as store:
        store.add(make_reading(reader="hand 2"))


def test_a_store_that_may_not_be_written_can_be_read(unwritable: Path) -> None:
    with open_view(str(unwritable)) as view:
        assert len(list(view.claims())) == 2


def test_a_folder_that_may_not_be_written_gets_no_store(unwritable: Path) -> None:
    with pytest.raises(RunStopped, match="cannot be opened"):
        open_store(str(unwritable.with_name("other.sqlite")))


def test_a_url_that_only_reads_is_refused_for_writing(path: Path, make_reading: MakeReading) -> None:
    open_store(str(path)).close()
    with (
        pytest.raises(RunStopped, match="cannot be written to"),
        open_store(f"sqlite:///file:{path}?mode=ro&uri=true") as store,
    ):
        store.add(make_reading())


def test_a_full_disk_stops_the_run_and_keeps_what_was_stored(path: Path, make_reading: MakeReading) -> None:
    with open_store(str(path)) as store:
        store.add(make_reading())
        _let_grow(store, pages=20)
        large = make_reading(text="The convoy waited. " * 20_000)
        with pytest.raises(RunStopped, match=r"no room is left.*free some space, then run the command again"):
            store.add(large)
    with open_store(str(path)) as store:
        assert [report.title for report in store.reports()] == ["Front, divided"]
        assert _integrity(store) == "ok"
        assert store.add(large) == "new"


def test_a_disk_that_fails_while_writing_stops_the_run_and_keeps_what_was_stored(path: Path, tmp_path: Path) -> None:
    """A limit on the size of files makes the write itself fail, as a quota does."""
    script = tmp_path / "grow.py"
    script.write_text(
        "import resource, sys\n"
        "import sqlalchemy as sa\n"
        "from dateline.errors import RunStopped\n"
        "from dateline.store import open_store\n"
        "from dateline.store.problems import explained\n"
        "store = open_store(sys.argv[1])\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
        "try:\n"
        "    with explained('s'), store.engine.begin() as connection:\n"
        "        connection.exec_driver_sql('CREATE TABLE filler AS SELECT zeroblob(1000000) AS bytes')\n"
        "except RunStopped as stopped:\n"
        "    print(stopped)\n"
    )
    ended = subprocess.run([sys.executable, script, path], capture_output=True, text=True, check=True)
    assert "What was stored before is kept" in ended.stdout
    with open_store(str(path)) as store:
        assert _integrity(store) == "ok"


def _let_grow(store: Store, *, pages: int) -> None:
    """Connections opened from now on let the file grow by so many pages (of 4096 bytes)."""
    with store.engine.connect() as connection:
        now = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    store.engine.dispose()

    @sa.event.listens_for(store.engine, "connect")
    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {now + pages}")


def _integrity(store: Store) -> str:
    with store.engine.connect() as connection:
        return str(connection.exec_driver_sql("PRAGMA integrity_check").scalar_one())


def test_writing_goes_ahead_in_a_log_and_keeps_foreign_keys(path: Path) -> None:
    with open_store(str(path)) as store, store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_closing_leaves_one_file(path: Path, make_reading: MakeReading) -> None:
    with open_store(str(path)) as store:
        store.add(make_reading())
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    with pytest.raises(RunStopped, match="cannot be reached") as stopped:
        open_store("postgresql://someone:secret@127.0.0.1:1/reports", wait_seconds=0.1)
    assert "secret" not in str(stopped.value)


@pytest.mark.parametrize("store", ["mysql://host/name", "http://host/name", "://"])
def test_another_kind_of_database_is_a_bad_argument(store: str) -> None:
    with pytest.raises(BadArgument):
        open_store(store)
