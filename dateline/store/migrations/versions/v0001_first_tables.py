"""The first tables: reports, readings, claims. A step is never changed once released; the next change is a new step."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _make_reports()
    _make_readings()
    _make_claims()


def downgrade() -> None:
    """Drop the tables, and all that is in them."""
    for table in ("claims", "readings", "reports"):
        op.drop_table(table)


def _make_reports() -> None:
    op.create_table(
        "reports",
        sa.Column("id", sa.String(17), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("headline", sa.JSON),
        sa.Column("published", sa.Date),
        sa.Column("published_basis", sa.Text),
        sa.Column("published_words", sa.Text),
        sa.Column("dateline", sa.JSON),
        sa.Column("furniture", sa.JSON, nullable=False),
        sa.Column("publisher", sa.Text),
        sa.Column("author", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("notes", sa.JSON, nullable=False),
        sa.Column("added_at", sa.DateTime, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.UniqueConstraint("sha256", name="uq_reports_sha256"),
    )
    op.create_index("ix_reports_published", "reports", ["published"])


def _make_readings() -> None:
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer, autoincrement=True, nullable=False),
        sa.Column("report_id", sa.String(17), nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("read_at", sa.DateTime, nullable=False),
        sa.Column("superseded_at", sa.DateTime),
        sa.Column("superseded_by", sa.Integer),
        sa.Column("record", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_readings_report_id"),
        sa.ForeignKeyConstraint(["superseded_by"], ["readings.id"], name="fk_readings_superseded_by"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_readings_report_id", "readings", ["report_id"])
    standing = sa.text("superseded_at IS NULL")
    op.create_index(
        "uq_readings_standing",
        "readings",
        ["report_id"],
        unique=True,
        sqlite_where=standing,
        postgresql_where=standing,
    )


def _make_claims() -> None:
    op.create_table(
        "claims",
        sa.Column("reading_id", sa.Integer, nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("report_id", sa.String(17), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("mode", sa.Text),
        *_actor_columns("subject"),
        *_actor_columns("object"),
        sa.Column("place", sa.Text),
        sa.Column("place_words", sa.Text, nullable=False),
        sa.Column("country", sa.String(2)),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("edtf", sa.Text),
        sa.Column("possible_first", sa.Date),
        sa.Column("possible_last", sa.Date),
        sa.Column("certain_first", sa.Date),
        sa.Column("certain_last", sa.Date),
        sa.Column("polarity", sa.Text, nullable=False),
        sa.Column("modality", sa.Text, nullable=False),
        *_actor_columns("said_by"),
        sa.Column("speech", sa.Text),
        sa.Column("evidence_start", sa.Integer, nullable=False),
        sa.Column("evidence_end", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("record", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("reading_id", "id", name="pk_claims"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_claims_reading_id"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_claims_report_id"),
    )
    for column in ("report_id", "type", "country", "possible_first", "possible_last"):
        op.create_index(f"ix_claims_{column}", "claims", [column])


def _actor_columns(part: str) -> list[sa.Column[str]]:
    return [
        sa.Column(part, sa.Text),
        sa.Column(f"{part}_entity", sa.Text),
        sa.Column(f"{part}_words", sa.Text, nullable=False),
    ]
