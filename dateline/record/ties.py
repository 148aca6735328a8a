"""The relations that a chart under an actor is drawn from, on whatever day: found from the actor downwards, so that the
rest of the record is not looked at.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.model.actor import Actor
from dateline.model.fact import Relation
from dateline.model.fact_record import actor_of_record, fact_of
from dateline.record.concluded import chunks
from dateline.record.record import Record, named_facts
from dateline.store import View
from dateline.store import record_tables as t

BELOW = ("part_of", "member_of", "allegiance_to")
"""Relations whose subject, where it is no person, is shown under their object."""
DOWNWARDS = ("leads", *BELOW, "split_from")


def ties_under(record: Record, top: str) -> list[Relation]:
    """Relations between an actor (by id) and those who lead it, are under it or split off it, and so on for each body
    under it; also those by which these bodies stand under others. In the order of ``Record.facts``.
    """
    with record.view.connected() as connection:
        rows: dict[str, Any] = {}
        bodies, frontier = {top}, {top}
        while frontier:
            met = _rows(connection, frontier, "object", DOWNWARDS)
            rows |= {row.id: row for row in met}
            under = {row.other for row in met if row.type in BELOW and row.other_kind != "person"}
            frontier = under - bodies
            bodies |= frontier
        rows |= {row.id: row for row in _rows(connection, bodies - {top}, "subject", BELOW)}
        ordered = sorted(rows.values(), key=_days)
        facts = named_facts(connection, [fact_of(row.record) for row in ordered])
    return [one for one in facts if isinstance(one, Relation)]


def turning_days(ties: Iterable[Relation]) -> list[date]:
    """The days from which something else holds than on the day before, in order."""
    found: set[date] = set()
    for relation in ties:
        for stretch in relation.validity:
            certain, possible = stretch.certain, stretch.possible
            found.update(day for day in (certain and certain.first, possible.first) if day)
            lasts = (certain and certain.last, possible.last)
            found.update(day + timedelta(days=1) for day in lasts if day and day < date.max)
    return sorted(found)


def most_units(view: View, *, limit: int) -> list[tuple[Actor, int]]:
    """The bodies with the most units and leaders, with how many reports ever named."""
    under, over, below = t.fact_actors.alias("under"), t.fact_actors.alias("over"), t.actors.alias("below")
    number = sa.func.count(sa.distinct(under.c.actor_id))
    is_tie = sa.or_(t.facts.c.type == "leads", sa.and_(t.facts.c.type.in_(BELOW), below.c.kind != "person"))
    query = (
        sa.select(over.c.actor_id, number.label("number"))
        .join(t.facts, t.facts.c.id == over.c.fact_id)
        .join(under, sa.and_(under.c.fact_id == over.c.fact_id, under.c.part == "subject"))
        .join(below, below.c.id == under.c.actor_id)
        .where(over.c.part == "object", t.facts.c.type.in_(DOWNWARDS), t.facts.c.named, is_tie)
        .where(t.facts.c.status != "rejected", t.facts.c.modality != "planned")
        .group_by(over.c.actor_id)
        .order_by(number.desc(), over.c.actor_id)
        .limit(limit)
    )
    with view.connected() as connection:
        numbers = {row.actor_id: row.number for row in connection.execute(query)}
        records = connection.scalars(sa.select(t.actors.c.record).where(t.actors.c.id.in_(list(numbers))))
        actors = {actor.id: actor for actor in map(actor_of_record, records)}
    return [(actors[one], number) for one, number in numbers.items() if one in actors]


def _rows(connection: Connection, actors: Iterable[str], part: str, types: tuple[str, ...]) -> list[Any]:
    """Relations in which some actors have a part, with who has the other part."""
    mine, other = t.fact_actors.alias("mine"), t.fact_actors.alias("other")
    columns = (t.facts.c.id, t.facts.c.type, t.facts.c.possible_first, t.facts.c.possible_last, t.facts.c.record)
    query = (
        sa.select(*columns, other.c.actor_id.label("other"), t.actors.c.kind.label("other_kind"))
        .join(mine, mine.c.fact_id == t.facts.c.id)
        .join(other, sa.and_(other.c.fact_id == t.facts.c.id, other.c.part != mine.c.part))
        .join(t.actors, t.actors.c.id == other.c.actor_id)
        .where(t.facts.c.type.concat("").in_(types), mine.c.part == part)  # the index begins with the actors, not here
    )
    return [
        row for chunk in chunks(sorted(actors)) for row in connection.execute(query.where(mine.c.actor_id.in_(chunk)))
    ]


def _days(row: Any) -> tuple[Any, ...]:
    """Those without a day first, then by the last day and the first."""
    first, last = row.possible_first, row.possible_last
    return last is not None, last or date.min, first is not None, first or date.min, row.id
