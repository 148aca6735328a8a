"""What PLOVER calls an event: type, mode, contexts, quad code, score."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dateline.export.facts.evidence import REJECTED
from dateline.languages.load import load_yaml
from dateline.model.fact import Event

QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
AUXILIARY = {"planned": "future", "possible": "hypothetical"}
"""PLOVER's auxiliary modes by modality. It has none for what is alleged."""
ADDS_CONTEXT = frozenset({"misinformation", "cyber"})
"""Modes of COERCE that also are contexts (manual v0.8)."""


@cache
def scores() -> dict[str, dict[str, Any]]:
    """By event type: ``score``, ``quad``, ``modes`` with their scores, and ``recipient`` where one is required."""
    data: dict[str, dict[str, Any]] = load_yaml(Path(__file__).with_name("plover_scores.yaml"))
    return data


@dataclass(frozen=True, slots=True)
class PloverEvent:
    """An event in PLOVER's terms."""

    type: str
    mode: str | None
    quad: int
    score: float
    auxiliary: str | None
    contexts: tuple[str, ...]
    needs_recipient: bool


def plover_event(event: Event) -> PloverEvent | None:
    """The event in PLOVER's terms; None for types that are not PLOVER's. Without a code of PLOVER, as for an event
    that is only possible, its own type stands with an auxiliary mode.
    """
    code, _, detail = event.codes.get("PLOVER", "").partition("/")
    name, mode = (code, detail or None) if code else (event.type, event.mode)
    entry = scores().get(name)
    if entry is None:
        return None
    modes = entry.get("modes", {})
    mode = mode if mode in modes else None
    score = modes.get(mode) if mode else None
    return PloverEvent(
        type=name,
        mode=mode,
        quad=entry["quad"],
        score=entry["score"] if score is None else score,
        auxiliary=AUXILIARY.get(event.modality) if not code or name == event.type else None,
        contexts=(mode,) if mode and mode in ADDS_CONTEXT else (),
        needs_recipient=entry.get("recipient", False),
    )


def why_not(event: Event) -> str | None:
    """Why PLOVER has no place for an event; None when it has one."""
    coded = plover_event(event)
    if event.status == "rejected":
        return REJECTED
    if coded is None:
        return "its type is none of PLOVER's"
    if event.possible is None or (event.possible.first is None and event.possible.last is None):
        return "no day is said, and PLOVER asks for one"
    if coded.needs_recipient and not event.recipients:
        return f"{coded.type} asks for a recipient, and none is said"
    return None
