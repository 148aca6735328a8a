"""The table behind ``dateline search``: the folded words of each report and of each claim that stands.

It is made from reports and claims and can be made again. Beside it is an index of its words, each database's own.
"""

from typing import Any

import sqlalchemy as sa

from dateline.store.tables import metadata


class TsVector(sa.types.UserDefinedType[str]):
    """PostgreSQL's type of indexed words. Not SQLAlchemy's own, for which its whole dialect would be imported."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        return "TSVECTOR"


class TsQuery(sa.types.UserDefinedType[str]):
    """PostgreSQL's type of what is looked for in a ``TsVector``."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        return "TSQUERY"


search_items = sa.Table(
    "search_items",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("report_id", sa.ForeignKey("reports.id"), nullable=False, index=True),
    # None for the report itself.
    sa.Column("claim_id", sa.String(32)),
    # Each word between spaces.
    sa.Column("words", sa.Text, nullable=False),
    # Only on PostgreSQL: the words with their places.
    sa.Column("vector", sa.Text().with_variant(TsVector(), "postgresql")),
)

INDEX = "search_index"
"""SQLite's index: an FTS5 table over ``search_items.words``, which triggers keep in step."""

BESIDE = frozenset(
    {INDEX, *(f"{INDEX}_{part}" for part in ("config", "data", "docsize", "idx")), "ix_search_items_vector"}
)
"""Tables and indexes that one of the two databases has and that are no part of ``metadata``."""
