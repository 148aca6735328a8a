"""What a batch reads, listed: containers of many records one by one, and small files in handfuls."""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

from dateline.batch.extra import library
from dateline.errors import BadArgument, RunStopped
from dateline.ingest.sources import expand

Kind = Literal["warc", "wacz", "jsonl", "csv", "parquet", "files"]
SUFFIXES: dict[str, Kind] = {
    ".warc": "warc",
    ".warc.gz": "warc",
    ".warc.zst": "warc",
    ".wacz": "wacz",
    ".jsonl": "jsonl",
    ".jsonl.gz": "jsonl",
    ".ndjson": "jsonl",
    ".ndjson.gz": "jsonl",
    ".csv": "csv",
    ".csv.gz": "csv",
    ".tsv": "csv",
    ".tsv.gz": "csv",
    ".parquet": "parquet",
}
"""What a file holds, by the end of its name. All others are single reports, or what ``dateline add`` takes for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A container, or some single files, numbered in the order of the inputs."""

    number: int
    kind: Kind
    paths: tuple[str, ...]


def splits(inputs: Sequence[str], handful: int) -> list[Split]:
    """The splits of some inputs: paths, folders, patterns, addresses of object stores.

    ``handful``: most small files in one. Folders stand for their files, sorted. Raises BadArgument for an input that
    stands for nothing.
    """
    found: list[Split] = []
    paths = [path for given in inputs for path in _files(given)]
    for kind, group in groupby(paths, key=kind_of):
        held = list(group)
        size = handful if kind == "files" else 1
        for start in range(0, len(held), size):
            found.append(Split(number=len(found), kind=kind, paths=tuple(held[start : start + size])))
    return found


def needed(every: Sequence[Split]) -> list[str]:
    """The optional libraries that reading the splits takes."""
    return ["pyarrow", *(["fastwarc"] if any(split.kind in ("warc", "wacz") for split in every) else [])]


def sized(paths: Sequence[str]) -> list[str]:
    """The paths, each with the bytes that its file has, so that a file that was changed is found out."""
    return [f"{path} {size_of(path)}" for path in paths]


def size_of(path: str) -> int | None:
    """The bytes that a file has; None where that cannot be asked: reading it says why."""
    try:
        files, place = library("fsspec").core.url_to_fs(path)
        size: int | None = files.size(place)
    except (OSError, ValueError, ImportError):
        return None
    return size


def kind_of(path: str) -> Kind:
    """What a file is taken to hold."""
    name = path.lower()
    return next((kind for suffix, kind in SUFFIXES.items() if name.endswith(suffix)), "files")


def _files(given: str) -> Iterator[str]:
    if "://" not in given:
        paths = expand([given])
        if paths == [given] and not Path(given).is_file():
            raise BadArgument(f"{given} holds no files: check the name")
        yield from paths
        return
    if given.lower().startswith(("http://", "https://")) and kind_of(given) == "files":
        raise BadArgument(f"{given} is a page: `dateline add` reads it. A batch takes archives, tables and folders")
    try:
        files, root = library("fsspec").core.url_to_fs(given)
    except ValueError as error:
        raise BadArgument(f"{given} cannot be read: {error}") from error
    except ImportError as error:
        raise RunStopped(f"{given} cannot be read: {error}") from error
    paths = sorted(files.glob(root)) if any(sign in root for sign in "*?[") else [root]
    below = [name for path in paths for name in (sorted(files.find(path)) if files.isdir(path) else [path])]
    shown = [name for name in below if not posixpath.basename(name).startswith(".")]
    if not shown:
        raise BadArgument(f"{given} holds no files")
    yield from (files.unstrip_protocol(name) for name in shown)
