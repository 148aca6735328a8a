"""police: what the police did, answered zero-shot from claims whose subject is police."""

from typing import Any

from benchmarks.tasks.question import Question
from dateline.model import Claim, Reading

FORCE_MODES = {"crowd-control", "beat", "torture", "firearms", "targeted", "heavy-weapons", "primitive", "raid"}


def predict_police(question: Question, reading: Reading) -> dict[str, Any]:
    """Labels for each sentence that holds a claim's evidence; the document's are their union."""
    entities = {entity.id: entity for entity in reading.entities}
    by_sentence: dict[Any, set[str]] = {}
    for claim in reading.claims:
        entity = entities.get(claim.subject.entity or "") if claim.subject else None
        if entity is None or entity.kind != "police":
            continue
        for identifier, start, end in question.sentences:
            if start <= claim.evidence.start < end:
                by_sentence.setdefault(identifier, set()).update(_labels(claim))
    return {
        "docid": question.id,
        "sentences": [
            {"id": identifier, "labels": sorted(labels)} for identifier, labels in by_sentence.items() if labels
        ],
    }


def _labels(claim: Claim) -> set[str]:
    if claim.polarity == "negated":
        return {"FAIL_TO_ACT"} if claim.type in ("COERCE", "ASSAULT", "AID") else set()
    if claim.modality == "planned" or claim.type.islower():
        return set()
    labels = {"ANY_ACTION"}
    if claim.counts.killed or _kills(claim):
        labels |= {"KILL", "FORCE"}
    if claim.type == "ASSAULT":
        labels.add("FORCE")
    if claim.type == "COERCE" and claim.mode == "arrest":
        labels.add("ARREST")
    return labels


def _kills(claim: Claim) -> bool:
    return claim.type == "ASSAULT" and any(
        word in claim.evidence.quote.lower() for word in ("kill", "dead", "death", "died")
    )
