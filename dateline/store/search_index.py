"""The words that ``dateline search`` looks in: put in with a reading, in its transaction, and taken out with it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.store.bytewise import bytewise
from dateline.store.search_query import folded
from dateline.store.search_tables import search_items
from dateline.store.tables import claims, readings, reports

Row = Mapping[str, Any]

SAID = ("quote", "subject", "object", "place", "said_by")
"""The columns of a claim whose words find it: so "he" is found under his name."""
LAST_PLACE, MOST_PLACES, MOST_BYTES = 16_383, 255, 900_000
"""What PostgreSQL keeps in a ``tsvector``: places up to a number, so many of one word, and about a megabyte in all."""
BATCH = 200


def put_searchable(connection: Connection, report: Row, claims_of: Iterable[Row]) -> None:
    """Let a report be found by its own words and those of the claims that stand, and by what it was found by no more.

    ``report`` needs ``id``, ``title`` and ``text``; a claim ``id`` and the columns in ``SAID``.
    """
    connection.execute(sa.delete(search_items).where(search_items.c.report_id == report["id"]))
    connection.execute(sa.insert(search_items), list(_rows(connection, report, claims_of)))


def fill(connection: Connection) -> None:
    """Make all words anew from reports and standing claims."""
    connection.execute(sa.delete(search_items))
    ids = list(connection.scalars(sa.select(reports.c.id).order_by(reports.c.added_at, bytewise(reports.c.id))))
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        said = _standing_claims(connection, batch)
        query = sa.select(reports.c.id, reports.c.title, reports.c.text).where(reports.c.id.in_(batch))
        held = {row["id"]: dict(row) for row in connection.execute(query).mappings()}
        rows = [row for one in batch for row in _rows(connection, held[one], said.get(one, ()))]
        connection.execute(sa.insert(search_items), rows)


def _standing_claims(connection: Connection, ids: Sequence[str]) -> dict[str, list[Row]]:
    columns = [claims.c.report_id, claims.c.id, *(claims.c[name] for name in SAID)]
    query = (
        sa.select(*columns)
        .join(readings, readings.c.id == claims.c.reading_id)
        .where(claims.c.report_id.in_(ids), readings.c.superseded_at.is_(None))
        .order_by(claims.c.report_id, claims.c.position)
    )
    rows = map(dict, connection.execute(query).mappings())
    return {report: list(group) for report, group in groupby(rows, key=lambda row: row["report_id"])}


def _rows(connection: Connection, report: Row, claims_of: Iterable[Row]) -> Iterator[dict[str, Any]]:
    texts = [(None, f"{report['title'] or ''} {report['text']}")]
    texts += [(claim["id"], " ".join(claim[name] or "" for name in SAID)) for claim in claims_of]
    for claim, text in texts:
        words = folded(text)
        row = {"report_id": report["id"], "claim_id": claim, "words": f" {' '.join(words)} "}
        if connection.dialect.name == "postgresql":
            row["vector"] = vector_of(words)
        yield row


def vector_of(words: Sequence[str]) -> str:
    """The words as a ``tsvector`` in its own notation, so that PostgreSQL has no view of its own on what a word is.

    That is also why no configuration such as "english" is named: it would cut endings that SQLite keeps, and the same
    search would find other things in the two.
    """
    places: dict[str, list[str]] = {}
    size = 0
    for place, word in enumerate(words, 1):
        if word not in places:
            size += len(word.encode()) + 8
            if size > MOST_BYTES:
                break
            places[word] = []
        if place <= LAST_PLACE and len(places[word]) < MOST_PLACES:
            size += 2
            places[word].append(str(place))
    return " ".join(f"'{word}'{':' if held else ''}{','.join(held)}" for word, held in places.items())
