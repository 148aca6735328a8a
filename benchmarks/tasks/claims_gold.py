"""gold: claims with names in place of ids."""

from typing import Any

from benchmarks.tasks.question import Question
from dateline.model import Claim, Reading


def predict_gold(question: Question, reading: Reading) -> dict[str, Any]:
    """The claims of a report as the claim scorer reads them, and the furniture found."""
    return {
        "id": question.id,
        "furniture": [{"start": item.start, "end": item.end} for item in reading.report.furniture],
        "claims": [_claim(claim) for claim in reading.claims],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "type": claim.type,
        "mode": claim.mode,
        "subject": claim.subject.name if claim.subject else None,
        "object": claim.object.name if claim.object else None,
        "place": claim.place.name if claim.place else None,
        "when": claim.when.edtf if claim.when else None,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "said_by": claim.said_by.name if claim.said_by else None,
        "evidence": list(claim.evidence.span),
    }
