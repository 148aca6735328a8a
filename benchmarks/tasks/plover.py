"""plover: event types with actor codes."""

from typing import Any

from benchmarks.tasks.question import Question
from dateline.export.dyads import dyad_of
from dateline.model import Claim, Reading
from dateline.ontology.plover_rules import main_events, plover_type


def predict_plover(question: Question, reading: Reading) -> dict[str, Any]:
    """The events of a sentence after PLOVER's rules for what is planned, threatened, demanded or denied.

    Claims of one type in one clause are one event with several actors.
    """
    grouped: dict[tuple[str, int], list[Claim]] = {}
    for claim in main_events(reading.claims):
        kind = plover_type(claim.type, claim.mode, claim.polarity, claim.modality, claim.governed_by)
        if kind is not None:
            grouped.setdefault((kind, claim.evidence.start), []).append(claim)
    return {"docid": question.id, "events": [_event(kind, claims, reading) for (kind, _), claims in grouped.items()]}


def _event(kind: str, claims: list[Claim], reading: Reading) -> dict[str, Any]:
    dyad = dyad_of(reading, kind, claims)
    return {"type": kind, "source": _as_coded(dyad.source), "target": _as_coded(dyad.target)}


def _as_coded(codes: tuple[str, ...]) -> list[str]:
    """The set's coders write IGO for every body that works in many countries, Amnesty International and the Red Cross
    too.
    """
    return ["IGO" + code[3:] if code.startswith("NGO") else code for code in codes]
