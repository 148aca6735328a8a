"""The output of a batch, given back as readings, so that a store can take them in."""

import dataclasses
import json
from collections.abc import Iterator

from dateline.batch.extra import library
from dateline.batch.publish import manifest_of
from dateline.model.from_record import reading_of
from dateline.model.reading import Reading

ROWS = 100
COLUMNS = ("outcome", "reading", "raw")


class Loaded:
    """The ``total`` reports of a batch that were read; copies and what the gate kept out stay where they are."""

    def __init__(self, address: str) -> None:
        """Raises BadArgument for a folder that holds no finished batch."""
        self._folder, manifest = manifest_of(address)
        self._names = [file["name"] for file in manifest["files"] if file["name"].startswith("reports/")]
        self.total: int = manifest["counts"].get("read", 0)

    def readings(self) -> Iterator[list[Reading]]:
        """In handfuls, in the order of the batch."""
        for name in self._names:
            with self._folder.open(name) as file:
                found = library("pyarrow.parquet").ParquetFile(file)
                for batch in found.iter_batches(ROWS, columns=list(COLUMNS), use_threads=False):
                    rows = [row for row in batch.to_pylist() if row["outcome"] == "read"]
                    yield [_reading(row["reading"], row["raw"]) for row in rows]


def _reading(record: str, raw: bytes) -> Reading:
    reading = reading_of(json.loads(record))
    return dataclasses.replace(reading, report=dataclasses.replace(reading.report, raw=raw))
