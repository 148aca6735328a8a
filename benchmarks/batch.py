"""What a batch costs: workers and engines against each other, the stages one by one, memory, and growth with the input.

``make bench-batch`` runs it on a made-up crawl (``crawl.py``) and writes the section of ``docs/benchmarks.md``. Ratios
are of runs one after another on a machine that others share.
"""

import argparse
import json
import logging
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from benchmarks import page
from benchmarks.crawl import write_crawl
from benchmarks.page_scale import write_scale
from dateline import Reader
from dateline.batch.folder import Folder
from dateline.batch.local import LocalEngine
from dateline.batch.options import BatchOptions
from dateline.batch.read import reader_of
from dateline.batch.run import Summary, run_batch
from dateline.ingest import IngestOptions
from dateline.ingest.item import Item
from dateline.ingest.load import load_item
from dateline.settings import Settings

ROOT = Path(__file__).parents[1]
OUT = ROOT / "benchmarks" / "out"
GATED = Settings(gate=0.1)
SMALL, PAGES_A_FILE = 2000, 125
GATE_SAMPLE = 200
logger = logging.getLogger(__name__)


def compared(packs: Path, folder: Path) -> dict[str, Any]:
    """Runs against each other, on a small crawl."""
    small = write_crawl(folder / "small", SMALL, packs=packs, per_file=PAGES_A_FILE)
    twice = [*small, *write_crawl(folder / "more", SMALL, packs=packs, per_file=PAGES_A_FILE, seed=2)]
    alone = _run("one worker", small, folder, LocalEngine(1))
    both = _run("two workers", small, folder, LocalEngine(2))
    with _cluster() as address:
        from dateline.batch.ray import RayEngine

        ray = _run("two nodes of Ray", small, folder, RayEngine(address))
    half = _run("half", small[: len(small) // 2], folder, LocalEngine(2))
    double = _run("twice", twice, folder, LocalEngine(2))
    conflict = {"conflict": 1.0, "copies": 0.0}
    pages = write_crawl(folder / "conflict", SMALL // 4, packs=packs, per_file=PAGES_A_FILE, **conflict)
    whole = _run("all of it read", pages, folder, LocalEngine(2), Settings())
    runs = {"one": alone, "two": both, "ray": ray, "whole": whole}
    return {"runs": runs, "sizes": [half, both, double], "gate": _gate_rate(packs, folder)}


def grown(packs: Path, folder: Path, pages: int) -> dict[str, Any]:
    """A large run, and the memory of its workers meanwhile."""
    every = write_crawl(folder / "full", pages, packs=packs, per_file=2000)
    with _watched() as memory:
        large = _run("the whole crawl", every, folder, LocalEngine(2))
    return {"full": large, "memory": memory}


def _run(name: str, inputs: list[Path], folder: Path, engine: Any, settings: Settings = GATED) -> dict[str, Any]:
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    options = BatchOptions(inputs=tuple(map(str, inputs)), settings=settings)
    start = time.perf_counter()
    with closing(engine):
        summary = run_batch(options, Folder(str(out)), engine, resume=False, told=_say)
    found = _record(summary, time.perf_counter() - start, out)
    print(f"{name}: {found['seconds']:.0f} s for {found['counts']['records']} records", file=sys.stderr)
    return found


def _record(summary: Summary, seconds: float, out: Path) -> dict[str, Any]:
    written = sum(path.stat().st_size for path in out.rglob("*.parquet"))
    return {
        "seconds": seconds,
        "counts": dict(summary.counts),
        "stages": summary.seconds,
        "worked": dict(summary.worked),
        "bytes": written,
    }


def _say(stage: str, done: int, total: int | None, counts: Any) -> None:
    logger.debug("%s %d of %s: %s", stage, done, total, counts)


@contextmanager
def _cluster() -> Iterator[str]:
    """Two nodes of one processor each."""
    import ray
    from ray.cluster_utils import Cluster

    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    made.add_node(num_cpus=1)
    made.wait_for_nodes()
    yield made.address
    ray.shutdown()
    made.shutdown()


@contextmanager
def _watched() -> Iterator[list[tuple[float, int]]]:
    """Seconds since the beginning and the megabytes of the largest worker, every ten seconds."""
    found: list[tuple[float, int]] = []
    start, over = time.monotonic(), threading.Event()

    def look() -> None:
        while not over.wait(10):
            found.append((time.monotonic() - start, _largest_child()))

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    yield found
    over.set()
    thread.join()


def _largest_child() -> int:
    tasks = Path("/proc/self/task").glob("*/children")
    children = [child for task in tasks for child in task.read_text().split()]
    return max((_megabytes(Path("/proc") / child / "status") for child in children), default=0)


def _megabytes(status: Path) -> int:
    try:
        lines = status.read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS")), 0)


def _gate_rate(packs: Path, folder: Path) -> float:
    """Articles a second that one processor keeps out."""
    from dateline.batch.warc import read_warc

    paths = write_crawl(folder / "other", GATE_SAMPLE, packs=packs, per_file=GATE_SAMPLE, conflict=0.0, copies=0.0)
    options = BatchOptions(inputs=(), settings=GATED)
    items = [Item(raw=one.raw, source=one.source, name="page.html") for one in read_warc(str(paths[0]), options)]  # type: ignore[union-attr]
    reports: Any = [report for item in items for report in load_item(item, IngestOptions())]
    reader: Reader = reader_of(GATED)
    reader.read(reports[0])
    kept_out, start = 0, time.perf_counter()
    seconds = 0.0
    for report in reports[1:]:
        start = time.perf_counter()
        if reader.read(report).kept_out:
            kept_out += 1
            seconds += time.perf_counter() - start
    return kept_out / seconds


def main() -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--eval", type=Path, required=True)
    parser.add_argument("--full", type=int, default=20_000)
    arguments = parser.parse_args()
    folder = OUT / "crawl"
    shutil.rmtree(folder, ignore_errors=True)
    found = compared(arguments.eval / "data", folder)
    large = grown(arguments.eval / "data", folder, arguments.full)
    found["runs"]["full"], found["memory"] = large["full"], large["memory"]
    (OUT / "batch.json").write_text(json.dumps(found), encoding="utf-8")
    page.write(ROOT / "docs" / "benchmarks.md", OUT)
    write_scale(ROOT / "docs" / "scale.md", found)


if __name__ == "__main__":
    main()
