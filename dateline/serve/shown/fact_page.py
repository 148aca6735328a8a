"""All that the page of a fact shows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model import Claim
from dateline.model.decision import Decision
from dateline.model.fact import Event, Fact
from dateline.model.from_record import claim_of
from dateline.model.portion import Portion
from dateline.record.ground_words import sentence_parts, source_names, source_words, whose_word
from dateline.record.grounds import Ground, decisions_about, grounds
from dateline.record.record import Record
from dateline.serve.drawing.time_bar import TimeBar, time_bar
from dateline.serve.shown.fact_fields import Elsewhere, FieldLine, Fields

CLAIMS = 20
"""Claims on a page."""
AROUND = 350
"""Code points of a sentence that are shown on each side of a claim's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClaim:
    """A claim of a fact with its sentence."""

    number: int
    """Among the claims of the fact, from 1."""
    ground: Ground
    parts: tuple[str, str, str]
    """The sentence before, in and after the words that state the claim."""
    on_whose_word: str
    counts_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactPage:
    """A fact with what it rests on."""

    fact: Fact
    fields: list[FieldLine]
    bar: TimeBar | None
    claims: list[ShownClaim]
    offset: int
    before: int
    """Where the claims before these begin."""
    after: int | None
    """Where the next claims begin; None when these are the last."""
    reasons: list[tuple[str, str, list[tuple[str, int]]]]
    """Of its actors: id, name, why what reports call it is one actor, with how often."""
    decisions: list[tuple[Decision, bool]]
    """Each with whether it stands."""


def fact_page(record: Record, fact: Fact, offset: int) -> FactPage:
    """The page of a fact that begins with the claim after ``offset`` others."""
    numbers = {one.claim: number for number, one in enumerate(fact.evidence, 1)}
    portion = record.portion([fact])
    claims = [
        (numbers[one], claim_of(said.record, portion.reports[said.report].text))
        for one, said in sorted(portion.claims.items(), key=lambda item: numbers[item[0]])
    ]
    elsewhere = _elsewhere(record, fact, numbers)
    shown = list(_shown(record, fact, portion, offset, numbers))
    end = offset + CLAIMS
    return FactPage(
        fact=fact,
        fields=Fields(fact, portion.claims, numbers, elsewhere).lines(),
        bar=time_bar(fact, _told(fact, claims)),
        claims=shown,
        offset=offset,
        before=max(offset - CLAIMS, 0),
        after=end if end < len(fact.evidence) else None,
        reasons=[(one.id, one.name, record.reasons(one.id)) for one in portion.actors.values() if one.id in _ids(fact)],
        decisions=decisions_about(record, fact, numbers),
    )


def _elsewhere(record: Record, fact: Fact, numbers: Mapping[str, int]) -> dict[str, Elsewhere]:
    """Where claims stand that a fact differs with and that are evidence of another."""
    versions = [version for one in fact.disagreements for version in one.versions]
    wanted = [claim for version in versions for claim in version.claims if claim not in numbers]
    found = record.evidence_of(wanted)
    return {claim: (claim, report, other) for claim, (report, other) in found.items()}


def _told(fact: Fact, claims: Iterable[tuple[int, Claim]]) -> Sequence[tuple[int, Claim]]:
    """Those that neither a person nor a later version of their report has set aside."""
    aside = {one.claim for one in fact.evidence if one.stance in ("superseded", "rejected")}
    return [(number, claim) for number, claim in claims if claim.id not in aside]


def _shown(record: Record, fact: Fact, portion: Portion, offset: int, numbers: dict[str, int]) -> Iterable[ShownClaim]:
    some = replace(fact, evidence=fact.evidence[offset : offset + CLAIMS])
    names = source_names(record, some)
    for ground in grounds(record, some, portion):
        assert ground.evidence is not None
        yield ShownClaim(
            number=numbers[ground.evidence.claim],
            ground=ground,
            parts=_shortened(sentence_parts(ground)),
            on_whose_word=whose_word(ground),
            counts_for=source_words(ground.evidence.source, names),
        )


def _shortened(parts: tuple[str, str, str]) -> tuple[str, str, str]:
    """A sentence of a readable length, cut far from the words that state the claim."""
    before, words, after = parts
    begun = f"…{before[-AROUND:]}" if len(before) > AROUND else before
    ended = f"{after[:AROUND]}…" if len(after) > AROUND else after
    return begun, words if len(words) <= 2 * AROUND else f"{words[: 2 * AROUND]}…", ended


def _ids(fact: Fact) -> set[str]:
    parties = (*fact.actors, *fact.recipients) if isinstance(fact, Event) else (fact.subject, fact.object)
    return {party.actor for party in parties if party.actor}
