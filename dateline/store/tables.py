"""The tables of the store, the same on SQLite and PostgreSQL. ``migrations/`` makes them; a test compares the two.

A report keeps its raw bytes unaltered. A reading is what one version of the reader made of it; when a newer one comes,
the older is marked superseded and stays, with its claims. What is filtered on has a column; the whole record of a
reading and of a claim stands beside as JSON, in the form of ``dateline/model/record.py``.
"""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

SCHEMA_REVISION = "0005"
"""The newest revision in ``migrations/versions``; a test holds the two together."""

VERSION_TABLE = "dateline_schema"
"""Where the revision of a store is written. Not Alembic's usual name, which another program may use."""


class UtcDateTime(sa.TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no time zone, so it is taken off going in and put back coming out."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        return value.replace(tzinfo=UTC) if value else None


metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

reports = sa.Table(
    "reports",
    metadata,
    sa.Column("id", sa.String(17), primary_key=True),
    sa.Column("sha256", sa.String(64), nullable=False, unique=True),
    sa.Column("raw", sa.LargeBinary, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("title", sa.Text),
    sa.Column("headline", sa.JSON(none_as_null=True)),
    sa.Column("published", sa.Date, index=True),
    sa.Column("published_basis", sa.Text),
    sa.Column("published_words", sa.Text),
    sa.Column("dateline", sa.JSON(none_as_null=True)),
    sa.Column("furniture", sa.JSON, nullable=False),
    sa.Column("publisher", sa.Text),
    sa.Column("author", sa.Text),
    sa.Column("url", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("notes", sa.JSON, nullable=False),
    sa.Column("added_at", UtcDateTime, nullable=False),
)

reports_in_order = sa.Index("ix_reports_added_at", reports.c.added_at, reports.c.id)
"""A report holds its bytes, so that looking through all of them for their order would read all of those.
"""

readings = sa.Table(
    "readings",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("report_id", sa.ForeignKey("reports.id"), nullable=False, index=True),
    sa.Column("reader", sa.Text, nullable=False),
    sa.Column("fingerprint", sa.String(64), nullable=False),
    sa.Column("read_at", UtcDateTime, nullable=False),
    sa.Column("superseded_at", UtcDateTime),
    sa.Column("superseded_by", sa.ForeignKey("readings.id")),
    # The record of the reading with its report's text as read, without the claims, which have their own table.
    sa.Column("record", sa.JSON, nullable=False),
    sqlite_autoincrement=True,
)

one_reading_stands = sa.Index(
    "uq_readings_standing",
    readings.c.report_id,
    unique=True,
    sqlite_where=readings.c.superseded_at.is_(None),
)
"""A report has at most one reading that is not superseded, whatever two programs do at once.

On PostgreSQL the migration gives the index the same condition. Were it said here too, SQLAlchemy would import its whole
dialect of PostgreSQL for every store.
"""

claims = sa.Table(
    "claims",
    metadata,
    sa.Column("reading_id", sa.ForeignKey("readings.id"), primary_key=True),
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("report_id", sa.ForeignKey("reports.id"), nullable=False, index=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("type", sa.Text, nullable=False, index=True),
    sa.Column("mode", sa.Text),
    sa.Column("subject", sa.Text),
    sa.Column("subject_entity", sa.Text),
    sa.Column("subject_words", sa.Text, nullable=False),
    sa.Column("object", sa.Text),
    sa.Column("object_entity", sa.Text),
    sa.Column("object_words", sa.Text, nullable=False),
    sa.Column("place", sa.Text),
    sa.Column("place_words", sa.Text, nullable=False),
    sa.Column("country", sa.String(2), index=True),
    sa.Column("lat", sa.Float),
    sa.Column("lon", sa.Float),
    # The day columns may all be empty in a dated claim (open ends); edtf is empty only without a date.
    sa.Column("edtf", sa.Text),
    sa.Column("possible_first", sa.Date, index=True),
    sa.Column("possible_last", sa.Date, index=True),
    sa.Column("certain_first", sa.Date),
    sa.Column("certain_last", sa.Date),
    sa.Column("polarity", sa.Text, nullable=False),
    sa.Column("modality", sa.Text, nullable=False),
    sa.Column("said_by", sa.Text),
    sa.Column("said_by_entity", sa.Text),
    sa.Column("said_by_words", sa.Text, nullable=False),
    sa.Column("speech", sa.Text),
    sa.Column("evidence_start", sa.Integer, nullable=False),
    sa.Column("evidence_end", sa.Integer, nullable=False),
    sa.Column("quote", sa.Text, nullable=False),
    sa.Column("confidence", sa.Float, nullable=False),
    sa.Column("record", sa.JSON, nullable=False),
)
