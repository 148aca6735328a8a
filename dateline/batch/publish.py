"""The last step: the rows of many chunks become the files that are handed on, and a manifest says what they hold."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from dateline import __version__
from dateline.batch import schema
from dateline.batch.extra import library
from dateline.batch.folder import Folder
from dateline.batch.options import BatchOptions
from dateline.batch.parquet import from_parquet
from dateline.errors import BadArgument
from dateline.readers import reader_for

MANIFEST = "manifest.json"
BEGUN = "run.json"
"""In the work folder: the fingerprint of what the run was begun with."""
FAILED = ("record", "clean", "read")
"""Stages that a record should get through; copies and other languages are left out on purpose."""
FORM = 1
"""Of the manifest and the tables. Columns may be added; none is renamed or dropped without another number."""


def manifest_of(address: str) -> tuple[Folder, dict[str, Any]]:
    """The folder of a finished batch and its manifest. Raises BadArgument for another."""
    folder = Folder(address)
    if not folder.has(MANIFEST):
        raise BadArgument(f"{address} holds no finished batch: see `dateline batch`, and its --resume")
    try:
        manifest = json.loads(folder.read(MANIFEST))
        return folder, {**manifest, "files": list(manifest["files"]), "counts": dict(manifest["counts"])}
    except (ValueError, TypeError, KeyError) as error:
        raise BadArgument(f"{address}/{MANIFEST} is not what `dateline batch` writes: run the batch anew") from error


def reasons(folder: Folder, most: int = 3) -> list[tuple[str, int]]:
    """Why most records of a finished batch were skipped that ought to have been read, with their numbers."""
    found: Counter[str] = Counter()
    for file in json.loads(folder.read(MANIFEST))["files"]:
        if file["name"].startswith("skipped/"):
            for row in from_parquet(folder.read(file["name"]), columns=["stage", "reason"]).to_pylist():
                found[row["reason"]] += row["stage"] in FAILED
    return [(reason, number) for reason, number in found.most_common(most) if number]


def publish(names: Sequence[str], options: BatchOptions, work: Folder, out: Folder) -> None:
    """Write ``TABLE/part-NUMBER.parquet`` and the manifest; may be done again. Raises RunStopped without room."""
    files = [file for table in schema.TABLES for file in _table(table, names, options, work, out)]
    counts: Counter[str] = Counter()
    for name in names:
        counts.update(json.loads(work.read(f"read/counts/{name}.json")))
    manifest = {
        "form": FORM,
        "dateline": __version__,
        "reader": reader_for(options.settings).version,
        "options": json.loads(work.read(BEGUN))["options"],
        "settings": options.as_record(),
        "counts": dict(sorted(counts.items())),
        "files": files,
    }
    out.write(MANIFEST, (json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode())


def _table(
    table: str, names: Sequence[str], options: BatchOptions, work: Folder, out: Folder
) -> Iterator[dict[str, Any]]:
    """Write the files of one table. A table without rows has one file that says so by its columns."""
    parquet = library("pyarrow.parquet")
    for number, start in enumerate(range(0, max(1, len(names)), options.part)):
        name, rows = f"{table}/part-{number:05}.parquet", 0
        with out.writing(name) as file:
            writer = parquet.ParquetWriter(file, schema.output(table), compression="zstd")
            with writer:
                for chunk in names[start : start + options.part]:
                    held = from_parquet(work.read(f"read/{table}/{chunk}.parquet"))
                    if held.num_rows:
                        writer.write_table(held.cast(schema.output(table)))
                    rows += held.num_rows
        digest = hashlib.sha256(out.read(name)).hexdigest()
        yield {"name": name, "rows": rows, "sha256": digest}
