"""A Ray cluster: Ray Data maps the two functions, and schedules, retries, spills and holds back as it does for others.

All nodes must reach the inputs and the output folder under the same addresses, as in an object store or a shared disk.
"""

import dataclasses
import json
import logging
import os
import pickle
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from dateline.batch.clean import Cleaned, clean_chunk
from dateline.batch.extra import library
from dateline.batch.folder import Folder
from dateline.batch.options import BatchOptions
from dateline.batch.read import ReadChunk, Task, read_chunk
from dateline.batch.records import chunks
from dateline.batch.splits import Split
from dateline.errors import RunStopped

LISTING_CPUS = 0.4
CLEANING_CPUS = 0.5
READING_CPUS = 0.9
"""Shares of a processor that each asks for. Less than one: on a node of one processor, readers that hold all of
it would leave none for what feeds them, and the run would wait for ever.
"""


AHEAD = 2
"""Chunks under way for each actor: one that it works on, and the next."""


class RayEngine:
    """``address``: of the cluster, as ``ray.init`` takes it; None: RAY_ADDRESS, else a cluster of this machine's own.
    ``workers``: most readers at once; None: one for each processor of the cluster.
    """

    name = "ray"

    def __init__(self, address: str | None = None, workers: int | None = None) -> None:
        # Ray's core calls it an error how Ray Data hands arguments to actors.
        os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
        self._ray, self._data = library("ray", extra="ray"), library("ray.data", extra="ray")
        if not self._ray.is_initialized():
            try:
                self._ray.init(address, log_to_driver=False, logging_level="warning", include_dashboard=False)
            except (ConnectionError, ValueError) as error:
                raise RunStopped(f"no Ray cluster answers at {address}: {error}") from error
        context = self._data.DataContext.get_current()
        context.enable_progress_bars = context.print_on_execution_start = False
        logging.getLogger("ray").setLevel(logging.ERROR)
        logging.getLogger("ray.data").setLevel(logging.ERROR)
        processors = int(self._ray.cluster_resources().get("CPU", 0))
        if processors < 1:
            raise RunStopped("the Ray cluster has no processor for readers: add a node with one")
        self.workers = min(workers or processors, processors)

    def clean(
        self, todo: Sequence[Split], done: Collection[str], options: BatchOptions, work: Folder
    ) -> Iterator[tuple[Split, Cleaned | None]]:
        if not todo:
            return
        rows = [{"split": pickle.dumps(split)} for split in todo]
        given = {"options": options, "done": frozenset(done)}
        found = (
            self._data.from_items(rows, override_num_blocks=len(rows))
            .map_batches(_chunks, batch_size=1, fn_kwargs=given, num_cpus=LISTING_CPUS)
            .map_batches(_Clean, **self._actors(options, work, CLEANING_CPUS))
        )
        by_number = {split.number: split for split in todo}
        for row in self._rows(found):
            yield by_number[int(row["split"])], Cleaned(**json.loads(row["made"]))
        for split in todo:
            yield split, None

    def read(self, tasks: Sequence[Task], options: BatchOptions, work: Folder) -> Iterator[ReadChunk]:
        if not tasks:
            return
        rows = [{"task": pickle.dumps(task)} for task in tasks]
        found = self._data.from_items(rows, override_num_blocks=len(rows)).map_batches(
            _Read, **self._actors(options, work, READING_CPUS)
        )
        for row in self._rows(found):
            yield ReadChunk(**json.loads(row["made"]))

    def close(self) -> None:
        """Leave the cluster, which stays."""
        self._ray.shutdown()

    def _actors(self, options: BatchOptions, work: Folder, cpus: float) -> dict[str, Any]:
        """How Ray maps a class: in processes that stay, since a task's process is ended when it idles for a second."""
        return {
            "batch_size": 1,
            "fn_constructor_kwargs": {"options": options, "work": work},
            "compute": self._data.ActorPoolStrategy(
                min_size=1, max_size=self.workers, initial_size=self.workers, max_tasks_in_flight_per_actor=AHEAD
            ),
            "num_cpus": cpus,
        }

    def _rows(self, found: Any) -> Iterator[dict[str, Any]]:
        try:
            yield from found.iter_rows()
        except self._ray.exceptions.RayError as error:
            raise RunStopped(
                f"the Ray cluster gave up: {' '.join(str(error).split())[:300]}. What was done is kept: "
                "go on with --resume"
            ) from error


def _chunks(rows: dict[str, Any], options: BatchOptions, done: frozenset[str]) -> Iterator[dict[str, list[Any]]]:
    """The chunks of a split, one at a time."""
    for packed in rows["split"]:
        split: Split = pickle.loads(packed)
        for chunk in chunks(split, options):
            if chunk.name not in done:
                yield {"split": [split.number], "chunk": [pickle.dumps(chunk)]}


class _Clean:
    """An actor that cleans."""

    def __init__(self, options: BatchOptions, work: Folder) -> None:
        self._options, self._work = options, work

    def __call__(self, rows: dict[str, Any]) -> dict[str, list[Any]]:
        made = [clean_chunk(pickle.loads(packed), self._options, self._work) for packed in rows["chunk"]]
        return {"split": list(rows["split"]), "made": [json.dumps(dataclasses.asdict(one)) for one in made]}


class _Read:
    """An actor with a reader of its own."""

    def __init__(self, options: BatchOptions, work: Folder) -> None:
        self._options, self._work = options, work

    def __call__(self, rows: dict[str, Any]) -> dict[str, list[Any]]:
        tasks = [pickle.loads(packed) for packed in rows["task"]]
        made = [read_chunk(task, self._options, self._work) for task in tasks]
        return {"made": [json.dumps(dataclasses.asdict(one)) for one in made]}
