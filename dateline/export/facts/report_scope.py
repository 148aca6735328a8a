"""Which protected people a report tells of, and which of its words stand for public actors."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.export.facts.evidence import facts_of, parties_of
from dateline.export.facts.name_mask import NameMask
from dateline.model.actor import Actor
from dateline.model.passage import Span
from dateline.model.portion import Portion


@dataclass(frozen=True, slots=True)
class ReportScope:
    """What decides on names that a protected person shares with others."""

    actors: frozenset[str] = frozenset()
    """Ids of the protected actors the report tells of."""
    kept: tuple[Span, ...] = ()
    """Stretches of its text that claims take for public actors."""


def scopes_of(portion: Portion, hidden: Mapping[str, Actor], mask: NameMask) -> dict[str, ReportScope]:
    """By report: those who take part in its claims or in facts that rest on it, and those whom its words name."""
    told: dict[str, set[str]] = {identifier: set() for identifier in portion.reports}
    kept: dict[str, list[Span]] = {}
    for said in portion.claims.values():
        record = said.record
        parts = (
            (said.subject_actor, record["subject_span"]),
            (said.object_actor, record["object_span"]),
            (said.said_by_actor, record["said_by_span"]),
        )
        for actor, span in parts:
            if actor and actor in hidden:
                told.setdefault(said.report, set()).add(actor)
            elif actor in portion.actors and span:
                kept.setdefault(said.report, []).append((span[0], span[1]))
    for fact in facts_of(portion):
        named = {party.actor for party in parties_of(fact) if party.actor in hidden}
        for evidence in fact.evidence:
            told.setdefault(evidence.report, set()).update(actor for actor in named if actor)
    for identifier, card in portion.reports.items():
        told[identifier] |= mask.named_in(f"{card.title or ''}\n{card.url or ''}\n{card.text}")
    return {
        identifier: ReportScope(frozenset(actors), tuple(kept.get(identifier, ())))
        for identifier, actors in told.items()
    }
