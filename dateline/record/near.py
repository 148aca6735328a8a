"""Events that a person may take for the same as one: of its type, in its country, within a few days."""

from datetime import date, timedelta

import sqlalchemy as sa

from dateline.model.fact import Event
from dateline.model.fact_record import fact_of
from dateline.record.hydrate import actor_ids
from dateline.record.record import Record, named_facts
from dateline.store import record_tables as t

NEAR_DAYS = 3
LOOKED_AT = 60


def near_events(record: Record, event: Event, *, limit: int) -> list[Event]:
    """The likeliest first: of its place, with its actors, of its mode, on its days. None for an event without a day."""
    days = event.possible
    if days is None or days.first is None or days.last is None:
        return []
    facts = t.facts.c
    country = event.place.country if event.place else None
    query = (
        sa.select(facts.record)
        .where(
            facts.kind == "event",
            facts.type == event.type,
            facts.country == country if country else facts.country.is_(None),
            facts.possible_first <= _moved(days.last, NEAR_DAYS),
            facts.possible_last >= _moved(days.first, -NEAR_DAYS),
            facts.id != event.id,
        )
        .order_by(facts.possible_first, facts.id)
        .limit(LOOKED_AT)
    )
    with record.view.connected() as connection:
        found = [one for one in map(fact_of, connection.scalars(query)) if isinstance(one, Event)]
        best = sorted(found, key=lambda one: (-_likeness(event, one), one.id))[:limit]
        return [one for one in named_facts(connection, best) if isinstance(one, Event)]


def _moved(day: date, by: int) -> date:
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return day


def _likeness(event: Event, other: Event) -> int:
    same_place = event.place is not None and other.place is not None and event.place.name == other.place.name
    shared = bool(actor_ids(event) & actor_ids(other))
    return 2 * same_place + 2 * shared + (event.mode == other.mode) + (event.possible == other.possible)
