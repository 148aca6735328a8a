"""Fit the confidence of claims on annotated reports, and measure whether it keeps what it promises.

``python -m benchmarks.calibration --fit`` prints the weights of ``dateline/languages/en/confidence.yaml``: by the
patterns alone, fitted on the sets to work with (``ALONE``), and beside the network for claims, fitted on those of them
from which it has not learned (``BESIDE``). Without ``--fit`` it writes the reliability table
``benchmarks/out/calibration.json``: for claims in bins of confidence, how many were right.
"""

import argparse
import json
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.own_reports import gold_sets
from benchmarks.tasks import PREDICTORS, Question
from dateline import Reader
from dateline.claims.confidence import features_of
from dateline.evaluate.claims import match_claims
from dateline.ingest import report_from_text
from dateline.model.days import parse_day

OUT = Path(__file__).parent / "out" / "calibration.json"
ALONE = ("examples", "dev", "more", "many")
BESIDE = ("examples", "dev", "more", "aside", "later")
BINS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
PENALTY = 2.0
"""Strength of the ridge that keeps weights of rare features small."""
ROUNDS = 50
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that was made of an annotated report, and whether type, subject and object were right."""

    features: Mapping[str, float]
    confidence: float
    right: bool


def judged(document: dict[str, Any], reader: Reader) -> Iterator[Judged]:
    """Each claim of one annotated report. Claims that match an optional one count as right."""
    published = parse_day(document["published"]) if document.get("published") else None
    question = Question(id=document["id"], text=document["text"], published=published)
    reading = reader.read(report_from_text(question.text, published=published, source=question.id))
    predicted = PREDICTORS["gold"](question, reading)["claims"]
    if len(predicted) != len(reading.claims):
        raise ValueError(f"{document['id']}: {len(predicted)} predictions of {len(reading.claims)} claims")
    right = {
        match.predicted
        for match in match_claims(document, predicted)
        if match.gold.get("optional") or (match.verdicts["subject"] and match.verdicts["object"])
    }
    for index, claim in enumerate(reading.claims):
        yield Judged(features_of(claim, claim.reason.split()[1]), claim.confidence, index in right)


def unbarred() -> Reader:
    """A reader that tells claims however unlikely the network for claims makes them."""
    from dateline.encoder.model import FOLDER, description

    description(FOLDER)["claims"].update(kept=0.0)
    return Reader()


def fit(claims: Sequence[Judged]) -> dict[str, float]:
    """Weights of a logistic model, by Newton's method with a ridge; the bias is not held small."""
    names = sorted({name for claim in claims for name in claim.features})
    x = np.array([[claim.features.get(name, 0.0) for name in names] for claim in claims])
    y = np.array([float(claim.right) for claim in claims])
    ridge = np.diag([0.01 if name == "bias" else PENALTY for name in names])
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (y - p) - ridge @ weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + ridge
        weights = weights + np.linalg.solve(hessian, gradient)
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def reliability(claims: Sequence[Judged]) -> dict[str, Any]:
    """Bins of confidence with the share that was right, and the mean gap between the two, weighted by size."""
    bins = [_bin(low, high, claims) for low, high in pairwise(BINS)]
    filled = [item for item in bins if item["claims"]]
    gap = sum(item["claims"] * abs(item["right"] - item["promised"]) for item in filled) / max(len(claims), 1)
    return {"claims": len(claims), "calibration_error": round(gap, 4), "bins": filled}


def _bin(low: float, high: float, claims: Iterable[Judged]) -> dict[str, Any]:
    inside = [claim for claim in claims if low <= claim.confidence < high or claim.confidence == high == 1.0]
    n = max(len(inside), 1)
    return {
        "from": low,
        "to": high,
        "claims": len(inside),
        "promised": round(sum(claim.confidence for claim in inside) / n, 3),
        "right": round(sum(claim.right for claim in inside) / n, 3),
    }


def table(reader: Reader) -> dict[str, Any]:
    """The reliability of each set of annotated reports."""
    sets = {
        name: [claim for document in gold for claim in judged(document, reader)] for name, gold in gold_sets().items()
    }
    return {"fitted_on": BESIDE, "sets": {name: reliability(claims) for name, claims in sets.items()}}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print weights, or write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", action="store_true", help="print the weights instead of writing the table")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if options.fit:
        sets = gold_sets()
        for kind, names, reader in (("alone", ALONE, Reader(encoder=False)), ("beside", BESIDE, unbarred())):
            weights = fit([claim for name in names for document in sets[name] for claim in judged(document, reader)])
            log.info("%s:\n%s", kind, "\n".join(f'  "{name}": {weight}' for name, weight in weights.items()))
        return
    reader = Reader()
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(table(reader), indent=1) + "\n", encoding="utf-8")
    log.info("wrote %s", OUT.name)


if __name__ == "__main__":
    main()
