"""What the page of a report asks the store for beside its reading."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from dateline.facts.signatures import Copy
from dateline.model.record_types import ReadingRecord
from dateline.record.record import Record
from dateline.serve.problems import NotThere
from dateline.store import View
from dateline.store import record_tables as t
from dateline.store.tables import readings, reports

MOST_COPIES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """When a report came and was read."""

    added_at: datetime
    read_at: datetime
    readings: int
    """How often it was read, superseded readings included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sibling:
    """Another report of the same text."""

    id: str
    title: str
    publisher: str | None
    published: date | None
    standing: str
    """``first``, ``copy`` or ``update``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """What a report is among its copies."""

    own: Copy | None
    """None while it was not compared."""
    others: tuple[Sibling, ...]
    """The first published come first; at most ``MOST_COPIES``."""
    number: int
    """How many others there are."""


def kept(record: Record, report: str) -> Kept:
    """Of a report that the store holds."""
    every = readings.alias()
    times = sa.select(sa.func.count()).where(every.c.report_id == reports.c.id).scalar_subquery()
    query = (
        sa.select(reports.c.added_at, readings.c.read_at, times.label("readings"))
        .join(readings, readings.c.report_id == reports.c.id)
        .where(reports.c.id == report, readings.c.superseded_at.is_(None))
    )
    with record.view.connected() as connection:
        return Kept(**connection.execute(query).mappings().one())


def copies(record: Record, report: str) -> Copies:
    """Of a report that the store holds."""
    own = record.copies([report]).get(report)
    if own is None:
        return Copies(own=None, others=(), number=0)
    others = (t.copies.c.cluster == own.cluster, t.copies.c.report_id != report)
    title = sa.func.coalesce(reports.c.title, reports.c.source).label("title")
    query = (
        sa.select(reports.c.id, title, reports.c.publisher, reports.c.published, t.copies.c.standing)
        .join(t.copies, t.copies.c.report_id == reports.c.id)
        .where(*others)
        .order_by(reports.c.published.nulls_last(), reports.c.id)
    )
    count = sa.select(sa.func.count()).select_from(t.copies).where(*others)
    with record.view.connected() as connection:
        rows = connection.execute(query.limit(MOST_COPIES)).mappings()
        found = tuple(Sibling(**row) for row in rows)
        return Copies(own=own, others=found, number=connection.scalar(count) or 0)


def standing_reading(view: View, report: str) -> ReadingRecord:
    """The reading of a report that stands. Raises NotThere."""
    try:
        return view.reading(report)
    except KeyError as error:
        raise NotThere(
            f"there is no report {report!r} in the store: the list of reports has those there are"
        ) from error
