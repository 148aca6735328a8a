"""What a dossier counts by asking the database, so that an army with thousands of events opens as fast as a farmer."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from dateline.store import View
from dateline.store import record_tables as t
from dateline.store.tables import claims, readings, reports


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMonths:
    """The events of an actor by month."""

    months: dict[date, int]
    """By the first day of the month, in order, for events of which the month is known; months without any left out."""
    less_sharp: int
    """Events that may have been in more than one month."""
    undated: int
    """Events of which no report gives a day."""

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.months.values()) + self.less_sharp + self.undated


def event_months(view: View, actor: str) -> EventMonths:
    """The events of an actor (by id) by month. Raises RunStopped when the store fails."""
    facts = t.facts.c
    taking = sa.select(t.fact_actors.c.fact_id).where(t.fact_actors.c.actor_id == actor)
    days = (facts.possible_first, facts.possible_last)
    query = sa.select(*days, sa.func.count().label("number")).group_by(*days)
    query = query.where(facts.kind.concat("") == "event", facts.id.in_(taking))
    months: Counter[date] = Counter()
    less_sharp = undated = 0
    with view.connected() as connection:
        for row in connection.execute(query):
            first, last = row.possible_first, row.possible_last
            if first is None and last is None:
                undated += row.number
            elif first is None or last is None or (first.year, first.month) != (last.year, last.month):
                less_sharp += row.number
            else:
                months[first.replace(day=1)] += row.number
    return EventMonths(months=dict(sorted(months.items())), less_sharp=less_sharp, undated=undated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voucher:
    """A source, and how much of what is known of an actor rests on it."""

    actor: str | None
    """The id of a named speaker; None for an outlet in its own voice."""
    name: str
    """Empty for reports that name neither an agency nor a publisher."""
    claims: int
    reports: int


def vouchers(view: View, actor: str) -> Sequence[Voucher]:
    """Who vouches for the facts of an actor (by id): the sources of the claims that support them, those of most claims
    first. A named speaker counts wherever cited; whom a report does not name counts with its outlet.
    """
    first, speaker, speaking = reports.alias("first"), t.members.alias("speaker"), t.actors.alias("speaking")
    first_of_copies = sa.func.coalesce(t.copies.c.cluster, t.fact_claims.c.report_id)
    outlet = sa.func.coalesce(t.signatures.c.agency, first.c.publisher, sa.literal_column("''"))
    name = sa.func.coalesce(speaking.c.name, outlet)
    number = sa.func.count(sa.distinct(t.fact_claims.c.claim_id))
    said = sa.and_(speaker.c.report_id == claims.c.report_id, speaker.c.entity == claims.c.said_by_entity)
    stands = sa.and_(readings.c.report_id == t.fact_claims.c.report_id, readings.c.superseded_at.is_(None))
    query = (
        sa.select(
            speaking.c.id,
            name.label("name"),
            number.label("claims"),
            sa.func.count(sa.distinct(t.fact_claims.c.report_id)).label("reports"),
        )
        .select_from(t.fact_actors)
        .join(t.fact_claims, t.fact_claims.c.fact_id == t.fact_actors.c.fact_id)
        .join(readings, stands)
        .join(claims, sa.and_(claims.c.reading_id == readings.c.id, claims.c.id == t.fact_claims.c.claim_id))
        .outerjoin(speaker, said)
        .outerjoin(speaking, speaking.c.id == speaker.c.actor_id)
        .outerjoin(t.copies, t.copies.c.report_id == t.fact_claims.c.report_id)
        .outerjoin(t.signatures, t.signatures.c.report_id == first_of_copies)
        .outerjoin(first, first.c.id == first_of_copies)
        .where(t.fact_actors.c.actor_id == actor, t.fact_claims.c.stance == "supports")
        .group_by(speaking.c.id, name)
        .order_by(number.desc(), name)
    )
    with view.connected() as connection:
        return [
            Voucher(actor=row.id, name=row.name, claims=row.claims, reports=row.reports)
            for row in connection.execute(query)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportName:
    """A report as a dossier names it."""

    id: str
    title: str
    published: date | None


def report_names(view: View, wanted: Sequence[str]) -> dict[str, ReportName]:
    """Titles of reports by id; where a report has none its source, else its id."""
    query = sa.select(reports.c.id, reports.c.title, reports.c.source, reports.c.published)
    with view.connected() as connection:
        rows = connection.execute(query.where(reports.c.id.in_(list(dict.fromkeys(wanted)))))
        return {row.id: _named(row) for row in rows}


def reports_naming(view: View, actor: str, *, limit: int) -> list[ReportName]:
    """The reports with an entity that is taken for an actor (by id), the latest published first."""
    naming = sa.select(t.members.c.report_id).where(t.members.c.actor_id == actor)
    query = sa.select(reports.c.id, reports.c.title, reports.c.source, reports.c.published)
    query = query.where(reports.c.id.in_(naming)).order_by(reports.c.published.desc().nulls_last(), reports.c.id)
    with view.connected() as connection:
        return [_named(row) for row in connection.execute(query.limit(limit))]


def _named(row: Any) -> ReportName:
    """What was typed or piped in has no source to be known by."""
    source = row.source if row.source != "-" else row.id
    return ReportName(id=row.id, title=row.title or source, published=row.published)
