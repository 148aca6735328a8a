"""plover: event types with actor codes."""

from collections.abc import Iterable
from typing import Any

from benchmarks.tasks.question import Question
from dateline.claims.plover_rules import main_events, plover_type
from dateline.export.actor_codes import UNKNOWN, actor_code, alpha3
from dateline.model import ActorRef, Claim, Reading

MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Without direction: all parties are sources, and there is no target."""


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
    source = _codes((claim.subject for claim in claims), reading)
    target = _codes((claim.object for claim in claims), reading)
    if kind in MUTUAL and len(source) > 1 and not target:
        return {"type": kind, "source": source, "target": []}
    if not target:
        target = _countries_of_places(claims, source)
    return {"type": kind, "source": source, "target": target}


def _countries_of_places(claims: list[Claim], source: list[str]) -> list[str]:
    """Where no recipient is named, the country where it happened, unless it is the doer's own."""
    places = [claim.place.country for claim in claims if claim.place and claim.place.country]
    found = dict.fromkeys(alpha3(country) for country in places)
    return [country for country in found if all(not code.startswith(country) for code in source)]


def _codes(refs: Iterable[ActorRef | None], reading: Reading) -> list[str]:
    codes = dict.fromkeys(actor_code(reading, ref) for ref in refs if ref is not None)
    known = [code for code in codes if code != UNKNOWN]
    return known or list(codes)
