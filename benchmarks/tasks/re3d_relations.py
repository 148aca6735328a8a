"""re3d's relations from what a reading holds: its claims, and names that stand side by side for one actor."""

import re
from collections.abc import Iterator
from typing import Any

from dateline.model import ActorRef, Claim, Mention, Reading, Span

RELATION_TYPE = {
    "leads": "InChargeOf",
    "controls": "InChargeOf",
    "member_of": "BelongsTo",
    "part_of": "BelongsTo",
    "allegiance_to": "BelongsTo",
    "allied_with": "AlliesOf",
    "opposes": "FightingAgainst",
    "alias_of": "IsSynonymOf",
    "ASSAULT": "FightingAgainst",
}
BESIDE = re.compile(r"\s*(,|\(|, also known as|\(also known as|, or)\s*")
"""What parts two names of one actor that are set side by side: "the Foreign Minister, Ana Lopes", "Front (NF)"."""


def relations_of(reading: Reading) -> list[dict[str, Any]]:
    """Each pair of spans once, in order of type and place."""
    pairs = {*_of_claims(reading), *_of_names(reading)}
    return [{"type": kind, "source": list(source), "target": list(target)} for kind, source, target in sorted(pairs)]


def _of_claims(reading: Reading) -> Iterator[tuple[str, Span, Span]]:
    for claim in reading.claims:
        if claim.polarity == "negated":
            continue
        kind, source = RELATION_TYPE.get(claim.type), _span(claim.subject)
        target = _span(claim.object)
        if claim.mode == "seize_territory":  # who takes a place is in charge of it
            kind, target = "InChargeOf", _place_span(claim)
        if kind and source and target and source != target:
            yield kind, source, target


def _of_names(reading: Reading) -> Iterator[tuple[str, Span, Span]]:
    """Two names or descriptions of one actor, the second beside the first."""
    last: dict[str, Mention] = {}
    for mention in sorted(reading.mentions, key=lambda mention: (mention.start, -mention.end)):
        before = last.get(mention.entity)
        last[mention.entity] = mention
        if before is None or "pronoun" in (before.form, mention.form) or before.end > mention.start:
            continue
        if BESIDE.fullmatch(reading.report.text[before.end : mention.start]):
            yield "IsSynonymOf", (before.start, before.end), (mention.start, mention.end)


def _span(ref: ActorRef | None) -> Span | None:
    return ref.span if ref else None


def _place_span(claim: Claim) -> Span | None:
    """Where the evidence names the place of a claim; None when it stands outside."""
    if claim.place is None:
        return None
    offset = claim.evidence.quote.find(claim.place.basis)
    if offset < 0:
        return None
    start = claim.evidence.start + offset
    return start, start + len(claim.place.basis)
