"""Fit the weights by which attribution candidates are judged, and write them where the package looks for them.

    python training/attribution_weights.py polnear.train.jsonl

The input is JSON lines in the format of PolNeAR as Dateline's evaluation pack gives it: ``text`` and ``attributions``
with ``source``, ``cue`` and ``content`` spans (code points). Only figures and lemmas of cue words leave the training
texts. Needs scipy, which the package itself does not.
"""

import argparse
import bisect
import csv
import json
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import scipy.optimize
import scipy.sparse
import spacy

import dateline.read.components  # noqa: F401 - makes the components known to spaCy
from dateline.languages.load import FOLDER
from dateline.read.attributions.find import find_candidates, page_of
from dateline.read.attributions.judge import features
from dateline.read.attributions.lexicon import lexicon
from dateline.read.attributions.pieces import offsets
from dateline.read.language import DEFAULT_MODEL

logger = logging.getLogger(__name__)

L2 = 8.0
"""Strength of the penalty on squared weights; best of 1 to 16 in cross-validation on the training texts."""
RARE = 3
"""Features seen less often are left out."""
SMALL = 0.02
"""Weights nearer to zero than this are not written."""
MATCH = 0.5
"""A candidate is right when its content shares this part of its words (Jaccard) with one marked for its cue."""

Example = tuple[list[str], bool]


def examples(path: Path, model: str = DEFAULT_MODEL) -> Iterator[Example]:
    """Features and verdict of every candidate in the training texts."""
    nlp = spacy.load(model, disable=["ner"])
    nlp.add_pipe("dateline_frame", first=True)
    nlp.add_pipe("dateline_parse", after="parser")
    words = lexicon()
    with path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    docs = nlp.pipe((record["text"].replace("\xa0", " ") for record in records), batch_size=8)
    for record, doc in zip(records, docs, strict=True):
        page = page_of(doc, words)
        numbers = WordNumbers(record["text"])
        gold = [(numbers.of(item["content"]), numbers.of(item["cue"])) for item in record["attributions"]]
        for candidate in find_candidates(page):
            cue = numbers.of([(page.tree.start[candidate.cue_head], page.tree.end[candidate.cue_head])])
            content = numbers.of(offsets(page.tree, candidate.content))
            best = max((jaccard(content, marked) for marked, marked_cue in gold if cue & marked_cue), default=0.0)
            yield features(page, candidate), best >= MATCH


class WordNumbers:
    """Numbers the words of a text as the scorer does."""

    def __init__(self, text: str) -> None:
        spans = [found.span() for found in re.finditer(r"\w+|[^\w\s]", text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]

    def of(self, spans: Iterable[Iterable[int]]) -> set[int]:
        """The numbers of the words that overlap any of the spans."""
        return {
            number
            for start, end in spans
            for number in range(bisect.bisect_right(self.ends, start), bisect.bisect_left(self.starts, end))
        }


def jaccard(first: set[int], second: set[int]) -> float:
    return len(first & second) / len(first | second) if first or second else 0.0


def fit(rows: list[Example], l2: float = L2) -> dict[str, float]:
    """Logistic regression with a penalty on squared weights."""
    counts = Counter(name for names, _ in rows for name in set(names))
    columns = {
        name: number for number, name in enumerate(sorted(name for name, count in counts.items() if count >= RARE))
    }
    present = [sorted({columns[name] for name in names if name in columns}) for names, _ in rows]
    bounds = np.cumsum([0, *map(len, present)])
    flat = np.concatenate([np.array(row, dtype=np.int64) for row in present])
    matrix = scipy.sparse.csr_matrix((np.ones(len(flat)), flat, bounds), shape=(len(rows), len(columns)))
    right = np.array([verdict for _, verdict in rows], dtype=float)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = matrix @ weights
        value = np.sum(np.logaddexp(0, margin) - right * margin) + 0.5 * l2 * weights @ weights
        return float(value), matrix.T @ (1 / (1 + np.exp(-margin)) - right) + l2 * weights

    found = scipy.optimize.minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {name: float(found.x[number]) for name, number in columns.items()}


def write(weights: dict[str, float], path: Path) -> int:
    """Write the weights that matter, sorted by name; returns how many."""
    kept = {name: value for name, value in sorted(weights.items()) if abs(value) >= SMALL}
    with path.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows((name, f"{value:.2f}") for name, value in kept.items())
    return len(kept)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("train", type=Path, help="JSON lines with text and attributions")
    parser.add_argument("--out", type=Path, default=FOLDER / "en" / "attribution_weights.csv")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    rows = list(examples(arguments.train))
    logger.info("%d candidates, %d of them right", len(rows), sum(verdict for _, verdict in rows))
    logger.info("%d weights written to %s", write(fit(rows), arguments.out), arguments.out)


if __name__ == "__main__":
    main()
