import dataclasses
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline import __version__
from dateline.cli.app import program, run
from dateline.errors import BadArgument, DataFileError, DatelineError, ReportSkipped, RunStopped
from dateline.model import Reading
from dateline.store import open_store

Run = Callable[..., Any]

COMMANDS = [command.name for command in program([]).registered_commands]
HEAVY = ["spacy", "numpy", "sqlalchemy", "alembic", "trafilatura", "httpx", "feedparser", "dateline.pipeline"]

LOOK_AT_IMPORTS = f"""
import sys
from dateline.cli.app import run
assert run(["--help"]) == 0
print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)
"""


def test_help_imports_nothing_heavy() -> None:
    ended = subprocess.run([sys.executable, "-c", LOOK_AT_IMPORTS], capture_output=True, text=True, check=True)
    assert ended.stderr == "[]\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_has_an_example(command: str, dateline: Run) -> None:
    ended = dateline(command, "--help")
    assert ended.status == 0
    assert "Example" in ended.out
    assert f"dateline {command}" in ended.out


def test_the_four_commands_of_the_store_are_there() -> None:
    assert {"add", "reports", "claims", "export"} <= set(COMMANDS)


def test_the_version_is_printed(dateline: Run) -> None:
    assert dateline("--version").out == f"dateline {__version__}\n"


def test_wrong_usage_is_status_two(dateline: Run) -> None:
    ended = dateline("claims", "--nonsense")
    assert (ended.status, ended.out) == (2, "")


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (RunStopped("the disk is full"), 4),
        (BadArgument("no such day"), 4),
        (DataFileError("a list is broken"), 4),
        (ReportSkipped("a.txt", "no text"), 3),
    ],
)
def test_a_deliberate_error_is_one_line_and_its_status(
    error: DatelineError, status: int, dateline: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(arguments: list[str]) -> int:
        raise error

    monkeypatch.setattr("dateline.cli.app._invoke", fail)
    ended = dateline()
    assert (ended.status, ended.out, ended.err) == (status, "", f"error: {error}\n")


def test_verbose_says_where_an_error_happened(path: Path, dateline: Run) -> None:
    assert "Traceback" not in dateline("reports").err
    ended = dateline("reports", "--verbose")
    assert "Traceback" in ended.err
    assert "needs_store" in ended.err


def test_a_fault_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(arguments: list[str]) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("dateline.cli.app._invoke", fail)
    with pytest.raises(ZeroDivisionError):
        run([])


@pytest.mark.parametrize("command", [["claims", "--json"], ["claims"], ["export", "csv"]])
def test_a_pipe_that_nobody_reads_ends_the_run_quietly(
    path: Path, make_reading: Callable[..., Reading], command: list[str]
) -> None:
    reading = make_reading()
    many = tuple(dataclasses.replace(reading.claims[0], id=f"c{number:012}") for number in range(2000))
    with open_store(str(path)) as store:
        store.add(dataclasses.replace(reading, claims=many))
    program = [sys.executable, "-c", "from dateline.cli import main; main()", *command]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {}) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1
