"""Questions to a store."""

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from types import TracebackType
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from dateline.model.record_types import ClaimRecord, ReadingRecord
from dateline.store.bytewise import bytewise
from dateline.store.filters import ClaimFilter, Condition, ReportFilter
from dateline.store.location import Location
from dateline.store.problems import explained
from dateline.store.tables import claims, readings, reports

BATCH = 500
"""Rows fetched at a time, so that an answer of any size takes little memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReport:
    """A report as the store lists it, without its bytes and text."""

    id: str
    sha256: str
    source: str
    media_type: str
    title: str | None
    published: date | None
    published_basis: str | None
    publisher: str | None
    author: str | None
    url: str | None
    language: str | None
    notes: list[str]
    added_at: datetime
    """In UTC, as is ``read_at``."""
    reader: str
    """Of the reading that stands."""
    read_at: datetime
    readings: int
    """How often the report was read, superseded readings included."""
    claims: int
    """How many claims the standing reading holds."""

    def as_record(self) -> dict[str, Any]:
        """For ``--json``: all fields, days and moments as ISO 8601."""
        days = {name: _iso(getattr(self, name)) for name in ("published", "added_at", "read_at")}
        return {**dataclasses.asdict(self), **days}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredClaim:
    """A claim with what a person needs of its report."""

    record: ClaimRecord
    report_id: str
    report_title: str | None
    report_published: date | None
    report_publisher: str | None
    report_source: str
    report_url: str | None
    reader: str
    superseded: bool
    """Whether a newer reading of the report has taken the place of this claim's reading."""

    def as_record(self) -> dict[str, Any]:
        """For ``--json`` and exports: the claim's record, and beside it ``report_…``, ``reader`` and ``superseded``."""
        return {
            **self.record,
            "report_id": self.report_id,
            "report_title": self.report_title,
            "report_published": _iso(self.report_published),
            "report_publisher": self.report_publisher,
            "report_source": self.report_source,
            "report_url": self.report_url,
            "reader": self.reader,
            "superseded": self.superseded,
        }


class View:
    """A store that is only read. Every question may raise RunStopped when the database fails."""

    def __init__(self, location: Location, engine: Engine) -> None:
        self.location = location
        self.engine = engine

    @contextmanager
    def connected(self) -> Iterator[Connection]:
        """A connection to ask over; what the database complains of is raised as RunStopped, in words."""
        with explained(str(self.location)), self.engine.connect() as connection:
            yield connection

    def reports(self, wanted: ReportFilter | None = None) -> Iterator[StoredReport]:
        """Reports in the order they were added."""
        query = _reports_query((wanted or ReportFilter()).conditions())
        for row in self._rows(query):
            yield StoredReport(**row)

    def claims(self, wanted: ClaimFilter | None = None) -> Iterator[StoredClaim]:
        """Claims, report by report in the order added, within a report in the order of the text."""
        query = _claims_query((wanted or ClaimFilter()).conditions())
        for row in self._rows(query):
            yield StoredClaim(**row)

    def reading(self, report_id: str) -> ReadingRecord:
        """The standing reading of a report, as ``dateline read --json`` gave it. Raises KeyError when there is none."""
        query = sa.select(readings.c.id, readings.c.record).where(
            readings.c.report_id == report_id, readings.c.superseded_at.is_(None)
        )
        with self.connected() as connection:
            row = connection.execute(query).one_or_none()
            if row is None:
                raise KeyError(report_id)
            record: ReadingRecord = row.record
            record["claims"] = _records(connection, row.id)
        return record

    def raw(self, report_id: str) -> bytes:
        """The bytes of a report as they came. Raises KeyError when there is no such report."""
        query = sa.select(reports.c.raw).where(reports.c.id == report_id)
        with self.connected() as connection:
            raw = connection.scalar(query)
        if raw is None:
            raise KeyError(report_id)
        return bytes(raw)

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def _rows(self, query: sa.Select[Any]) -> Iterator[dict[str, Any]]:
        with self.connected() as connection:
            for row in connection.execute(query.execution_options(yield_per=BATCH)).mappings():
                yield dict(row)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _records(connection: Connection, reading_id: int) -> list[ClaimRecord]:
    query = sa.select(claims.c.record).where(claims.c.reading_id == reading_id).order_by(claims.c.position)
    return list(connection.scalars(query))


def _reports_query(conditions: list[Condition]) -> sa.Select[Any]:
    names = ("id", "sha256", "source", "media_type", "title", "published", "published_basis", "publisher", "author")
    listed = [reports.c[name] for name in (*names, "url", "language", "notes", "added_at")]
    every = readings.alias()
    times_read = sa.select(sa.func.count()).where(every.c.report_id == reports.c.id).scalar_subquery()
    held = sa.select(sa.func.count()).where(claims.c.reading_id == readings.c.id).scalar_subquery()
    return (
        sa.select(*listed, readings.c.reader, readings.c.read_at, times_read.label("readings"), held.label("claims"))
        .join(readings, readings.c.report_id == reports.c.id)
        .where(readings.c.superseded_at.is_(None), *conditions)
        .order_by(reports.c.added_at, bytewise(reports.c.id))
    )


def _claims_query(conditions: list[Condition]) -> sa.Select[Any]:
    return (
        sa.select(
            claims.c.record,
            claims.c.report_id,
            reports.c.title.label("report_title"),
            reports.c.published.label("report_published"),
            reports.c.publisher.label("report_publisher"),
            reports.c.source.label("report_source"),
            reports.c.url.label("report_url"),
            readings.c.reader,
            readings.c.superseded_at.is_not(None).label("superseded"),
        )
        .join(readings, readings.c.id == claims.c.reading_id)
        .join(reports, reports.c.id == claims.c.report_id)
        .where(*conditions)
        .order_by(reports.c.added_at, bytewise(reports.c.id), claims.c.reading_id, claims.c.position)
    )
