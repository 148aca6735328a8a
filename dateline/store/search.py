"""Full-text search over reports and their claims; the same words find the same on SQLite and PostgreSQL."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

import sqlalchemy as sa

from dateline.errors import BadArgument
from dateline.store.bytewise import bytewise
from dateline.store.search_query import Term, for_fts5, for_tsquery, phrase_in_words, read_query
from dateline.store.search_tables import INDEX, TsQuery, search_items
from dateline.store.snippets import Span, snippet
from dateline.store.tables import claims, readings, reports
from dateline.store.view import View

What = Literal["reports", "claims", "all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report or a claim in which a search found all that was asked for."""

    kind: Literal["report", "claim"]
    report_id: str
    claim_id: str | None
    """None for a report."""
    title: str | None
    """Of the report."""
    published: date | None
    snippet: str
    """A part of the report's text, or the claim's quotation."""
    matches: tuple[Span, ...]
    """Where in the snippet (code points, end exclusive). Empty when only a title, or a name in the claim, fits."""
    rank: float
    """Higher is better. It compares the hits of one search, and is reckoned differently by the two databases."""

    def as_record(self) -> dict[str, Any]:
        """For ``--json``."""
        published = self.published.isoformat() if self.published else None
        return {**dataclasses.asdict(self), "published": published, "matches": [list(span) for span in self.matches]}


def search(view: View, words: str, *, what: What = "all", limit: int = 20, offset: int = 0) -> list[Hit]:
    """The best hits first: all words must occur; ``"a phrase"``, ``begin*`` and ``-not`` are understood.

    Case, accents and apostrophes do not count. Only claims of readings that stand are looked in. Raises BadArgument for
    words that cannot be meant, and RunStopped when the store fails.
    """
    if what not in get_args(What):
        raise BadArgument(f"{what!r} cannot be searched: take one of {', '.join(get_args(What))}")
    if limit < 1 or offset < 0:
        raise BadArgument("ask for at least one hit, and skip none or more")
    terms = read_query(words)
    found = _in_sqlite(terms) if view.location.is_sqlite else _in_postgres(terms)
    query = _with_texts(found, what).limit(limit).offset(offset)
    with view.connected() as connection:
        return [_hit(row, terms) for row in connection.execute(query)]


def _hit(row: sa.Row[Any], terms: Sequence[Term]) -> Hit:
    part, matches = snippet(row.shown, terms)
    return Hit(
        kind="report" if row.claim_id is None else "claim",
        report_id=row.report_id,
        claim_id=row.claim_id,
        title=row.title,
        published=row.published,
        snippet=part,
        matches=matches,
        rank=row.rank,
    )


def _in_sqlite(terms: Sequence[Term]) -> sa.Subquery:
    """Ids and ranks of the items that fit. ``bm25`` counts the better the lower."""
    index = sa.table(INDEX, sa.column("rowid", sa.Integer))
    fits = sa.literal_column(INDEX).op("MATCH")(for_fts5(terms))
    rank = -sa.func.bm25(sa.literal_column(INDEX), type_=sa.Float)
    return sa.select(index.c.rowid.label("id"), rank.label("rank")).where(fits).subquery()


def _in_postgres(terms: Sequence[Term]) -> sa.Subquery:
    """Ids and ranks of the items that fit. The nearer the words and the shorter the text (1), the higher the rank."""
    query = sa.cast(for_tsquery(terms), TsQuery)
    rank = sa.func.ts_rank_cd(search_items.c.vector, query, 1, type_=sa.Float)
    fits: list[sa.ColumnElement[bool]] = [search_items.c.vector.op("@@")(query)]
    for term in terms:
        if len(term.words) > 1:
            inside = search_items.c.words.contains(phrase_in_words(term))
            fits.append(~inside if term.excluded else inside)
    return sa.select(search_items.c.id, rank.label("rank")).where(*fits).subquery()


def _with_texts(found: sa.Subquery, what: What) -> sa.Select[Any]:
    item = search_items.c
    standing = sa.select(readings.c.id).where(
        readings.c.report_id == item.report_id, readings.c.superseded_at.is_(None)
    )
    of_item = sa.and_(claims.c.id == item.claim_id, claims.c.reading_id == standing.scalar_subquery())
    shown = sa.case((item.claim_id.is_(None), reports.c.text), else_=claims.c.quote)
    query = (
        sa.select(
            item.report_id, item.claim_id, reports.c.title, reports.c.published, shown.label("shown"), found.c.rank
        )
        .join(found, found.c.id == item.id)
        .join(reports, reports.c.id == item.report_id)
        .outerjoin(claims, of_item)
        .order_by(found.c.rank.desc(), reports.c.published.desc().nulls_last(), bytewise(item.report_id), item.id)
    )
    if what == "all":
        return query
    return query.where(item.claim_id.is_(None) if what == "reports" else item.claim_id.is_not(None))
