"""What is left when ``add`` is killed, and what adding again makes of it."""

import random
import runpy
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.store import Outcome

pytestmark = pytest.mark.slow

PROGRAM = Path(__file__).parent / "adding.py"

AddAll = Callable[[str, str], Iterator[Outcome]]


@pytest.fixture(scope="module")
def adding() -> dict[str, Any]:
    return runpy.run_path(str(PROGRAM))


@pytest.mark.parametrize("seed", range(10))
def test_after_kill_nine_nothing_is_lost_and_nothing_doubled(path: Path, adding: dict[str, Any], seed: int) -> None:
    """Even seeds begin with an empty store, odd ones with a store that an older reader filled."""
    add_all: AddAll = adding["add_all"]
    reports, each = adding["REPORTS"], adding["CLAIMS_EACH"]
    older = seed % 2 == 1
    if older:
        assert Counter(outcome.result for outcome in add_all(str(path), "older")) == {"new": reports}

    told = kill_while_adding(path, random.Random(seed))

    assert len(told) < reports
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        stored = {row[0] for row in connection.execute("SELECT report_id FROM readings WHERE reader = 'newer'")}
        halves = "SELECT reading_id FROM claims GROUP BY reading_id HAVING count(*) != ?"
        assert connection.execute(halves, (each,)).fetchall() == []
    connection.close()
    assert set(told) <= stored

    results = Counter(outcome.result for outcome in add_all(str(path), "newer"))
    assert results["unchanged"] == len(stored)
    assert results["reread" if older else "new"] == reports - len(stored)
    assert what_is_stored(path) == {
        "reports": reports,
        "standing": reports,
        "readings": reports * (1 + older),
        "claims": reports * each * (1 + older),
        "integrity": "ok",
    }


def kill_while_adding(path: Path, chance: random.Random) -> list[str]:
    """Start adding, kill it after a random number of reports and a moment more; returns the ids it told of."""
    command = [sys.executable, str(PROGRAM), str(path), "newer"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        told = [process.stdout.readline() for _ in range(chance.randrange(1, 50))]
        time.sleep(chance.uniform(0, 0.01))
        process.kill()
        told += process.stdout.readlines()
        assert process.wait() == -9
    return [line.split()[0] for line in told if line.endswith("\n")]


def what_is_stored(path: Path) -> dict[str, object]:
    questions = {
        "reports": "SELECT count(*) FROM reports",
        "standing": "SELECT count(DISTINCT report_id) FROM readings WHERE reader = 'newer' AND superseded_at IS NULL",
        "readings": "SELECT count(*) FROM readings",
        "claims": "SELECT count(*) FROM claims",
        "integrity": "PRAGMA integrity_check",
    }
    connection = sqlite3.connect(path)
    answers: dict[str, object] = {name: connection.execute(sql).fetchone()[0] for name, sql in questions.items()}
    connection.close()
    return answers
