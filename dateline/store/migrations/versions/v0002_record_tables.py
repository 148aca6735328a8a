"""The tables of the record: copies, actors, facts, decisions, snapshots.

What was stored before stays as it is; its facts are made at the first use (``pending``).
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and ask for the facts of all that is stored."""
    for make in (
        _make_actors,
        _make_bands,
        _make_copies,
        _make_decisions,
        _make_entity_keys,
        _make_event_claims,
        _make_fact_actors,
        _make_fact_claims,
        _make_facts,
        _make_judgements,
        _make_members,
        _make_pending,
        _make_relation_claims,
        _make_signatures,
        _make_snapshots,
        _make_state,
        _make_snapshot_facts,
        _make_entities,
    ):
        make()
    op.execute("INSERT INTO pending (what) SELECT 'report:' || id FROM reports")


def downgrade() -> None:
    """Drop the tables; decisions and snapshots are lost."""
    for table in (
        "entities",
        "snapshot_facts",
        "state",
        "snapshots",
        "signatures",
        "relation_claims",
        "pending",
        "members",
        "judgements",
        "facts",
        "fact_claims",
        "fact_actors",
        "event_claims",
        "entity_keys",
        "decisions",
        "copies",
        "bands",
        "actors",
    ):
        op.drop_table(table)


def _make_actors() -> None:
    op.create_table(
        "actors",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.String(length=2)),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_actors"),
    )


def _make_bands() -> None:
    op.create_table(
        "bands",
        sa.Column("band", sa.String(length=20), nullable=False),
        sa.Column("report_id", sa.String(length=17), nullable=False),
        sa.PrimaryKeyConstraint("band", "report_id", name="pk_bands"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_bands_report_id", "bands", ["report_id"])


def _make_copies() -> None:
    op.create_table(
        "copies",
        sa.Column("report_id", sa.String(length=17), nullable=False),
        sa.Column("cluster", sa.String(length=17), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("of", sa.String(length=17)),
        sa.Column("similarity", sa.Float()),
        sa.Column("superseded_by", sa.String(length=17)),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("report_id", name="pk_copies"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_copies_cluster", "copies", ["cluster"])


def _make_decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("targets", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
        sqlite_autoincrement=True,
    )


def _make_entity_keys() -> None:
    op.create_table(
        "entity_keys",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("report_id", sa.String(length=17), nullable=False),
        sa.Column("entity", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("key", "report_id", "entity", name="pk_entity_keys"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_entity_keys_report_id", "entity_keys", ["report_id"])


def _make_event_claims() -> None:
    op.create_table(
        "event_claims",
        sa.Column("claim_id", sa.String(length=32), nullable=False),
        sa.Column("report_id", sa.String(length=17), nullable=False),
        sa.Column("item", sa.String(length=32), nullable=False),
        sa.Column("component", sa.String(length=32), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("country", sa.String(length=2)),
        sa.Column("first", sa.Date()),
        sa.Column("last", sa.Date()),
        sa.PrimaryKeyConstraint("claim_id", name="pk_event_claims"),
    )
    op.create_index("ix_event_claims_block", "event_claims", ["family", "country", "first", "last"])
    op.create_index("ix_event_claims_component", "event_claims", ["component"])
    op.create_index("ix_event_claims_report_id", "event_claims", ["report_id"])


def _make_fact_actors() -> None:
    op.create_table(
        "fact_actors",
        sa.Column("fact_id", sa.String(length=13), nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("fact_id", "actor_id", "part", name="pk_fact_actors"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_fact_actors_actor_id", "fact_actors", ["actor_id"])


def _make_fact_claims() -> None:
    op.create_table(
        "fact_claims",
        sa.Column("fact_id", sa.String(length=13), nullable=False),
        sa.Column("claim_id", sa.String(length=32), nullable=False),
        sa.Column("report_id", sa.String(length=17), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("fact_id", "claim_id", name="pk_fact_claims"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_fact_claims_claim_id", "fact_claims", ["claim_id"])
    op.create_index("ix_fact_claims_report_id", "fact_claims", ["report_id"])


def _make_facts() -> None:
    op.create_table(
        "facts",
        sa.Column("id", sa.String(length=13), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text()),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("place_words", sa.Text(), nullable=False),
        sa.Column("country", sa.String(length=2)),
        sa.Column("possible_first", sa.Date()),
        sa.Column("possible_last", sa.Date()),
        sa.Column("dated", sa.Boolean(), nullable=False),
        sa.Column("reported_first", sa.Date()),
        sa.Column("reported_last", sa.Date()),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_facts"),
    )
    op.create_index("ix_facts_country", "facts", ["country"])
    op.create_index("ix_facts_kind", "facts", ["kind"])
    op.create_index("ix_facts_possible_first", "facts", ["possible_first"])
    op.create_index("ix_facts_possible_last", "facts", ["possible_last"])
    op.create_index("ix_facts_type", "facts", ["type"])


def _make_judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("left_report", sa.String(length=17), nullable=False),
        sa.Column("left_entity", sa.String(length=16), nullable=False),
        sa.Column("right_report", sa.String(length=17), nullable=False),
        sa.Column("right_entity", sa.String(length=16), nullable=False),
        sa.Column("near", sa.Text(), nullable=False),
        sa.Column("left_actor", sa.Text(), nullable=False),
        sa.Column("right_actor", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decision", sa.Integer()),
        sa.PrimaryKeyConstraint(
            "left_report", "left_entity", "right_report", "right_entity", "near", name="pk_judgements"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_judgements_left_actor", "judgements", ["left_actor"])
    op.create_index("ix_judgements_right_actor", "judgements", ["right_actor"])


def _make_members() -> None:
    op.create_table(
        "members",
        sa.Column("report_id", sa.String(length=17), nullable=False),
        sa.Column("entity", sa.String(length=16), nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("background", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("report_id", "entity", name="pk_members"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_members_actor_id", "members", ["actor_id"])


def _make_pending() -> None:
    op.create_table(
        "pending", sa.Column("what", sa.Text(), nullable=False), sa.PrimaryKeyConstraint("what", name="pk_pending")
    )


def _make_relation_claims() -> None:
    op.create_table(
        "relation_claims",
        sa.Column("claim_id", sa.String(length=32), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("report_id", sa.String(length=17), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.Column("planned", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("claim_id", "type", name="pk_relation_claims"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_relation_claims_group", "relation_claims", ["object", "type"])
    op.create_index("ix_relation_claims_report_id", "relation_claims", ["report_id"])
    op.create_index("ix_relation_claims_subject", "relation_claims", ["subject"])


def _make_signatures() -> None:
    op.create_table(
        "signatures",
        sa.Column("report_id", sa.String(length=17), nullable=False),
        sa.Column("shingles", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("agency", sa.Text()),
        sa.PrimaryKeyConstraint("report_id", name="pk_signatures"),
    )


def _make_snapshots() -> None:
    op.create_table(
        "snapshots",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_snapshots"),
    )


def _make_state() -> None:
    op.create_table(
        "state",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_state"),
    )


def _make_snapshot_facts() -> None:
    op.create_table(
        "snapshot_facts",
        sa.Column("snapshot", sa.Text(), nullable=False),
        sa.Column("fact_id", sa.String(length=13), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["snapshot"], ["snapshots.name"], name="fk_snapshot_facts_snapshot"),
        sa.PrimaryKeyConstraint("snapshot", "fact_id", name="pk_snapshot_facts"),
    )


def _make_entities() -> None:
    op.create_table(
        "entities",
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("report_id", sa.String(length=17), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.String(length=2)),
        sa.Column("known", sa.Text()),
        sa.Column("plural", sa.Boolean(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("descriptions", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_entities_reading_id"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_entities_report_id"),
        sa.PrimaryKeyConstraint("reading_id", "id", name="pk_entities"),
    )
    op.create_index("ix_entities_report_id", "entities", ["report_id"])
