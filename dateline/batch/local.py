"""Worker processes on this machine, each with a reader of its own, and no more chunks under way than they can hold."""

import logging
import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from dateline.batch.clean import Cleaned, clean_chunk
from dateline.batch.folder import Folder
from dateline.batch.options import BatchOptions
from dateline.batch.read import ReadChunk, Task, read_chunk
from dateline.batch.records import Chunk, chunks
from dateline.batch.splits import Split
from dateline.errors import RunStopped

logger = logging.getLogger(__name__)
Given = TypeVar("Given")
Made = TypeVar("Made")

AHEAD = 2
"""Chunks under way for each worker: one that it works on, and the next."""
MOST_BREAKS = 20
"""Deaths of workers in a row, without one chunk done, after which something else must be wrong."""


class LocalEngine:
    """``workers``: processes; None: one for each processor that this process may use."""

    name = "local"

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else [0])
        self._pool: ProcessPoolExecutor | None = None
        self._others: set[BaseProcess] = set()
        """Processes that are not its workers."""

    def clean(
        self, todo: Sequence[Split], done: Collection[str], options: BatchOptions, work: Folder
    ) -> Iterator[tuple[Split, Cleaned | None]]:
        open_chunks: Counter[Split] = Counter()
        listed: set[Split] = set()

        def given() -> Iterator[tuple[Split, Chunk]]:
            for split in todo:
                for chunk in chunks(split, options):
                    if chunk.name not in done:
                        open_chunks[split] += 1
                        yield split, chunk
                listed.add(split)

        for (split, _), cleaned in self._mapped(_cleaned, given(), (options, work)):
            open_chunks[split] -= 1
            yield split, cleaned
            for ended in [one for one in listed if not open_chunks[one]]:
                listed.remove(ended)
                yield ended, None
        for split in listed:
            yield split, None

    def read(self, tasks: Sequence[Task], options: BatchOptions, work: Folder) -> Iterator[ReadChunk]:
        for _, made in self._mapped(read_chunk, iter(tasks), (options, work)):
            yield made

    def close(self) -> None:
        """End the workers, whatever they do: a chunk is written whole or not at all."""
        if self._pool is not None:
            for worker in set(multiprocessing.active_children()) - self._others:
                worker.terminate()
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _pool_now(self) -> ProcessPoolExecutor:
        """The workers, which stay for both stages."""
        if self._pool is None:
            self._others = set(multiprocessing.active_children())
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self.workers, mp_context=context, initializer=_begin)
        return self._pool

    def _mapped(
        self, function: Callable[..., Made], given: Iterator[Given], more: tuple[Any, ...]
    ) -> Iterator[tuple[Given, Made]]:
        """Each thing given with what was made of it, as they come. What a worker died of is given again."""
        again: deque[Given] = deque()
        breaks = 0
        while True:
            under_way: dict[Future[Made], Given] = {}
            try:
                while _submitted(self._pool_now(), under_way, again, given, self.workers * AHEAD, function, more):
                    for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                        made = future.result()
                        yield under_way.pop(future), made
                        breaks = 0
            except BrokenProcessPool:
                again.extend(under_way.values())
                breaks += 1
                logger.warning("a worker died; %d chunks are tried again", len(again))
                self.close()
            else:
                return
            if breaks >= MOST_BREAKS:
                raise RunStopped(
                    f"{breaks} times in a row a worker died: is there enough memory? Take fewer --workers, then go on "
                    "with --resume"
                )


def _submitted(
    pool: ProcessPoolExecutor,
    under_way: dict[Future[Made], Given],
    again: deque[Given],
    given: Iterator[Given],
    most: int,
    function: Callable[..., Made],
    more: tuple[Any, ...],
) -> bool:
    """Give the pool as much as it may hold. Whether anything is under way; what it did not take is not lost."""
    while len(under_way) < most:
        if not again:
            again.extend(islice(given, 1))
        if not again:
            break
        under_way[pool.submit(function, again[0], *more)] = again[0]
        again.popleft()
    return bool(under_way)


def _cleaned(one: tuple[Split, Chunk], options: BatchOptions, work: Folder) -> Cleaned:
    return clean_chunk(one[1], options, work)


def _begin() -> None:
    """One thread for each worker, and an end by the one who began: Ctrl-C is the driver's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    threading.Thread(target=_end_with_driver, daemon=True).start()


def _end_with_driver() -> None:
    """End when the driver is gone, so that nobody writes into the folder of a run that was taken up again.

    The driver may be gone before this begins: what is waited for is the end of the process that began this one, not a
    change of its number.
    """
    driver = multiprocessing.parent_process()
    if driver is None:
        return
    driver.join()
    os._exit(1)
