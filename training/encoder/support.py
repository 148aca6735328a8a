"""Fit how much the encoder's word counts beside the rules' when attributions are judged.

    python -m training.encoder.support --pack FOLDER

Rules and encoder have both learned from PolNeAR's training texts and are too sure of themselves there; so the weights
are fitted on every second document of its dev part, and measured on the other half.
"""

import argparse
import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import scipy.optimize
import spacy

import dateline.read.components  # noqa: F401 - makes the components known to spaCy
from dateline.encoder.model import DESCRIPTION, FOLDER, description, load_encoder
from dateline.read.attributions.component import attribution
from dateline.read.attributions.find import find_candidates, page_of
from dateline.read.attributions.judge import chosen, features, weights
from dateline.read.attributions.lexicon import lexicon
from dateline.read.attributions.naming import people_of
from dateline.read.attributions.pieces import offsets
from dateline.read.attributions.support import Support, support_of, tagged_candidates
from dateline.read.language import DEFAULT_MODEL
from training.attribution_weights import MATCH, WordNumbers, jaccard
from training.encoder.documents import records
from training.encoder.export import write_description
from training.encoder.scored import scorer
from training.encoder.tune import f1s

logger = logging.getLogger(__name__)
NAMES = ("rules", "content", "edge", "beside", "same", "cue", "source", "no_source", "tagged", "bias")
EVEN = dict.fromkeys(NAMES, 0.0) | {"rules": 1.0}
"""The weights that leave the rules alone."""
L2 = 1.0
THRESHOLDS = (0.22, 0.24, 0.26, 0.28, 0.32, 0.36, 0.4, 0.44, 0.5)


class Page:
    """One document with the rules' candidates and what the encoder sees."""

    def __init__(self, record: dict[str, Any], doc: Any, support: Support) -> None:
        words = lexicon("en")
        self.record, self.doc, self.support = record, doc, support
        self.page = page_of(doc, words)
        self.people = people_of(doc)
        self.rules = find_candidates(self.page)
        self.candidates = self.rules + list(tagged_candidates(self.page, support))

    def rows(self, table: dict[str, float]) -> Iterator[tuple[list[float], bool]]:
        """The log-odds to be joined, and the verdict, for each candidate."""
        numbers = WordNumbers(self.record["text"])
        marked = [(numbers.of(item["content"]), numbers.of(item["cue"])) for item in self.record["attributions"]]
        tree = self.page.tree
        for candidate in self.candidates:
            cue = numbers.of([(tree.start[candidate.cue_head], tree.end[candidate.cue_head])])
            content = numbers.of(offsets(tree, candidate.content))
            best = max((jaccard(content, m) for m, marked_cue in marked if cue & marked_cue), default=0.0)
            rules = sum(table.get(name, 0.0) for name in features(self.page, candidate))
            seen = self.support.features(candidate)
            yield [rules, *(seen[name] for name in NAMES[1:-1]), 1.0], best >= MATCH

    def predicted(self, table: dict[str, float], joined: dict[str, float] | None, threshold: float) -> dict[str, Any]:
        """The attributions chosen with the weights, or by the rules alone."""
        support = replace(self.support, weights=joined) if joined else None
        kept = chosen(self.page, self.candidates if joined else self.rules, table, threshold, support)
        found = [attribution(self.page, self.people, candidate, self.doc.text) for candidate in kept]
        return {
            "docid": self.record["docid"],
            "attributions": [
                {"source": item.source, "cue": item.cue, "content": item.content} for item in found if item is not None
            ],
        }


def pages(path: Path) -> list[Page]:
    """The documents of a marked set, parsed and read by the encoder."""
    nlp = spacy.load(DEFAULT_MODEL, disable=["ner"])
    nlp.add_pipe("dateline_frame", first=True)
    nlp.add_pipe("dateline_parse", after="parser")
    encoder, found = load_encoder(), list(records(path))
    docs = nlp.pipe(record["text"].replace("\xa0", " ") for record in found)
    return [
        Page(record, doc, support_of(encoder.read(record["text"]), page_of(doc, lexicon("en")).tree, EVEN))
        for record, doc in zip(found, docs, strict=True)
    ]


def fit(rows: Sequence[tuple[list[float], bool]]) -> dict[str, float]:
    """Logistic regression that begins at the rules alone."""
    matrix, right = np.array([row for row, _ in rows]), np.array([verdict for _, verdict in rows], dtype=float)
    start = np.array([EVEN[name] for name in NAMES])

    def loss(values: np.ndarray) -> float:
        margin = matrix @ values
        return float(np.sum(np.logaddexp(0, margin) - right * margin) + L2 * np.sum((values - start) ** 2))

    found = scipy.optimize.minimize(loss, start, method="L-BFGS-B").x
    return {name: round(float(value), 3) for name, value in zip(NAMES, found, strict=True)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pack", type=Path, required=True, help="the evaluation pack")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    table, score = weights("en"), scorer(arguments.pack).score_polnear
    found = sorted(pages(arguments.pack / "data" / "polnear.dev.jsonl"), key=lambda page: page.record["docid"])
    joined = fit([row for page in found[::2] for row in page.rows(table)])
    logger.info("weights %s", json.dumps(joined))
    for name, half in (("half that was fitted on", found[::2]), ("other half", found[1::2]), ("all", found)):
        gold = {page.record["docid"]: page.record for page in half}
        for label, used in (("rules", None), ("both", joined)):
            for threshold in THRESHOLDS:
                predicted = {page.record["docid"]: page.predicted(table, used, threshold) for page in half}
                logger.info("%s, %s at %.2f: %s", name, label, threshold, json.dumps(f1s(score(gold, predicted))))
    write_description(FOLDER / DESCRIPTION, {**description(), "attribution_support": joined})


if __name__ == "__main__":
    main()
