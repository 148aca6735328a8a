"""What maps the two functions over chunks."""

from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

from dateline.batch.clean import Cleaned
from dateline.batch.folder import Folder
from dateline.batch.options import BatchOptions
from dateline.batch.read import ReadChunk, Task
from dateline.batch.splits import Split


class Engine(Protocol):
    """One machine or many. Results come in any order; a chunk that fails is tried again, then the run is stopped."""

    name: str

    def clean(
        self, todo: Sequence[Split], done: Collection[str], options: BatchOptions, work: Folder
    ) -> Iterator[tuple[Split, Cleaned | None]]:
        """Clean the chunks of splits that are not in ``done``; after the last of a split None. Raises RunStopped."""

    def read(self, tasks: Sequence[Task], options: BatchOptions, work: Folder) -> Iterator[ReadChunk]:
        """Read chunks. Raises RunStopped."""

    def close(self) -> None:
        """Give back what the engine holds."""
