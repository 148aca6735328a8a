"""Who says so and where it stands: what every format tells of the ground of a fact."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.model.fact import Event, Evidence, Fact, Party
from dateline.model.portion import Portion, ReportCard, SaidClaim

if TYPE_CHECKING:
    from dateline.export.facts.options import LeftOut

TOLD = ("supports", "contradicts", "ends")
"""Stances of claims that still stand; superseded and rejected ones are kept aside."""

REJECTED = "a person rejected it"


def facts_of(portion: Portion) -> list[Fact]:
    """The events, then the relations."""
    return [*portion.events, *portion.relations]


def without_rejected(portion: Portion, left: "LeftOut") -> Portion:
    """The portion without facts that a person rejected, for formats whose readers would take them for facts."""
    for fact in facts_of(portion):
        if fact.status == "rejected":
            left.add(REJECTED, fact.id)
    events = tuple(event for event in portion.events if event.status != "rejected")
    relations = tuple(relation for relation in portion.relations if relation.status != "rejected")
    return replace(portion, events=events, relations=relations)


def parties_of(fact: Fact) -> tuple[Party, ...]:
    """Everybody who takes part, doers first."""
    return (*fact.actors, *fact.recipients) if isinstance(fact, Event) else (fact.subject, fact.object)


def standing(fact: Fact) -> list[Evidence]:
    """The evidence that neither a later version of its report nor a person has set aside."""
    return [evidence for evidence in fact.evidence if evidence.stance in TOLD]


def supporting(fact: Fact) -> list[Evidence]:
    return [evidence for evidence in fact.evidence if evidence.stance == "supports"]


def contradicting(fact: Fact) -> list[Evidence]:
    return [evidence for evidence in fact.evidence if evidence.stance == "contradicts"]


def reports_of(portion: Portion, fact: Fact) -> list[ReportCard]:
    """The reports of the evidence that stands, each once, by day of publication; those without one come last."""
    ids = dict.fromkeys(evidence.report for evidence in standing(fact))
    cards = [portion.reports[identifier] for identifier in ids if identifier in portion.reports]
    return sorted(cards, key=lambda card: (card.published is None, card.published or card.id, card.id))


def claims_of(portion: Portion, fact: Fact) -> Iterator[tuple[Evidence, SaidClaim]]:
    """The evidence of a fact with its claims, all stances, in the order of the fact."""
    for evidence in fact.evidence:
        if evidence.claim in portion.claims:
            yield evidence, portion.claims[evidence.claim]


def speakers_of(fact: Fact) -> list[str]:
    """Whom the reports rely on, each once; without the reports' own voice."""
    return list(dict.fromkeys(evidence.said_by for evidence in supporting(fact) if evidence.said_by))


def outlet(card: ReportCard) -> str:
    """Who published a report: the publisher, else the agency it credits, else empty."""
    return card.publisher or card.agency or ""


def place_words(portion: Portion, event: Event) -> list[str]:
    """The words of the reports that say where an event was, each once."""
    words = []
    for evidence, said in claims_of(portion, event):
        location = said.record["location"]
        if evidence.stance == "supports" and location and location["basis"]:
            words.append(location["basis"])
    return list(dict.fromkeys(words))


def quotes_of(portion: Portion, fact: Fact) -> list[str]:
    """The sentences that support a fact, each once."""
    quotes = [said.record["quote"] for evidence, said in claims_of(portion, fact) if evidence.stance == "supports"]
    return list(dict.fromkeys(quotes))
