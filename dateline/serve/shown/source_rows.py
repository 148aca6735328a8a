"""The claims of one source as its page shows them: each with its words and the fact that it tells of."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from dateline.model.fact import Fact
from dateline.model.fact_record import fact_of
from dateline.record.record import named_facts
from dateline.record.sources import Vouched
from dateline.store import View
from dateline.store import record_tables as t
from dateline.store.tables import claims, readings, reports


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLine:
    """One claim of a source."""

    held: Vouched
    fact: Fact | None
    """None when the facts were made anew since they were counted."""
    quote: str
    """Empty for a claim that was added by hand."""
    title: str
    """Of the report, or its id."""
    published: object


def said_lines(view: View, vouched: Sequence[Vouched]) -> list[SaidLine]:
    """The few that a page shows, in their order. Raises RunStopped when the store fails."""
    fact_ids, claim_ids = {one.fact for one in vouched}, {one.claim for one in vouched}
    report_ids = {one.report for one in vouched}
    stands = sa.select(readings.c.id).where(readings.c.report_id.in_(report_ids), readings.c.superseded_at.is_(None))
    said = sa.select(claims.c.id, claims.c.quote).where(claims.c.id.in_(claim_ids), claims.c.reading_id.in_(stands))
    told = sa.select(reports.c.id, reports.c.title, reports.c.published).where(reports.c.id.in_(report_ids))
    with view.connected() as connection:
        query = sa.select(t.facts.c.record).where(t.facts.c.id.in_(fact_ids))
        facts = {one.id: one for one in named_facts(connection, [fact_of(row) for row in connection.scalars(query)])}
        quotes = {row.id: row.quote for row in connection.execute(said)}
        found = {row.id: row for row in connection.execute(told)}
    return [
        SaidLine(
            held=one,
            fact=facts.get(one.fact),
            quote=quotes.get(one.claim, ""),
            title=(found[one.report].title if one.report in found else None) or one.report,
            published=found[one.report].published if one.report in found else None,
        )
        for one in vouched
    ]
