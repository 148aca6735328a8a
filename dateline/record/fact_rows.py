"""Facts as rows of the store: the record whole, beside it the columns that are asked for."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from dateline.model.date_span import DayRange
from dateline.model.fact import Event, Fact, Relation
from dateline.model.fact_record import fact_record
from dateline.store.name_words import searchable

Row = dict[str, Any]


def fact_row(fact: Fact) -> Row:
    """The row of ``facts``."""
    possible = fact.possible if isinstance(fact, Event) else _envelope(fact)
    reported = fact.reported if isinstance(fact, Event) else None
    place = fact.place
    return {
        "id": fact.id,
        "kind": "event" if isinstance(fact, Event) else "relation",
        "type": fact.type,
        "mode": fact.mode if isinstance(fact, Event) else None,
        "named": isinstance(fact, Event) or _is_named(fact),
        "place_words": searchable([place.name]) if place else "",
        "country": place.country if place else None,
        "possible_first": possible.first if possible else None,
        "possible_last": possible.last if possible else None,
        "dated": possible is not None,
        "reported_first": reported.first if reported else None,
        "reported_last": reported.last if reported else None,
        "status": fact.status,
        "sources": fact.sources,
        "modality": fact.modality,
        "record": fact_record(fact),
    }


def _envelope(relation: Relation) -> DayRange | None:
    """All days on which a relation is vouched for, or may still hold; None when no day is known."""
    if not relation.validity:
        return None
    firsts: list[date | None] = []
    for stretch in relation.validity:
        days = stretch.certain or stretch.possible
        firsts.append(
            days.first if stretch.possible.first is None else min(filter(None, (days.first, stretch.possible.first)))
        )
    lasts = [stretch.possible.last for stretch in relation.validity]
    first = None if None in firsts else min(day for day in firsts if day)
    last = None if None in lasts else max(day for day in lasts if day)
    return DayRange(first=first, last=last)


def _is_named(relation: Relation) -> bool:
    return relation.subject.actor is not None and (relation.object.actor is not None or relation.object.kind == "place")


def fact_claim_rows(fact: Fact) -> Iterable[Row]:
    """The claims that a fact rests on, each once with what it is to the fact."""
    seen: dict[str, Row] = {}
    for one in fact.evidence:
        seen.setdefault(
            one.claim, {"fact_id": fact.id, "claim_id": one.claim, "report_id": one.report, "stance": one.stance}
        )
    return seen.values()


def fact_actor_rows(fact: Fact) -> Iterable[Row]:
    """The actors of a fact with the part each takes."""
    if isinstance(fact, Event):
        parts = {(party.actor, "actor") for party in fact.actors} | {
            (party.actor, "recipient") for party in fact.recipients
        }
    else:
        parts = {(fact.subject.actor, "subject"), (fact.object.actor, "object")}
    return (
        {"fact_id": fact.id, "actor_id": actor, "part": part} for actor, part in sorted((a, p) for a, p in parts if a)
    )
