"""The whole path of a batch: list, clean, tell copies, read, publish; each step goes on where the last run stopped."""

import json
import logging
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field

from dateline.batch.clean import cleaned_of
from dateline.batch.engine import Engine
from dateline.batch.extra import library
from dateline.batch.folder import Folder
from dateline.batch.options import BatchOptions
from dateline.batch.publish import BEGUN, MANIFEST, publish
from dateline.batch.read import Task
from dateline.batch.records import chunk_name
from dateline.batch.splits import Split, needed, sized, splits
from dateline.batch.twins import Twin, twins
from dateline.errors import BadArgument
from dateline.readers import reader_for

logger = logging.getLogger(__name__)
WORK = "_work"
Told = Callable[[str, int, int | None, Mapping[str, int]], None]
"""Called with the stage, how many chunks of it are done, of how many (None: not known yet), and the counts so far."""


@dataclass(slots=True)
class Summary:
    """What a run came to."""

    counts: Counter[str] = field(default_factory=Counter)
    """Rows by what became of them, and claims."""
    seconds: dict[str, float] = field(default_factory=dict)
    """Of each stage, as a clock on the wall sees it."""
    worked: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    """Seconds of processors in each stage, of all workers."""
    resumed: int = 0
    """Chunks that an earlier run had cleaned or read already."""

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.seconds[stage] = time.perf_counter() - start
        logger.info("stage %s took %.1f s", stage, self.seconds[stage], extra={"counts": dict(self.counts)})


def run_batch(options: BatchOptions, out: Folder, engine: Engine, *, resume: bool, told: Told) -> Summary:
    """Read all inputs into the folder. Raises BadArgument for inputs that are not there and for a folder in use,
    RunStopped when a library is missing, before anything is written, and when the run cannot go on: what was done is
    kept for ``resume``.
    """
    reader_for(options.settings)  # complains of files of the user now, not in a worker
    every = splits(options.inputs, options.chunk)
    for name in needed(every):
        library(name)
    _refuse_own_output(options.inputs, every, out)
    work, summary = out.below(WORK), Summary()
    paths = [path for split in every for path in split.paths]
    _begin(options.fingerprint(sized(paths)), out, work, resume=resume)
    if out.has(MANIFEST):
        _tidy(out, work)
        summary.counts.update(json.loads(out.read(MANIFEST))["counts"])
        return summary
    with work.alone():
        _go_through(every, options, out, work, engine, summary, told)
    return summary


def _go_through(
    every: list[Split], options: BatchOptions, out: Folder, work: Folder, engine: Engine, summary: Summary, told: Told
) -> None:
    work.below("tries").remove()  # the deaths of another run tell nothing of this one's reports
    with summary.timed("clean"):
        names = _clean(every, options, work, engine, summary, told)
    with summary.timed("copies"):
        copies = _copies(names, options, work)
    with summary.timed("read"):
        _read(names, copies, options, work, engine, summary, told)
    with summary.timed("publish"):
        publish(names, options, work, out)
        _tidy(out, work)


def _tidy(out: Folder, work: Folder) -> None:
    """Throw away what is not needed once the manifest is there, also what a killed run left half written."""
    work.remove()
    out.remove_unfinished()


def _refuse_own_output(inputs: Sequence[str], every: list[Split], out: Folder) -> None:
    """Raises BadArgument when the run would read what it writes, now or when it goes on."""
    around = next((given for given in inputs if Folder(given).holds(out.address)), None)
    if around is not None:
        raise BadArgument(f"{out.address} is in {around}, which is read: choose an --out beside the inputs")
    mine = next((path for split in every for path in split.paths if out.holds(path)), None)
    if mine is not None:
        raise BadArgument(f"{mine} is in {out.address}, where the tables go: choose an --out beside the inputs")


def _begin(mine: str, out: Folder, work: Folder, *, resume: bool) -> None:
    """See that the folder is free, or was begun with the same inputs and options; ``mine``: their fingerprint."""
    held = json.loads(work.read(BEGUN))["options"] if work.has(BEGUN) else None
    if held is None and out.has(MANIFEST):
        held = json.loads(out.read(MANIFEST))["options"]
    if held is None and out.names():
        raise BadArgument(f"{out.address} holds something else: choose a folder of its own with --out")
    if held is not None and not resume:
        raise BadArgument(f"{out.address} holds a run already: go on with it with --resume, or choose another --out")
    if held not in (None, mine):
        raise BadArgument(
            f"{out.address} was begun with other inputs, settings or version (files may have come, gone or changed): "
            "run it as it was begun, or choose another --out"
        )
    if held is None:
        work.write(BEGUN, json.dumps({"options": mine}).encode())


def _clean(
    every: list[Split], options: BatchOptions, work: Folder, engine: Engine, summary: Summary, told: Told
) -> list[str]:
    """The names of all chunks, in order."""
    done = {name.removesuffix(".parquet") for name in work.below("clean").names()}
    ended = {name.removesuffix(".json") for name in work.below("splits").names()}
    held: dict[int, list[str]] = {split.number: [] for split in every}
    for name in sorted(done):
        held[int(name.partition("-")[0])].append(name)
        summary.counts["records"] += cleaned_of(name, work).rows
        summary.resumed += 1
    todo = [split for split in every if _split_name(split) not in ended]
    for split, cleaned in engine.clean(todo, done, options, work):
        if cleaned is None:
            work.write(f"splits/{_split_name(split)}.json", b"{}")
            continue
        held[split.number].append(cleaned.name)
        summary.counts["records"] += cleaned.rows
        summary.worked["clean"] += cleaned.seconds
        told("clean", sum(map(len, held.values())), None, summary.counts)
    return [name for number in sorted(held) for name in sorted(held[number])]


def _split_name(split: Split) -> str:
    return chunk_name(split, 0).partition("-")[0]


def _copies(names: list[str], options: BatchOptions, work: Folder) -> dict[str, list[Twin]]:
    """The copies by chunk, told once and kept."""
    if work.has("copies.json"):
        held = json.loads(work.read("copies.json"))
        return {name: [Twin(**one) for one in found] for name, found in held.items()}
    found = twins(names, work, options.near)
    plain = {name: [asdict(one) for one in held] for name, held in found.items()}
    work.write("copies.json", json.dumps(plain).encode())
    return found


def _read(
    names: list[str],
    copies: dict[str, list[Twin]],
    options: BatchOptions,
    work: Folder,
    engine: Engine,
    summary: Summary,
    told: Told,
) -> None:
    done = [name.removesuffix(".json") for name in work.below("read/counts").names()]
    for name in done:
        summary.counts.update(json.loads(work.read(f"read/counts/{name}.json")))
    summary.resumed += len(done)
    left = sorted(set(names) - set(done))
    tasks = [Task(name=name, twins=tuple(copies.get(name, ()))) for name in left]
    told("read", len(done), len(names), summary.counts)
    for number, made in enumerate(engine.read(tasks, options, work), start=len(done) + 1):
        summary.counts.update(made.counts)
        summary.worked["read"] += made.seconds
        told("read", number, len(names), summary.counts)
