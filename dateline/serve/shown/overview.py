"""What a store holds, in numbers."""

from dataclasses import dataclass

import sqlalchemy as sa

from dateline.facts.standing import standing
from dateline.record.merges import count_open_merges
from dateline.record.record import Record
from dateline.store import View
from dateline.store import record_tables as t
from dateline.store.tables import claims, readings, reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Numbers of what is there, and of what waits for a person."""

    reports: int
    claims: int
    """Of readings that stand."""
    judged: int
    """Claims that somebody accepted, rejected or corrected."""
    actors: int
    events: int
    relations: int
    conflicting: int
    """Facts on which sources differ."""
    merges: int
    """Pairs of actors that may be one."""


def overview(view: View) -> Overview:
    """Raises RunStopped when the store fails."""
    facts = t.facts.c
    number = sa.select(sa.func.count())
    asked = {
        "reports": number.select_from(reports),
        "claims": number.select_from(claims.join(readings)).where(readings.c.superseded_at.is_(None)),
        "actors": number.select_from(t.actors),
        "events": number.select_from(t.facts).where(facts.kind == "event"),
        "relations": number.select_from(t.facts).where(facts.kind == "relation", facts.named),
        "conflicting": sa.select(sa.func.count())
        .select_from(t.facts)
        .where(facts.status == "conflicting", facts.named),
    }
    with view.connected() as connection:
        numbers = {name: connection.scalar(query) or 0 for name, query in asked.items()}
    decided = standing(Record(view).decisions()).about("claim")
    judged = len({one.targets[0] for one in decided if one.kind != "add"})
    return Overview(**numbers, judged=judged, merges=count_open_merges(view))
