"""plover: event types with actor codes."""

from typing import Any

from benchmarks.tasks.question import Question
from dateline.claims.plover_rules import plover_type
from dateline.export.actor_codes import actor_code
from dateline.model import Reading


def predict_plover(question: Question, reading: Reading) -> dict[str, Any]:
    """The events of a sentence after PLOVER's rules for what is planned, threatened, demanded or denied."""
    events: dict[tuple[str, tuple[str, ...], tuple[str, ...]], None] = {}
    for claim in reading.claims:
        if claim.type.islower():
            continue
        kind = plover_type(claim.type, claim.mode, claim.polarity, claim.modality, claim.governed_by)
        if kind is None:
            continue
        source = (actor_code(reading, claim.subject),) if claim.subject else ()
        target = (actor_code(reading, claim.object),) if claim.object else ()
        events.setdefault((kind, tuple(filter(None, source)), tuple(filter(None, target))))
    return {
        "docid": question.id,
        "events": [{"type": kind, "source": list(source), "target": list(target)} for kind, source, target in events],
    }
