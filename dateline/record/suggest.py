"""Names to choose from while a person writes one: actors of the record, people of the report, places."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.model.fact_record import fact_of
from dateline.record.places import PlaceChoice, place_choices
from dateline.store import View
from dateline.store import record_tables as t
from dateline.store.name_words import words_of
from dateline.store.tables import readings

MOST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class NameChoice:
    """Somebody to choose."""

    name: str
    """What is written down: names lead to actors as those of reports do."""
    kind: str
    country: str | None
    reports: int
    """How many reports name the actor; 0 for an entity of the report that is no actor, such as "two men"."""
    actor: str | None
    """The id; None where the record has none."""
    here: bool
    """Whether the report names it."""


def name_choices(view: View, words: str, *, report: str | None = None, limit: int = MOST) -> list[NameChoice]:
    """Those of the report first, then actors whose name has words that begin so, the most reported first. Without
    words only those of the report. Raises RunStopped when the store fails.
    """
    wanted = words_of(words)
    with view.connected() as connection:
        here = _of_report(connection, report, wanted) if report else []
        there = _of_record(connection, wanted, limit + len(here)) if wanted else []
    known = {one.actor for one in here if one.actor} | {one.name for one in here}
    return [*here, *(one for one in there if one.actor not in known and one.name not in known)][:limit]


def _of_report(connection: Connection, report: str, wanted: list[str]) -> list[NameChoice]:
    entity = t.entities.c
    same = sa.and_(t.members.c.report_id == entity.report_id, t.members.c.entity == entity.id)
    query = (
        sa.select(entity.name, entity.kind, entity.country, entity.names, t.actors.c.id, t.actors.c.reports)
        .join(readings, readings.c.id == entity.reading_id)
        .outerjoin(t.members, same)
        .outerjoin(t.actors, t.actors.c.id == t.members.c.actor_id)
        .where(readings.c.superseded_at.is_(None), entity.report_id == report)
        .order_by(t.actors.c.reports.desc().nulls_last(), entity.name)
    )
    rows = [row for row in connection.execute(query) if _begins([row.name, *row.names], wanted)]
    found = {
        row.name: NameChoice(
            name=row.name, kind=row.kind, country=row.country, reports=row.reports or 0, actor=row.id, here=True
        )
        for row in reversed(rows)
    }
    return list(reversed(found.values()))


def _begins(names: list[str], wanted: list[str]) -> bool:
    """Whether each wanted word begins a word of one of the names."""
    return not wanted or any(all(any(w.startswith(b) for w in words_of(name)) for b in wanted) for name in names)


def _of_record(connection: Connection, wanted: list[str], limit: int) -> list[NameChoice]:
    actor = t.actors.c
    query = sa.select(actor.id, actor.name, actor.kind, actor.country, actor.reports)
    query = query.where(*(actor.words.contains(f" {word}", autoescape=True) for word in wanted))
    rows = connection.execute(query.order_by(actor.reports.desc(), actor.id).limit(limit))
    return [
        NameChoice(name=row.name, kind=row.kind, country=row.country, reports=row.reports, actor=row.id, here=False)
        for row in rows
    ]


def places_for(view: View, words: str, *, limit: int = MOST) -> list[PlaceChoice]:
    """Places of the record with a number in the gazetteer, then places of the gazetteer. Raises RunStopped."""
    found = {one.value: one for one in [*_of_facts(view, words_of(words)), *place_choices(words, limit=limit)]}
    return list(found.values())[:limit]


def _of_facts(view: View, wanted: list[str]) -> list[PlaceChoice]:
    if not wanted:
        return []
    words = (t.facts.c.place_words.contains(f" {word}", autoescape=True) for word in wanted)
    query = sa.select(t.facts.c.record).where(*words).limit(200)
    with view.connected() as connection:
        places = [fact_of(record).place for record in connection.scalars(query)]
    named = {one.name for one in places if one is not None and one.geonameid and one.precision != "near"}
    choices = [choice for name in sorted(named)[:MOST] for choice in place_choices(name)]
    held = {f"{one.name}#{one.geonameid}" for one in places if one is not None}
    return [choice for choice in choices if choice.value in held]
