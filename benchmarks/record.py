"""How well the record is joined and how fast it is made: generated worlds with known truth, which nobody looked at.

``measure`` reads worlds of several seeds and scores their records; ``measure_speed`` takes one large world and cuts it.
"""

import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.record_scores import score
from benchmarks.world import generate
from benchmarks.world.output import write
from dateline import Reader
from dateline.facts.update import update
from dateline.ingest import IngestOptions, collect
from dateline.record import FactFilter, open_record, rebuild
from dateline.record.shelf_writes import StoreShelf
from dateline.store import keep, open_store

SEEDS, REPORTS = (31, 32, 33), 600
SIZES, LARGE_SEED = (1000, 3000, 10000, 21000), 5
SAMPLE = 15


def measure(folder: Path, seeds: tuple[int, ...] = SEEDS) -> dict[str, Any]:
    """Scores of the record of each seed's world, read by the rules."""
    found: dict[str, Any] = {}
    for seed in seeds:
        store = read_world(folder, seed, REPORTS)
        with open_store(str(store)) as opened:
            rebuild(opened)
        with open_record(str(store)) as record:
            found[str(seed)] = asdict(score(generate(seed, REPORTS), record))
    return found


def read_world(folder: Path, seed: int, reports: int) -> Path:
    """A store of the reports of a world, read by the rules; made once."""
    store = folder / f"world-{seed}-{reports}.sqlite"
    if store.exists():
        return store
    printed = folder / f"world-{seed}-{reports}"
    write(generate(seed, reports), printed)
    half = store.with_suffix(".part")
    half.unlink(missing_ok=True)
    with open_store(str(half)) as opened:
        for _ in keep(collect([str(printed / "reports.jsonl")], IngestOptions()), opened, Reader(encoder=False)):
            pass
    half.rename(store)
    return store


def measure_speed(folder: Path, sizes: tuple[int, ...] = SIZES) -> dict[str, Any]:
    """Rebuilding, adding one report and asking, for stores of several sizes; each rebuild in a process of its own."""
    large = read_world(folder, LARGE_SEED, max(sizes))
    found: dict[str, Any] = {}
    for size in sizes:
        store = folder / f"size-{size}.sqlite"
        _cut(large, store, size)
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.record", str(store)], capture_output=True, text=True, check=True
        )
        seconds, memory = map(float, done.stdout.split())
        found[str(size)] = {
            "claims": _count(store, "claims"),
            "facts": _count(store, "facts"),
            "rebuild_seconds": seconds,
            "memory_mb": memory,
            "add_seconds": _adding(large, folder / "held.sqlite", size),
            **_asking(str(store)),
        }
    return found


def _cut(large: Path, store: Path, size: int) -> None:
    """A copy of a store with the first reports only."""
    shutil.copy(large, store)
    with sqlite3.connect(store) as connection:
        kept = "SELECT id FROM reports ORDER BY added_at, id LIMIT ?"
        for table in ("claims", "entities", "readings"):
            connection.execute(f"DELETE FROM {table} WHERE report_id NOT IN ({kept})", (size,))
        connection.execute(f"DELETE FROM reports WHERE id NOT IN ({kept})", (size,))
        connection.execute("DELETE FROM pending")
    connection.close()


def _count(store: Path, table: str) -> int:
    with sqlite3.connect(store) as connection:
        number: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    connection.close()
    return number


def _adding(large: Path, store: Path, size: int) -> dict[str, float]:
    """Seconds to bring the facts up to date for one report more, of the last reports of a store of this size, each
    added to those before it.
    """
    _cut(large, store, size - SAMPLE)
    with open_store(str(store)) as opened:
        rebuild(opened)
        taken = []
        for one in _take_over(large, store, size):
            with opened.writing() as writing:
                start = time.perf_counter()
                update(StoreShelf(writing), frozenset([one]))
                taken.append(time.perf_counter() - start)
    return {"median": statistics.median(taken), "most": max(taken)}


def _take_over(large: Path, store: Path, size: int) -> Iterator[str]:
    """Put the reports that the store lacks up to a size into it, one after another, as reading them would."""
    with sqlite3.connect(store) as connection:
        connection.execute("ATTACH ? AS whole", (str(large),))
        query = "SELECT id FROM whole.reports ORDER BY added_at, id LIMIT ? OFFSET ?"
        for (one,) in connection.execute(query, (SAMPLE, size - SAMPLE)).fetchall():
            for table, column in (
                ("reports", "id"),
                *((name, "report_id") for name in ("readings", "claims", "entities")),
            ):
                connection.execute(f"INSERT INTO {table} SELECT * FROM whole.{table} WHERE {column} = ?", (one,))
            connection.commit()
            yield one
    connection.close()


def _asking(store: str) -> dict[str, float]:
    """Milliseconds of questions as of a day: of one actor, and of everything that holds."""
    day = date(2012, 12, 3)
    with open_record(store) as record:
        actor = frozenset({record.actors()[0].id})
        return {
            "as_of_actor_ms": _milliseconds(lambda: list(record.facts(FactFilter(as_of=day, actors=actor)))),
            "as_of_all_ms": _milliseconds(lambda: list(record.facts(FactFilter(as_of=day)))),
        }


def _milliseconds(question: Callable[[], object]) -> float:
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        question()
        taken.append(time.perf_counter() - start)
    return 1000 * statistics.median(taken)


def _rebuild_here(store: str) -> None:
    with open_store(store) as opened:
        start = time.perf_counter()
        rebuild(opened)
        seconds = time.perf_counter() - start
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    _rebuild_here(sys.argv[1])
