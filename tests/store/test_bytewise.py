"""What users see in an order has the same one whatever the collation of the database."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url

from dateline.record.record import Record
from dateline.store import open_store, record_tables
from dateline.store.bytewise import bytewise

NAME = "dateline_by_language"
WORDS = ["Zebra", "_a", "a b", "a-c", "ab", "apple", "b", "\u00e9tat"]
"""By code points."""


@pytest.fixture
def by_language(postgres: Any) -> Iterator[str]:
    """The URL of an empty database that sorts as people do."""
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        icu = "LOCALE_PROVIDER icu ICU_LOCALE 'und' LC_COLLATE 'C' LC_CTYPE 'C'"
        for locale in (icu, "LC_COLLATE 'en_US.utf8' LC_CTYPE 'en_US.utf8'"):
            try:
                connection.execute(f"CREATE DATABASE {NAME} TEMPLATE template0 ENCODING 'UTF8' {locale}".encode())
                break
            except psycopg.Error as error:
                why = str(error)
        else:
            pytest.skip(f"the server has no other collation than C, or makes no database: {why}")
        yield make_url(postgres.url).set(database=NAME).render_as_string(hide_password=False)
        connection.execute(f"DROP DATABASE {NAME} WITH (FORCE)".encode())


def test_reasons_come_by_code_points_on_a_database_that_sorts_by_language(by_language: str) -> None:
    with open_store(by_language) as store:
        assert _in_the_order_of_the_database(store.engine) != WORDS
        row = {"left_report": "r1", "left_entity": "e1", "right_report": "r2", "right_entity": "e2"}
        row |= {"left_actor": "a1", "right_actor": "a1", "verdict": "sure", "decision": None}
        rows = [{**row, "score": 1.0, "near": word, "reason": word} for word in reversed(WORDS)]
        with store.writing() as connection:
            connection.execute(sa.insert(record_tables.judgements), rows)
        assert [reason for reason, _ in Record(store).reasons("a1")] == WORDS


def test_only_postgresql_is_told_to_go_by_code_points() -> None:
    query = sa.select(record_tables.actors.c.id).order_by(bytewise(record_tables.actors.c.id).desc())
    assert str(query.compile(dialect=postgresql.dialect())).endswith('ORDER BY actors.id COLLATE "C" DESC')
    assert str(query.compile(dialect=sqlite.dialect())).endswith("ORDER BY actors.id DESC")


def _in_the_order_of_the_database(engine: sa.Engine) -> list[str]:
    with engine.connect() as connection:
        query = sa.text("SELECT word FROM unnest(CAST(:words AS text[])) AS word ORDER BY word")
        return list(connection.scalars(query, {"words": WORDS}))
