"""The words of reports and claims, to be searched. What was stored before is filled in after the migration."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

FTS = (
    "CREATE VIRTUAL TABLE search_index USING fts5(words, content='search_items', content_rowid='id', tokenize='ascii')"
)
"""The words are folded already: whatever is not ASCII is part of a word, and spaces part them."""
ADDED = "INSERT INTO search_index(rowid, words) VALUES (new.id, new.words);"
REMOVED = "INSERT INTO search_index(search_index, rowid, words) VALUES ('delete', old.id, old.words);"


def upgrade() -> None:
    """Make the table and the index that its database has for words."""
    op.create_table(
        "search_items",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("report_id", sa.String(length=17), nullable=False),
        sa.Column("claim_id", sa.String(length=32)),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("vector", sa.Text().with_variant(postgresql.TSVECTOR(), "postgresql")),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_search_items_report_id"),
        sa.PrimaryKeyConstraint("id", name="pk_search_items"),
    )
    op.create_index("ix_search_items_report_id", "search_items", ["report_id"])
    if op.get_bind().dialect.name == "postgresql":
        op.create_index("ix_search_items_vector", "search_items", ["vector"], postgresql_using="gin")
        return
    op.execute(FTS)
    op.execute(f"CREATE TRIGGER search_items_added AFTER INSERT ON search_items BEGIN {ADDED} END")
    op.execute(f"CREATE TRIGGER search_items_removed AFTER DELETE ON search_items BEGIN {REMOVED} END")


def downgrade() -> None:
    """Drop them: they are made from what else is stored."""
    if op.get_bind().dialect.name == "sqlite":
        op.drop_table("search_index")
    op.drop_table("search_items")
