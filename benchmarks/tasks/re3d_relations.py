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

BODIES = frozenset({"armed_group", "military", "police", "organisation", "intergovernmental", "civilians"})
PEOPLE = "members employees officers officials troops soldiers fighters marines students staff pilots sailors".split()
MEMBERS = re.compile(rf"[\w ,-]*({'|'.join(PEOPLE)}|[a-z]*men|[a-z]*women) (of|from|in|with) (the )?", re.IGNORECASE)
OWNING = frozenset({"its", "their", "his", "her"})
STRIKE = re.compile(r"\b(air)?strikes?\b", re.I)


def relations_of(reading: Reading) -> list[dict[str, Any]]:
    """Each pair of spans once, in order of type and place."""
    synonyms = set(_of_names(reading))
    offices = [target for _, _, target in synonyms] + [source for _, source, _ in synonyms]
    claimed = {
        (kind, source, target)
        for kind, source, target in _of_claims(reading)
        if kind != "InChargeOf" or not any(start <= target[0] and target[1] <= end for start, end in offices)
    }
    pairs = {*claimed, *synonyms, *_of_members(reading)}
    return [{"type": kind, "source": list(source), "target": list(target)} for kind, source, target in sorted(pairs)]


def _of_claims(reading: Reading) -> Iterator[tuple[str, Span, Span]]:
    for claim in reading.claims:
        if claim.polarity == "negated":
            continue
        kind, source = RELATION_TYPE.get(claim.type), _span(claim.subject)
        target = _span(claim.object)
        if claim.mode == "seize_territory":  # who takes a place is in charge of it
            kind, target = "InChargeOf", _place_span(claim)
        if claim.type == "ASSAULT" and source is None:
            source = _strike(claim)
        if kind and source and target and source != target:
            yield kind, _named_before(source, reading), _named_before(target, reading)


def _named_before(span: Span, reading: Reading) -> Span:
    """For a pronoun that owns something, the words of the same sentence that it stands for: re3d marks those."""
    pronoun = next((m for m in reading.mentions if (m.start, m.end) == span and m.form == "pronoun"), None)
    if pronoun is None or pronoun.text.lower() not in OWNING:
        return span
    sentence = next((start for start, end in reading.sentences if start <= span[0] < end), 0)
    named = [m for m in reading.mentions if m.entity == pronoun.entity and sentence <= m.start < span[0]]
    return (named[-1].start, named[-1].end) if named else span


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


def _of_members(reading: Reading) -> Iterator[tuple[str, Span, Span]]:
    """Unnamed people and the body they are of or from: "soldiers from the Third Battalion"."""
    text = reading.report.text
    bodies = [m for m in reading.mentions if m.kind in BODIES]
    for mention in reading.mentions:
        if mention.form != "description" or mention.kind in ("government", "organisation"):
            continue
        for body in bodies:
            if mention.start < body.start and body.end <= mention.end:
                before = text[mention.start : body.start]
                if MEMBERS.fullmatch(before):
                    yield "BelongsTo", (mention.start, body.start - 1), (body.start, body.end)


def _strike(claim: Claim) -> Span | None:
    """The strike itself, which re3d takes for who fights where nobody else is named."""
    found = STRIKE.search(claim.evidence.quote)
    return (claim.evidence.start + found.start(), claim.evidence.start + found.end()) if found else None


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
