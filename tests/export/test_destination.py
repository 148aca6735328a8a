import os
import threading
from pathlib import Path

import pytest

from dateline.errors import RunStopped
from dateline.export import destination


def test_standard_output_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    with destination(None) as out:
        out.write("Kélé\n")
    assert capsys.readouterr().out == "Kélé\n"


def test_a_file_is_written_in_utf_8_with_line_ends_as_given(tmp_path: Path) -> None:
    with destination(tmp_path / "claims.csv") as out:
        out.write("Kélé\r\n")
    assert (tmp_path / "claims.csv").read_bytes() == "Kélé\r\n".encode()
    assert [found.name for found in tmp_path.iterdir()] == ["claims.csv"]


def test_a_run_that_stops_leaves_the_older_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text("older")
    with pytest.raises(RunStopped, match="the store is locked"):
        _write_half(path)
    assert path.read_text() == "older"
    assert [found.name for found in tmp_path.iterdir()] == ["claims.csv"]


def _write_half(path: Path) -> None:
    with destination(path) as out:
        out.write("half")
        raise RunStopped("the store is locked")


def test_an_older_file_keeps_its_permissions_and_a_new_one_follows_the_mask(tmp_path: Path) -> None:
    private, new = tmp_path / "private.csv", tmp_path / "new.csv"
    private.write_text("older")
    private.chmod(0o600)
    mask = os.umask(0o027)
    try:
        for path in (private, new):
            with destination(path) as out:
                out.write("newer")
    finally:
        os.umask(mask)
    assert (private.stat().st_mode & 0o777, new.stat().st_mode & 0o777) == (0o600, 0o640)


def test_a_file_that_cannot_be_written_stops_the_run(tmp_path: Path) -> None:
    missing = destination(tmp_path / "missing" / "claims.csv")
    with pytest.raises(RunStopped, match=r"cannot be written \(No such file or directory\)"), missing:
        pass


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    received: list[str] = []
    reading = threading.Thread(target=lambda: received.append(pipe.read_text(encoding="utf-8")))
    reading.start()
    with destination(pipe) as out:
        out.write("a claim\n")
    reading.join()
    assert received == ["a claim\n"]
    assert pipe.is_fifo()
