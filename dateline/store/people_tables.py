"""The tables of those who work with a store: users, their sessions and keys, what they coded, what was logged.

All of them are kept for good; none is made from reports.
"""

import sqlalchemy as sa

from dateline.store.tables import UtcDateTime, metadata

users = sa.Table(
    "users",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    # reader, coder, curator, admin.
    sa.Column("role", sa.Text, nullable=False),
    # An argon2 hash, with its own salt and costs.
    sa.Column("password", sa.Text, nullable=False),
    sa.Column("added_at", UtcDateTime, nullable=False),
    sa.Column("active", sa.Boolean, nullable=False),
)

web_sessions = sa.Table(
    "web_sessions",
    metadata,
    # SHA-256 of the token in the cookie: who reads the database cannot log in.
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("person", sa.Text, nullable=False, index=True),
    # None: the person of a store without users, who came with the token that `dateline serve` printed.
    sa.Column("user_name", sa.ForeignKey("users.name")),
    sa.Column("begun_at", UtcDateTime, nullable=False),
    sa.Column("seen_at", UtcDateTime, nullable=False),
)

api_keys = sa.Table(
    "api_keys",
    metadata,
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("label", sa.Text, nullable=False),
    sa.Column("user_name", sa.ForeignKey("users.name"), nullable=False, index=True),
    sa.Column("made_at", UtcDateTime, nullable=False),
    sa.Column("used_at", UtcDateTime),
)

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("at", UtcDateTime, nullable=False, index=True),
    sa.Column("person", sa.Text, nullable=False),
    # Such as "log in", "export", "add user".
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("about", sa.Text, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    sqlite_autoincrement=True,
)
"""What was done in the workbench beside decisions, which are a log of their own. Rows are only added."""

codings = sa.Table(
    "codings",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("coder", sa.Text, nullable=False),
    sa.Column("claim_id", sa.String(32), nullable=False),
    sa.Column("report_id", sa.String(17), nullable=False),
    # accept, reject, correct; "none" takes back what the coder said of the claim before.
    sa.Column("verdict", sa.Text, nullable=False),
    # The corrected fields, as in a decision.
    sa.Column("changes", sa.JSON, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    # The decision that the record follows since, made of this and of what others coded; None while it is open.
    sa.Column("decision", sa.ForeignKey("decisions.id")),
    sqlite_autoincrement=True,
)
"""What each of several coders says of a claim where all claims are coded more than once. The record follows none of it
until it is adopted: then a decision is made.
"""

coding_claims = sa.Index("ix_codings_claim", codings.c.claim_id, codings.c.coder)
