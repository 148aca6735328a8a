"""The tables of the record: what is concluded, decided and put by. The same on SQLite and PostgreSQL.

``decisions`` and ``snapshots`` are kept for good. All others are made from reports, claims and decisions, and can be
made again.
"""

import sqlalchemy as sa

from dateline.store.tables import UtcDateTime, metadata

entities = sa.Table(
    "entities",
    metadata,
    sa.Column("reading_id", sa.ForeignKey("readings.id"), primary_key=True),
    sa.Column("id", sa.String(16), primary_key=True),
    sa.Column("report_id", sa.ForeignKey("reports.id"), nullable=False, index=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("country", sa.String(2)),
    sa.Column("known", sa.Text),
    sa.Column("plural", sa.Boolean, nullable=False),
    # The names it is called in the report; empty for one that is only described.
    sa.Column("names", sa.JSON, nullable=False),
    # How it is described, such as "a shopkeeper".
    sa.Column("descriptions", sa.JSON, nullable=False),
)
"""Who is in a report, taken out of the reading so that reports can be compared without reading it whole."""

signatures = sa.Table(
    "signatures",
    metadata,
    sa.Column("report_id", sa.String(17), primary_key=True),
    sa.Column("shingles", sa.Integer, nullable=False),
    sa.Column("digest", sa.LargeBinary, nullable=False),
    sa.Column("agency", sa.Text),
)
"""The MinHash of each report's text and the agency that it credits."""

bands = sa.Table(
    "bands",
    metadata,
    sa.Column("band", sa.String(20), primary_key=True),
    sa.Column("report_id", sa.String(17), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""Reports with a band in common may be copies."""

copies = sa.Table(
    "copies",
    metadata,
    sa.Column("report_id", sa.String(17), primary_key=True),
    sa.Column("cluster", sa.String(17), nullable=False, index=True),
    sa.Column("standing", sa.Text, nullable=False),
    sa.Column("of", sa.String(17)),
    sa.Column("similarity", sa.Float),
    sa.Column("superseded_by", sa.String(17)),
    sa.Column("reason", sa.Text, nullable=False),
    sqlite_with_rowid=False,
)

entity_keys = sa.Table(
    "entity_keys",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("report_id", sa.String(17), primary_key=True, index=True),
    sa.Column("entity", sa.String(16), primary_key=True),
    sqlite_with_rowid=False,
)
"""Entities that share a key are compared. ``facts/actors`` says what the keys are."""

actors = sa.Table(
    "actors",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("country", sa.String(2)),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("reports", sa.Integer, nullable=False),
    sa.Column("record", sa.JSON, nullable=False),
    # How many of its entities are of each kind, country and scene.
    sa.Column("tallies", sa.JSON, nullable=False),
)

members = sa.Table(
    "members",
    metadata,
    sa.Column("report_id", sa.String(17), primary_key=True),
    sa.Column("entity", sa.String(16), primary_key=True),
    sa.Column("actor_id", sa.Text, nullable=False, index=True),
    # What the report's claims say of the entity, as ``facts/background`` made it.
    sa.Column("background", sa.JSON, nullable=False),
    # What it brings to its actor, as ``facts/profile`` sums it up.
    sa.Column("profile", sa.String(16), nullable=False, index=True),
    sqlite_with_rowid=False,
)
"""Which entity of which report is which actor."""

judgements = sa.Table(
    "judgements",
    metadata,
    sa.Column("left_report", sa.String(17), primary_key=True),
    sa.Column("left_entity", sa.String(16), primary_key=True),
    sa.Column("right_report", sa.String(17), primary_key=True),
    sa.Column("right_entity", sa.String(16), primary_key=True),
    sa.Column("near", sa.Text, primary_key=True),
    sa.Column("left_actor", sa.Text, nullable=False, index=True),
    sa.Column("right_actor", sa.Text, nullable=False, index=True),
    sa.Column("verdict", sa.Text, nullable=False),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("decision", sa.Integer),
    sqlite_with_rowid=False,
)

judgement_order = sa.Index("ix_judgements_verdict", judgements.c.verdict, judgements.c.score)

facts = sa.Table(
    "facts",
    metadata,
    sa.Column("id", sa.String(13), primary_key=True),
    sa.Column("kind", sa.Text, nullable=False, index=True),
    sa.Column("type", sa.Text, nullable=False, index=True),
    sa.Column("mode", sa.Text),
    sa.Column("named", sa.Boolean, nullable=False),
    sa.Column("place_words", sa.Text, nullable=False),
    sa.Column("country", sa.String(2), index=True),
    sa.Column("possible_first", sa.Date, index=True),
    sa.Column("possible_last", sa.Date, index=True),
    # Whether a day is known at all: the two columns before may both be open.
    sa.Column("dated", sa.Boolean, nullable=False),
    sa.Column("reported_first", sa.Date),
    sa.Column("reported_last", sa.Date),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("sources", sa.Integer, nullable=False),
    sa.Column("modality", sa.Text, nullable=False),
    sa.Column("record", sa.JSON, nullable=False),
)

fact_claims = sa.Table(
    "fact_claims",
    metadata,
    sa.Column("fact_id", sa.String(13), primary_key=True),
    sa.Column("claim_id", sa.String(32), primary_key=True, index=True),
    sa.Column("report_id", sa.String(17), nullable=False, index=True),
    sa.Column("stance", sa.Text, nullable=False),
    sqlite_with_rowid=False,
)

fact_actors = sa.Table(
    "fact_actors",
    metadata,
    sa.Column("fact_id", sa.String(13), primary_key=True),
    sa.Column("actor_id", sa.Text, primary_key=True, index=True),
    sa.Column("part", sa.Text, primary_key=True),
    sqlite_with_rowid=False,
)

event_claims = sa.Table(
    "event_claims",
    metadata,
    sa.Column("claim_id", sa.String(32), primary_key=True),
    sa.Column("report_id", sa.String(17), nullable=False, index=True),
    sa.Column("item", sa.String(32), nullable=False),
    sa.Column("component", sa.String(32), nullable=False, index=True),
    sa.Column("family", sa.Text, nullable=False),
    sa.Column("country", sa.String(2)),
    sa.Column("first", sa.Date),
    sa.Column("last", sa.Date),
)
"""Claims of events. An item is what one report tells of one event; items of one component are linked, directly or by
others, and are clustered together.
"""

event_blocks = sa.Index(
    "ix_event_claims_block", event_claims.c.family, event_claims.c.country, event_claims.c.first, event_claims.c.last
)

relation_claims = sa.Table(
    "relation_claims",
    metadata,
    sa.Column("claim_id", sa.String(32), primary_key=True),
    sa.Column("type", sa.Text, primary_key=True),
    sa.Column("report_id", sa.String(17), nullable=False, index=True),
    sa.Column("subject", sa.Text, nullable=False, index=True),
    sa.Column("object", sa.Text, nullable=False),
    sa.Column("planned", sa.Boolean, nullable=False),
    sqlite_with_rowid=False,
)
"""Claims of relations by their parties, and (type ``ends``) claims that end some of their subject."""

relation_groups = sa.Index("ix_relation_claims_group", relation_claims.c.object, relation_claims.c.type)

decisions = sa.Table(
    "decisions",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("about", sa.Text, nullable=False),
    sa.Column("targets", sa.JSON, nullable=False),
    sa.Column("before", sa.JSON, nullable=False),
    sa.Column("after", sa.JSON, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sqlite_autoincrement=True,
)

pending = sa.Table(
    "pending",
    metadata,
    sa.Column("what", sa.Text, primary_key=True),
)
"""Reports and decisions that the facts do not reflect yet: ``report:…``, ``decision:…``. Written with the report or the
decision itself and taken away with the facts, each in one transaction.
"""

state = sa.Table(
    "state",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
"""With what rules the facts were built (``facts``)."""

snapshots = sa.Table(
    "snapshots",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("record", sa.JSON, nullable=False),
)

snapshot_facts = sa.Table(
    "snapshot_facts",
    metadata,
    sa.Column("snapshot", sa.ForeignKey("snapshots.name"), primary_key=True),
    sa.Column("fact_id", sa.String(13), primary_key=True),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("record", sa.JSON, nullable=False),
)

MADE = (
    relation_claims,
    event_claims,
    fact_actors,
    fact_claims,
    facts,
    judgements,
    members,
    actors,
    entity_keys,
    copies,
    bands,
    signatures,
)
"""Tables that a rebuild empties and fills, those first that refer to others."""
