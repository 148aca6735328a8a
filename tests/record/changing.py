"""Reports, facts and decisions put into a store step by step, each told of when it is done, so that it can be killed.

``changing.py READINGS`` loads pickled readings, and then for each line ``SECONDS PATH`` on standard input it lets a
process of its own change the store at the path, and kills it after so many seconds; ``inf`` for never.
"""

import dataclasses
import os
import pickle
import runpy
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import sqlalchemy as sa

from dateline.model import Reading
from dateline.record import bring_up_to_date, rebuild
from dateline.store import Store, open_store
from dateline.store.record_tables import decisions
from dateline.store.tables import readings

MADE_UP = runpy.run_path(str(Path(__file__).parent / "made_up.py"))

CHOSEN = [0, 1, 4]
"""Decisions of ``made_up.py``: an event rejected, actors merged, the first undone."""

Tell = Callable[[str], None]


def change(store: Store, read: list[Reading], tell: Tell) -> None:
    """Do all steps that are not done yet."""
    for step in _steps(read):
        if isinstance(step, Reading):
            if (step.report.id, step.reader) not in _read(store):
                store.add(step)
            tell(f"report:{step.report.id}")
        elif isinstance(step, int):
            if _decided(store) <= step:
                MADE_UP["decide"](store, CHOSEN[step])
            tell(f"decision:{step + 1}")
        else:
            step(store)
            tell("facts")


def _steps(read: list[Reading]) -> Iterator[Reading | int | Callable[[Store], object]]:
    """Readings to add, places in ``CHOSEN`` of decisions to make, and ways to make facts."""
    newer = dataclasses.replace(read[0], reader="newer")
    half = len(read) // 2
    yield from [*read[:half], bring_up_to_date, 0, *read[half:], 1, rebuild, newer, 2, bring_up_to_date]


def _read(store: Store) -> set[tuple[str, str]]:
    with store.engine.connect() as connection:
        return {(row.report_id, row.reader) for row in connection.execute(sa.select(readings))}


def _decided(store: Store) -> int:
    with store.engine.connect() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(decisions)) or 0


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _serve(read: list[Reading]) -> None:
    with open_store("sqlite://") as store:  # so that what is loaded at first use is loaded once
        change(store, read, lambda _: None)
    _say("ready")
    for line in sys.stdin:
        seconds, path = line.rstrip("\n").split(" ", 1)
        child = os.fork()
        if child == 0:
            with open_store(path) as store:
                change(store, read, _say)
            os._exit(0)
        if seconds != "inf":
            time.sleep(float(seconds))
            os.kill(child, signal.SIGKILL)  # it is there, if only as a zombie, until it is waited for
        _say(f"ended {os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}")


if __name__ == "__main__":
    _serve(pickle.loads(Path(sys.argv[1]).read_bytes()))
