"""Fit the weights by which names are judged to be places or not, and write them where the package looks for them.

    python training/place_weights.py geo.dev.jsonl            # fit on all and write
    python training/place_weights.py geo.dev.jsonl --check    # fit on the even lines, tell how well it does on the odd

The input is JSON lines with ``text`` and ``toponyms`` (``start`` and ``end`` in code points), as Dateline's evaluation
pack gives LGL and GeoVirus. A third of the texts is read again in small letters, in capitals and with a Capital On
Each Word, for text of one case. Only figures leave the training texts: every feature is a word of Dateline's own lists
or of the parser. Needs scipy, which the package itself does not.
"""

import argparse
import csv
import json
import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import scipy.optimize
import scipy.sparse

from benchmarks.cases import CASES
from dateline import Reader
from dateline.gazetteer import load_gazetteer
from dateline.ingest import report_from_text
from dateline.languages.load import FOLDER
from dateline.read.places.adjectives import adjectives
from dateline.read.places.component import country_cues
from dateline.read.places.cues import Cues, load_cues
from dateline.read.places.find import Finder, Name
from dateline.read.places.judge import Judge
from dateline.read.places.settle import features_in_context, in_company
from dateline.read.places.words import Words

logger = logging.getLogger(__name__)

L2 = 2.0
"""Strength of the penalty on squared weights; 1 to 8 do alike on the odd lines."""
RARE = 5
"""Features seen less often are left out."""
SMALL = 0.02
"""Weights nearer to zero than this are not written."""

Example = tuple[list[str], bool]
Scored = tuple[list[str], bool, float]


def texts(records: list[dict], case: str) -> Iterator[tuple[Words, dict]]:
    """Each record with its words as they stand in a case."""
    reader = Reader()
    language = reader.language
    later = [name for name in language.pipe_names if name.startswith("dateline_") and name != "dateline_frame"]
    with language.select_pipes(disable=later):
        reports = (report_from_text(CASES[case](record["text"]), source=record["docid"]) for record in records)
        for record, doc in zip(records, language.pipe(map(reader.prepare, reports), batch_size=16), strict=True):
            yield Words.of_doc(doc), record


def alone(words: Words, record: dict, finder: Finder, cues: Cues) -> Iterator[Example]:
    """Features and verdict of every name that the finder sees, each by itself."""
    judge = Judge(words, cues)
    for name, company, _, _ in in_company(words, finder, cues):
        yield judge.features(name, company), _is_marked(name, record)


def in_context(words: Words, record: dict, finder: Finder, cues: Cues) -> Iterator[Scored]:
    """What the rest of the text adds, on top of the score of each name by itself."""
    spoken_of = country_cues(words, [country for _, _, country in adjectives(words)], cues)
    for name, score, features in features_in_context(words, finder, cues, spoken_of):
        yield features, _is_marked(name, record), score


def _is_marked(name: Name, record: dict) -> bool:
    return any(name.start < mark["end"] and mark["start"] < name.end for mark in record["toponyms"])


def fit_both(read: list[tuple[Words, dict]], finder: Finder, cues: Cues) -> dict[str, float]:
    """The weights of names by themselves, then those of what the rest of the text adds."""
    first = fit([row for words, record in read for row in alone(words, record, finder, cues)])
    cues = replace(cues, weights=first)
    second = fit_offset([row for words, record in read for row in in_context(words, record, finder, cues)])
    return {**first, **second}


def fit(rows: list[Example], l2: float = L2) -> dict[str, float]:
    """Logistic regression with a penalty on squared weights."""
    return fit_offset([(names, right, 0.0) for names, right in rows], l2)


def fit_offset(rows: list[Scored], l2: float = L2) -> dict[str, float]:
    """The same on top of scores that stay as they are."""
    counts = Counter(name for names, _, _ in rows for name in set(names))
    columns = {name: at for at, name in enumerate(sorted(name for name, count in counts.items() if count >= RARE))}
    present = [sorted({columns[name] for name in names if name in columns}) for names, _, _ in rows]
    bounds = np.cumsum([0, *map(len, present)])
    flat = np.concatenate([np.array(row, dtype=np.int64) for row in present])
    matrix = scipy.sparse.csr_matrix((np.ones(len(flat)), flat, bounds), shape=(len(rows), len(columns)))
    right = np.array([verdict for _, verdict, _ in rows], dtype=float)
    offset = np.array([score for _, _, score in rows])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = matrix @ weights + offset
        value = np.sum(np.logaddexp(0, margin) - right * margin) + 0.5 * l2 * weights @ weights
        return float(value), matrix.T @ (1 / (1 + np.exp(-margin)) - right) + l2 * weights

    found = scipy.optimize.minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {name: float(found.x[at]) for name, at in columns.items()}


def quality(read: list[tuple[Words, dict]], finder: Finder, cues: Cues) -> dict[str, float]:
    """Precision, recall and F1 of the verdicts on the names that the finder sees."""
    hits = said = 0
    for words, record in read:
        for features, right, score in in_context(words, record, finder, cues):
            if score + sum(cues.weights.get(name, 0.0) for name in features) >= 0.0:
                said += 1
                hits += right
    marked = sum(right for words, record in read for _, right in alone(words, record, finder, cues))
    precision, recall = hits / max(1, said), hits / max(1, marked)
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / max(1e-9, precision + recall)}


def write(weights: dict[str, float], path: Path) -> int:
    """Write the weights that matter, sorted by name; returns how many."""
    kept = {name: value for name, value in sorted(weights.items()) if abs(value) >= SMALL}
    with path.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows((name, f"{value:.2f}") for name, value in kept.items())
    return len(kept)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("train", type=Path, help="JSON lines with text and toponyms")
    parser.add_argument("--out", type=Path, default=FOLDER / "en" / "place_weights.csv")
    parser.add_argument("--check", action="store_true", help="fit on even lines, measure on odd lines, write nothing")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    with arguments.train.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    read = {case: list(texts(records[:: 1 if case == "as printed" else 3], case)) for case in CASES}
    cues = load_cues()
    finder = Finder(load_gazetteer(), cues)
    if arguments.check:
        weights = fit_both([one for part in read.values() for one in part[::2]], finder, cues)
        for case, part in read.items():
            logger.info("%s: %s", case, quality(part[1::2], finder, replace(cues, weights=weights)))
        return
    weights = fit_both([one for part in read.values() for one in part], finder, cues)
    logger.info("%d weights written to %s", write(weights, arguments.out), arguments.out)


if __name__ == "__main__":
    main()
