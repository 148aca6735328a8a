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
SETS = ("dev", "more", "many", "test", "unseen", "fresh")
"""Those of ``benchmarks/reports/``: the first three to work with, the last three looked at only through scores."""


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


def predictions(gold: list[dict[str, Any]], reader: Reader, least: float = 0.0) -> list[dict[str, Any]]:
    """Dateline's claims of at least that confidence, from the reports' text and day of publication alone."""
    made = []
    for document in gold:
        published = parse_day(document["published"]) if document.get("published") else None
        question = Question(id=document["id"], text=document["text"], published=published)
        report = report_from_text(question.text, published=published, source=question.id)
        reading = reader.read(report)
        predicted = PREDICTORS["gold"](question, reading)
        pairs = zip(predicted["claims"], reading.claims, strict=True)
        made.append({**predicted, "claims": [claim for claim, read in pairs if read.confidence >= least]})
    return made


def scores(*, encoder: bool = True) -> dict[str, Any]:
    """The claim scores of each set; under ``sure``, those without the claims that are marked as weak."""
    reader = Reader(encoder=encoder)
    return {
        name: {
            **score_claims(gold, predictions(gold, reader)),
            "sure": score_claims(gold, predictions(gold, reader, least=EVEN)),
        }
        for name, gold in gold_sets().items()
    }
