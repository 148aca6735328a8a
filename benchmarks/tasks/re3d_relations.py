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
PEOPLE = """members employees officers officials troops soldiers fighters militants marines students staff pilots
sailors""".split()
MEMBERS = re.compile(
    rf"[\w -]*({'|'.join(PEOPLE)}|[a-z]*men|[a-z]*women)(,? (visiting|deployed))? (of|from|in|with) (the )?",
    re.IGNORECASE,
)
COMMAND = re.compile(r"commander\b")
"""What opens words that re3d takes for being in charge: "Ana Lopes, commander of the Third Battalion"."""
OWNING = frozenset({"its", "their", "his", "her"})
LISTED = re.compile(
    r"(?:,|(?P<and>,? and)) "
    r"(?P<item>(?:an?|the|\d+|two|three|four|five|six|seven|eight|nine|ten) [\w-]+(?: [\w-]+){0,4}?)"
    r"(?=, |\.|;| and | near | in )"
)
"""The next of a list of things, each with an article or a number."""
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
    pairs = {pair for pair in {*claimed, *synonyms, *_of_members(reading)} if not _nested(pair[1], pair[2])}
    return [{"type": kind, "source": list(source), "target": list(target)} for kind, source, target in sorted(pairs)]


def _of_claims(reading: Reading) -> Iterator[tuple[str, Span, Span]]:
    for claim in reading.claims:
        if claim.polarity == "negated":
            continue
        kind, source = RELATION_TYPE.get(claim.type), _span(claim.subject)
        target = _span(claim.object)
        if claim.mode == "seize_territory":  # who takes a place is in charge of it
            kind, target = "InChargeOf", _place_span(claim, reading.report.text)
        if kind == "InChargeOf" and target and _pronoun_at(target, reading):
            continue
        if claim.type == "ASSAULT" and source is None:
            source = _strike(claim, reading.report.text)
        if kind and source and target and source != target:
            source = _named_before(source, reading)
            yield kind, source, _named_before(target, reading)
            if claim.type == "ASSAULT":
                yield from ((kind, source, other) for other in _listed_after(target, reading.report.text))


def _named_before(span: Span, reading: Reading) -> Span:
    """For a pronoun that owns something, the words of the same sentence that it stands for: re3d marks those."""
    pronoun = _pronoun_at(span, reading)
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
        commands = any(COMMAND.match(name.text) for name in (before, mention))
        if BESIDE.fullmatch(reading.report.text[before.end : mention.start]) and not commands:
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
                if MEMBERS.fullmatch(text[mention.start : body.start]):
                    yield "BelongsTo", (mention.start, body.start - 1), (body.start, body.end)
            elif mention.end <= body.start and MEMBERS.fullmatch(text[mention.start : body.start]):
                yield "BelongsTo", (mention.start, mention.end), (body.start, body.end)


def _pronoun_at(span: Span, reading: Reading) -> Mention | None:
    return next((m for m in reading.mentions if (m.start, m.end) == span and m.form == "pronoun"), None)


def _nested(one: Span, other: Span) -> bool:
    """Whether one span lies in the other: re3d relates neither "ISIL" nor "the Front" to words that hold it."""
    return (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])


def _listed_after(target: Span, text: str) -> Iterator[Span]:
    """What a list goes on with: "destroyed a bunker, two trucks, and a bridge" names three targets."""
    found = LISTED.match(text, target[1])
    while found:
        start, end = found.span("item")
        yield start, end
        last = bool(found["and"])
        found = None if last else LISTED.match(text, end)


def _strike(claim: Claim, text: str) -> Span | None:
    """The strike itself, which re3d takes for who fights where nobody else is named."""
    found = STRIKE.search(text, *claim.evidence.span)
    return found.span() if found else None


def _span(ref: ActorRef | None) -> Span | None:
    return ref.span if ref else None


def _place_span(claim: Claim, text: str) -> Span | None:
    """Where the evidence names the place of a claim; None when it stands outside."""
    if claim.place is None:
        return None
    start = text.find(claim.place.basis, *claim.evidence.span)
    return (start, start + len(claim.place.basis)) if start >= 0 else None
