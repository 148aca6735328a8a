"""Readings into a store: one transaction each, nothing twice, nothing lost."""

import dataclasses
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.errors import ReportSkipped
from dateline.model import Published, Reading, Report
from dateline.model.record import to_record
from dateline.model.record_types import ReadingRecord
from dateline.store.engine import WRITING
from dateline.store.entity_rows import entity_rows
from dateline.store.problems import explained
from dateline.store.put import put_rows
from dateline.store.record_tables import entities, pending
from dateline.store.rows import claim_rows, fingerprint, reading_row, report_row
from dateline.store.search_index import put_searchable
from dateline.store.tables import claims, readings, reports
from dateline.store.view import View

logger = logging.getLogger(__name__)

Added = Literal["new", "unchanged", "reread"]

_STAYS = ("id", "sha256", "raw", "source")
"""Columns of a report that a later reading does not change: its bytes, and where they first came from."""


class Store(View):
    """A store that is read and written."""

    def holds(self, report: Report, reader: str) -> bool:
        """Whether the standing reading of the report is what ``reader`` would make of it now."""
        query = sa.select(readings.c.fingerprint).where(
            readings.c.report_id == report.id, readings.c.superseded_at.is_(None)
        )
        with self.connected() as connection:
            return connection.scalar(query) == fingerprint(report, reader)

    def with_known_date(self, report: Report) -> Report:
        """The report with the day of publication that a person gave for it earlier, unless a person gives one now.

        So a report that was added with ``--published`` keeps its day when its folder is added again without.
        """
        if report.published and report.published.basis == "user":
            return report
        query = sa.select(reports.c.published, reports.c.published_words).where(
            reports.c.id == report.id, reports.c.published_basis == "user"
        )
        with self.connected() as connection:
            known = connection.execute(query).one_or_none()
        if known is None:
            return report
        published = Published(day=known.published, basis="user", words=known.published_words)
        return dataclasses.replace(report, published=published)

    def add(self, reading: Reading) -> Added:
        """Keep a reading: "new" report, "unchanged" since it is there already, or "reread", superseding the older.

        Raises RunStopped when the store fails, with nothing of this reading stored, and ReportSkipped when this report
        cannot be stored.
        """
        with explained(str(self.location)):
            try:
                return self._add(reading)
            except sa.exc.IntegrityError:
                # Another program stored the same report in between: now its reading is seen.
                logger.info("report %s was stored by another program meanwhile", reading.report.id)
                return self._add(reading)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in a transaction of its own: all that is done in it is kept, or nothing. Raises RunStopped."""
        with explained(str(self.location)), self._transaction() as connection:
            yield connection

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self.engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
            yield connection

    def add_many(self, many: Iterable[Reading]) -> list[Added | ReportSkipped]:
        """Keep readings in one transaction, all or none; those that cannot be stored are given back as ReportSkipped.

        Raises RunStopped when the store fails.
        """
        found: list[Added | ReportSkipped] = []
        with self.writing() as connection:
            for reading in many:
                try:
                    found.append(_add_within(connection, reading))
                except ReportSkipped as skipped:
                    found.append(skipped)
        return found

    def _add(self, reading: Reading) -> Added:
        with self._transaction() as connection:
            return _add_within(connection, reading)


def _add_within(connection: Connection, reading: Reading) -> Added:
    """Raises ReportSkipped, before anything is written, for a report that cannot be stored."""
    standing = _standing(connection, reading.report.id)
    if standing is not None and standing[1] == fingerprint(reading.report, reading.reader):
        return "unchanged"
    now = datetime.now(UTC)
    known = _keep_report(connection, reading.report, now)
    if standing is not None:
        # First: at most one reading of a report may stand.
        connection.execute(sa.update(readings).where(readings.c.id == standing[0]).values(superseded_at=now))
    reading_id = _insert_reading(connection, reading, now)
    if standing is not None:
        older = readings.c.id == standing[0]
        connection.execute(sa.update(readings).where(older).values(superseded_by=reading_id))
    return "reread" if known else "new"


def _standing(connection: Connection, report_id: str) -> tuple[int, str] | None:
    """The id and the fingerprint of the reading of a report that stands."""
    query = sa.select(readings.c.id, readings.c.fingerprint).where(
        readings.c.report_id == report_id, readings.c.superseded_at.is_(None)
    )
    row = connection.execute(query).one_or_none()
    return (row.id, row.fingerprint) if row else None


def _keep_report(connection: Connection, report: Report, now: datetime) -> bool:
    """Insert or update the report; True when it was there. Raises ReportSkipped for another report of the same id."""
    row = report_row(report)
    sha256 = connection.scalar(sa.select(reports.c.sha256).where(reports.c.id == report.id))
    if sha256 is None:
        connection.execute(sa.insert(reports).values(**row, added_at=now))
        return False
    if sha256 != report.sha256:
        raise ReportSkipped(report.source, f"the store holds another report with the id {report.id}; it is left alone")
    changed = {name: value for name, value in row.items() if name not in _STAYS}
    connection.execute(sa.update(reports).where(reports.c.id == report.id).values(**changed))
    return True


def _insert_reading(connection: Connection, reading: Reading, now: datetime) -> int:
    insert = sa.insert(readings).values(**reading_row(reading), read_at=now).returning(readings.c.id)
    reading_id: int = connection.execute(insert).scalar_one()
    rows = [{"reading_id": reading_id, **row} for row in claim_rows(reading)]
    put_rows(connection, claims, rows)
    report = reading.report
    put_searchable(connection, {"id": report.id, "title": report.title, "text": report.text}, rows)
    put_entities(connection, reading_id, report.id, to_record(reading))
    mark_pending(connection, f"report:{report.id}")
    return reading_id


def put_entities(connection: Connection, reading_id: int, report_id: str, record: ReadingRecord) -> None:
    """Take out of a reading (with its claims) who is in it."""
    same = {"reading_id": reading_id, "report_id": report_id}
    rows = [{**same, **row} for row in entity_rows(record, record["claims"])]
    put_rows(connection, entities, rows)


def mark_pending(connection: Connection, what: str) -> None:
    """Note that the facts do not reflect something yet."""
    if connection.scalar(sa.select(pending.c.what).where(pending.c.what == what)) is None:
        connection.execute(sa.insert(pending).values(what=what))
