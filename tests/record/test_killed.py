"""What is left of reports, facts and decisions when the program is killed, and what going on makes of it."""

import math
import pickle
import random
import runpy
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from dateline import Reader
from dateline.model import Reading
from dateline.record import bring_up_to_date
from dateline.store import Store, open_store
from dateline.store.record_tables import decisions, pending
from dateline.store.tables import claims, readings, reports

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
MADE_UP = runpy.run_path(str(HERE / "made_up.py"))
REPORTS, KILLS = 8, 50

Kill = Callable[[float, Path], list[str]]
Rows = dict[str, list[str]]


@pytest.fixture(scope="module")
def read(rules: Reader) -> list[Reading]:
    return MADE_UP["readings"](rules, REPORTS)  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def kill_after(read: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kill]:
    """``kill_after(seconds, path)``: change the store, kill that after a while; returns what was told before."""
    pickled = tmp_path_factory.mktemp("read") / "readings"
    pickled.write_bytes(pickle.dumps(read))
    command = [sys.executable, str(HERE / "changing.py"), str(pickled)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as process:
        asked, answers = process.stdin, process.stdout
        assert asked
        assert answers
        assert answers.readline() == "ready\n"

        def kill(seconds: float, path: Path) -> list[str]:
            asked.write(f"{seconds} {path}\n")
            told = []
            while not (line := answers.readline().rstrip("\n")).startswith("ended"):
                assert line, "the program itself ended"
                told.append(line)
            assert line in {"ended -9", "ended 0"}, line
            return told

        yield kill
        asked.close()


def rows(path: Path) -> Rows:
    """The facts, and how much there is of what they are made from."""
    with open_store(str(path)) as store, store.engine.connect() as connection:
        stored = {
            table.name: [str(connection.scalar(sa.select(sa.func.count()).select_from(table)))]
            for table in (reports, readings, claims, decisions)
        }
        return stored | MADE_UP["rows"](store)


def check_left(store: Store, told: list[str], under_way: list[str]) -> None:
    """All that was told of is there, and the facts lag behind only in what came after they were last made."""
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        there = Counter(f"report:{one}" for one in connection.scalars(sa.select(readings.c.report_id)))
        there += Counter(f"decision:{one}" for one in connection.scalars(sa.select(decisions.c.id)))
        waiting = set(connection.scalars(sa.select(pending.c.what)))
    assert Counter(line for line in told if line != "facts") <= there
    made = len(told) - told[::-1].index("facts") if "facts" in told else 0
    assert waiting <= {*told[made:], *under_way}


def test_after_kill_nine_at_any_point_facts_are_those_of_a_store_never_killed(
    tmp_path: Path, made_file: Path, read: list[Reading], kill_after: Kill
) -> None:
    whole = shutil.copyfile(made_file, tmp_path / "never killed")
    started = time.monotonic()
    steps = kill_after(math.inf, whole)
    seconds = time.monotonic() - started
    expected = rows(whole)
    assert all(expected.values())

    chance = random.Random(1)
    killed_in_time = 0
    for number in range(KILLS):
        path = shutil.copyfile(made_file, tmp_path / str(number))
        told = kill_after(seconds * (number + chance.random()) / KILLS, path)
        assert told == steps[: len(told)]
        killed_in_time += told != steps
        with open_store(str(path)) as store:
            check_left(store, told, steps[len(told) : len(told) + 1])
            bring_up_to_date(store)
        assert kill_after(math.inf, path) == steps
        assert rows(path) == expected, f"killed after {told[-1:]}"
    assert killed_in_time > KILLS / 2
