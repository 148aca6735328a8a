"""Score the reports that ship with Dateline: ``examples/`` and ``benchmarks/reports/``."""

import json
from pathlib import Path
from typing import Any

from benchmarks.tasks import PREDICTORS, Question
from dateline import Reader
from dateline.claims.confidence import EVEN
from dateline.evaluate.claims import score_claims
from dateline.ingest import report_from_text
from dateline.model.days import parse_day

ROOT = Path(__file__).resolve().parents[1]
SETS = ("dev", "more", "many", "varied", "aside", "later", "test", "unseen", "fresh", "kept")
"""Those of ``benchmarks/reports/`` but for what is only learned from: the first six to work with, the last four looked
at only through scores.
"""


def gold_sets() -> dict[str, list[dict[str, Any]]]:
    """The annotated reports by set: ``examples``, then ``SETS``."""
    sets = {
        "examples": [
            json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "examples").glob("*.gold.json"))
        ]
    }
    for name in SETS:
        path = ROOT / "benchmarks" / "reports" / f"{name}.jsonl"
        if path.exists():
            sets[name] = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    return sets


def predictions(gold: list[dict[str, Any]], reader: Reader) -> list[dict[str, Any]]:
    """Dateline's claims for annotated reports, from their text and day of publication alone, with their confidence."""
    made = []
    for document in gold:
        published = parse_day(document["published"]) if document.get("published") else None
        question = Question(id=document["id"], text=document["text"], published=published)
        reading = reader.read(report_from_text(question.text, published=published, source=question.id))
        predicted = PREDICTORS["gold"](question, reading)
        pairs = zip(predicted["claims"], reading.claims, strict=True)
        claims = [{**claim, "confidence": read.confidence} for claim, read in pairs]
        made.append({**predicted, "claims": claims})
    return made


def sure(predicted: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The predictions without the claims that are marked as weak."""
    return [
        {**document, "claims": [claim for claim in document["claims"] if claim["confidence"] >= EVEN]}
        for document in predicted
    ]


def scores(*, encoder: bool = True) -> dict[str, Any]:
    """The claim scores of each set; under ``sure``, those without the claims that are marked as weak."""
    reader = Reader(encoder=encoder)
    found = {}
    for name, gold in gold_sets().items():
        predicted = predictions(gold, reader)
        found[name] = {**score_claims(gold, predicted), "sure": score_claims(gold, sure(predicted))}
    return found
