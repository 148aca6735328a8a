"""The second stage: which of all the texts of a run are copies of one before, so that they need not be read.

Signatures are those that the record tells copies by (MinHash over runs of five words, in bands: ``facts/copies.py``),
but more must be alike: an update with a new toll is read. One column of band keys is sorted at a
time, so that ten million texts take 5 GB of disk and a few gigabytes of memory.
"""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.batch.folder import Folder
from dateline.batch.parquet import from_parquet
from dateline.facts.signatures import BANDS, HASHES

NEIGHBOURS = 3
"""A text is compared with the first of its band and with so many just before it."""
PREFIX = np.uint64(1099511628211)
COLUMNS = ("stage", "report_id", "words", "shingles", "hashes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """A report that is not read, since another says the same. ``row``: in its chunk, from 0."""

    row: int
    of: str
    """The id of the first report."""
    similarity: float
    exact: bool
    """Whether the bytes are the same."""


@dataclass(frozen=True, slots=True)
class _Texts:
    """All texts of a run, in order. ``hashes``: N × 128, uint32, on disk."""

    ids: list[str]
    words: list[str]
    shingles: NDArray[np.int32]
    hashes: NDArray[np.uint32]
    places: list[tuple[str, int]]
    """Chunk and row of each."""


def twins(names: Iterable[str], work: Folder, near: float) -> dict[str, list[Twin]]:
    """The copies in each chunk that holds any. ``near``: least estimated Jaccard similarity of copies.

    The first in the order of the inputs is the one that is read; what resembles only a copy is no copy.
    """
    with tempfile.TemporaryFile() as file:
        texts = _texts(list(names), work, file)
        found: dict[str, list[Twin]] = {}
        for place, twin in _told(texts, near):
            chunk, row = texts.places[place]
            of, similarity, exact = twin
            found.setdefault(chunk, []).append(Twin(row=row, of=texts.ids[of], similarity=similarity, exact=exact))
    return found


def _texts(names: list[str], work: Folder, file: object) -> _Texts:
    ids: list[str] = []
    words: list[str] = []
    shingles: list[int] = []
    places: list[tuple[str, int]] = []
    for name in names:
        table = from_parquet(work.read(f"clean/{name}.parquet"), columns=COLUMNS)
        for row, line in enumerate(table.to_pylist()):
            if line["stage"] is None:
                ids.append(line["report_id"])
                words.append(line["words"])
                shingles.append(line["shingles"])
                places.append((name, row))
                file.write(line["hashes"])  # type: ignore[attr-defined]
    file.flush()  # type: ignore[attr-defined]
    shape = (len(ids), HASHES)
    hashes = np.memmap(file, np.uint32, "r", shape=shape) if ids else np.zeros(shape, np.uint32)  # type: ignore[call-overload]
    return _Texts(ids, words, np.array(shingles, np.int32), hashes, places)


def _told(texts: _Texts, near: float) -> Iterator[tuple[int, tuple[int, float, bool]]]:
    """Each text that is a copy, with what it is a copy of, in order."""
    by_id: dict[str, int] = {}
    by_words: dict[str, int] = {}
    candidates = _candidates(texts)
    copies: set[int] = set()
    for place, (identifier, words) in enumerate(zip(texts.ids, texts.words, strict=True)):
        first, said = by_id.setdefault(identifier, place), by_words.setdefault(words, place)
        if first != place:
            yield place, (first, 1.0, True)
            copies.add(place)
        elif said != place:
            yield place, (said, 1.0, False)
            copies.add(place)
        elif (nearest := _nearest(texts, place, candidates.get(place, ()), copies, near)) is not None:
            yield place, (*nearest, False)
            copies.add(place)


def _nearest(
    texts: _Texts, place: int, others: Iterable[int], copies: set[int], near: float
) -> tuple[int, float] | None:
    """The most similar of the texts before it that are read; of those alike the first."""
    best: tuple[float, int] | None = None
    for other in sorted(set(others) - copies):
        similarity = float(np.mean(texts.hashes[place] == texts.hashes[other]))
        if similarity >= near and (best is None or similarity > best[0]):
            best = similarity, other
    return (best[1], best[0]) if best else None


def _candidates(texts: _Texts) -> dict[int, list[int]]:
    """For each text the texts before it to compare it with: those that share a band."""
    found: dict[int, list[int]] = {}
    size = HASHES // BANDS
    told = texts.shingles > 0
    for band in range(BANDS):
        columns = texts.hashes[:, band * size : (band + 1) * size].astype(np.uint64)
        keys = np.zeros(len(columns), np.uint64)
        for column in range(size):
            keys = (keys ^ columns[:, column]) * PREFIX
        order = np.lexsort((np.arange(len(keys)), keys))
        order = order[told[order]]
        for run in _runs(order, keys):
            for position in range(1, len(run)):
                before = run[max(1, position - NEIGHBOURS) : position]
                found.setdefault(int(run[position]), []).extend({int(run[0]), *map(int, before)})
    return found


def _runs(order: NDArray[np.int64], keys: NDArray[np.uint64]) -> Iterator[NDArray[np.int64]]:
    """Stretches of texts with one key, of two and more."""
    if len(order) < 2:
        return
    ends = np.flatnonzero(np.diff(keys[order])) + 1
    starts, stops = np.concatenate([[0], ends]), np.concatenate([ends, [len(order)]])
    for start, stop in zip(starts, stops, strict=True):
        if stop - start > 1:
            yield order[start:stop]
