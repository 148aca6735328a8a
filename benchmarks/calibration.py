"""Fit the confidence of claims on annotated reports, and measure whether it keeps what it promises.

``python -m benchmarks.calibration --fit`` prints the weights of ``dateline/languages/en/confidence.yaml``, fitted on
the sets to work with (``FITTED_ON``). Without ``--fit`` it writes the reliability table
``benchmarks/out/calibration.json``: for claims in bins of confidence, how many were right.
"""

import argparse
import json
import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.own_reports import gold_sets
from benchmarks.tasks import PREDICTORS, Question
from dateline import Reader
from dateline.claims.confidence import features_of
from dateline.encoder.scores import EncoderScores
from dateline.evaluate.claims import match_claims
from dateline.ingest import report_from_text
from dateline.model import Claim, Report
from dateline.model.days import parse_day

OUT = Path(__file__).parent / "out" / "calibration.json"
FITTED_ON = {"rules": ("examples", "dev", "more", "many"), "with_encoder": ("dev", "more")}
"""By section of the weights. The encoder has learned from ``many``."""
BINS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
PENALTY = 2.0
"""Strength of the ridge that keeps weights of rare features small."""
ROUNDS = 50
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that was made of an annotated report, and whether type, subject and object were right."""

    features: frozenset[str]
    confidence: float
    right: bool


def judged(document: dict[str, Any], reader: Reader) -> Iterator[Judged]:
    """Each claim of one annotated report. Claims that match an optional one count as right."""
    published = parse_day(document["published"]) if document.get("published") else None
    question = Question(id=document["id"], text=document["text"], published=published)
    report = report_from_text(question.text, published=published, source=question.id)
    reading = reader.read(report)
    predicted = PREDICTORS["gold"](question, reading)["claims"]
    if len(predicted) != len(reading.claims):
        raise ValueError(f"{document['id']}: {len(predicted)} predictions of {len(reading.claims)} claims")
    right = {
        match.predicted
        for match in match_claims(document, predicted)
        if match.gold.get("optional") or (match.verdicts["subject"] and match.verdicts["object"])
    }
    for index, claim in enumerate(reading.claims):
        features = features_of(claim, _part_of_speech(claim), _scores(report, reader))
        yield Judged(features, claim.confidence, index in right)


def _part_of_speech(claim: Claim) -> str:
    """That of the word that states a claim, as its reason names it: "The verb 'fled' states RETREAT"."""
    found = re.search(r"\b(verb|noun|role|adjective) '", claim.reason)
    return found[1] if found else ""


def _scores(report: Report, reader: Reader) -> EncoderScores | None:
    """What the encoder answers about a report; None for a reader without one."""
    if "dateline_encoder" not in reader.language.pipe_names:
        return None
    doc = reader.language.get_pipe("dateline_encoder")(reader.prepare(report))
    scores: EncoderScores | None = doc._.dateline_encoder
    return scores


def fit(claims: Sequence[Judged]) -> dict[str, float]:
    """Weights of a logistic model, by Newton's method with a ridge; the bias is not held small."""
    names = sorted({name for claim in claims for name in claim.features})
    x = np.array([[float(name in claim.features) for name in names] for claim in claims])
    y = np.array([float(claim.right) for claim in claims])
    ridge = np.diag([0.01 if name == "bias" else PENALTY for name in names])
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (y - p) - ridge @ weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + ridge
        weights = weights + np.linalg.solve(hessian, gradient)
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def fitted(sets: Iterable[str], reader: Reader) -> dict[str, float]:
    """The weights for the claims that a reader makes of sets of annotated reports."""
    gold = gold_sets()
    return fit([claim for name in sets for document in gold[name] for claim in judged(document, reader)])


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
    return {"fitted_on": FITTED_ON, "sets": {name: reliability(claims) for name, claims in sets.items()}}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print weights, or write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", action="store_true", help="print the weights instead of writing the table")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if options.fit:
        for section, sets in FITTED_ON.items():
            weights = fitted(sets, Reader(encoder=section == "with_encoder"))
            log.info("%s:\n%s", section, "\n".join(f'  "{name}": {weight}' for name, weight in weights.items()))
        return
    reader = Reader()
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(table(reader), indent=1) + "\n", encoding="utf-8")
    log.info("wrote %s", OUT.name)


if __name__ == "__main__":
    main()
