"""An event or relation as a person judges it: what the record concludes, and the claims that it rests on."""

from collections.abc import Mapping, Sequence

from dateline.model.fact import Evidence, Fact
from dateline.record.grounds import Ground, grounds_of_claims
from dateline.record.in_words import kind_words, sides, tally_words, when_words, where_words
from dateline.record.record import Record
from dateline.record.told import facts_at
from dateline.record.verdicts import Verdict
from dateline.serve.shown.review_cards import STANCES, Model, Piece, VerdictLine, fact_words, pieces_of, verdict_lines

MOST = 10
"""So many claims of a fact are given; those that say otherwise first."""


class FactClaim(Model):
    """A claim that a fact rests on."""

    claim: str
    report: str
    stance: str
    who: str
    """On whose word."""
    pieces: tuple[Piece, ...]
    """Its sentence."""
    where: str
    """Its report: title, publisher, day."""
    confidence: float


class FactCard(Model):
    """A fact with all that is needed to judge it."""

    id: str
    words: str
    """All of it on one line."""
    what: str
    who: str
    whom: str
    where: str
    when: str
    counts: tuple[str, ...]
    marks: tuple[str, ...]
    sources: str
    disagreements: tuple[str, ...]
    reason: str
    """Why these claims are one fact."""
    confidence: float
    claims: tuple[FactClaim, ...]
    more: int
    """How many claims it has besides."""
    verdicts: tuple[VerdictLine, ...]


def fact_cards(record: Record, ids: Sequence[str], verdicts: Mapping[str, Sequence[Verdict]]) -> list[FactCard]:
    """The facts in the order given; what is not there any more is left out."""
    facts = facts_at(record, ids)
    shown = {one.id: _shown(one) for one in facts.values()}
    grounds = grounds_of_claims(record, {one.claim: one.report for held in shown.values() for one in held})
    return [_card(facts[one], shown[one], grounds, verdicts.get(one, ())) for one in dict.fromkeys(ids) if one in facts]


def _shown(fact: Fact) -> list[Evidence]:
    once = {one.claim: one for one in fact.evidence}
    return sorted(once.values(), key=lambda one: one.stance != "contradicts")[:MOST]


def _card(
    fact: Fact, shown: Sequence[Evidence], grounds: Mapping[str, Ground], verdicts: Sequence[Verdict]
) -> FactCard:
    who, whom = sides(fact)
    counts = getattr(fact, "counts", {})
    return FactCard(
        **fact_words(fact),
        what=kind_words(fact),
        who=who,
        whom=whom,
        where=where_words(fact),
        when=when_words(fact),
        counts=tuple(tally_words(kind, tally) for kind, tally in sorted(counts.items())),
        reason=fact.reason,
        confidence=fact.confidence,
        claims=tuple(_claim(one, grounds[one.claim]) for one in shown if one.claim in grounds),
        more=len({one.claim for one in fact.evidence}) - len(shown),
        verdicts=verdict_lines(verdicts),
    )


def _claim(evidence: Evidence, ground: Ground) -> FactClaim:
    card = ground.card
    published = card.published.isoformat() if card.published else None
    return FactClaim(
        claim=evidence.claim,
        report=evidence.report,
        stance=STANCES[evidence.stance],
        who=evidence.said_by or "the report, in its own voice",
        pieces=pieces_of(ground, around=False),
        where=" · ".join(part for part in (card.title or card.source, card.publisher, published) if part),
        confidence=ground.said.record["confidence"],
    )
