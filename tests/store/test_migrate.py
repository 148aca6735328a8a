import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from dateline.errors import RunStopped
from dateline.model import Reading
from dateline.store import Store, open_store, open_view, search
from dateline.store.migrate import MIGRATIONS
from dateline.store.search_tables import BESIDE, INDEX
from dateline.store.tables import SCHEMA_REVISION, VERSION_TABLE, metadata


def test_the_migrated_tables_are_those_of_the_code(store: Store) -> None:
    with store.engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True, "include_object": _is_on_both}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def _is_on_both(_thing: object, name: str | None, *_: object) -> bool:
    return name not in BESIDE


def test_the_migrated_columns_keys_and_indexes_have_the_names_of_the_code(store: Store) -> None:
    migrated = _described(sa.inspect(store.engine))
    if store.location.is_sqlite:
        made = sa.create_engine("sqlite://")
        metadata.create_all(made)
        assert migrated == _described(sa.inspect(made))
        made.dispose()
    assert set(migrated) == set(metadata.tables)


def test_beside_the_tables_of_the_code_there_is_only_the_index_of_words(store: Store) -> None:
    there = set(sa.inspect(store.engine).get_table_names())
    indexes = {index["name"] for index in sa.inspect(store.engine).get_indexes("search_items")}
    if store.location.is_sqlite:
        assert there - set(metadata.tables) == {VERSION_TABLE, *(name for name in BESIDE if name.startswith(INDEX))}
    else:
        assert there - set(metadata.tables) == {VERSION_TABLE}
        assert "ix_search_items_vector" in indexes


def test_only_readings_that_stand_are_held_to_one_a_report(store: Store) -> None:
    found = {index["name"]: index for index in sa.inspect(store.engine).get_indexes("readings")}
    conditions = " ".join(map(str, found["uq_readings_standing"]["dialect_options"].values()))
    assert "superseded_at IS NULL" in conditions


def _described(inspector: sa.Inspector) -> dict[str, object]:
    return {
        table: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in inspector.get_columns(table)],
            inspector.get_pk_constraint(table),
            sorted(map(str, inspector.get_foreign_keys(table))),
            sorted(map(str, inspector.get_unique_constraints(table))),
            sorted(_index_words(index) for index in inspector.get_indexes(table) if index["name"] not in BESIDE),
        )
        for table in metadata.tables
    }


def _index_words(index: Mapping[str, Any]) -> str:
    where = [str(condition) for condition in index["dialect_options"].values()]
    return f"{index['name']} {index['column_names']} {index['unique']} {where}"


def test_the_code_names_the_newest_migration() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == SCHEMA_REVISION


def test_opening_again_keeps_what_is_there(address: str, make_reading: Callable[..., Reading]) -> None:
    with open_store(address) as store:
        store.add(make_reading())
    with open_store(address) as store:
        assert len(list(store.claims())) == 2


@pytest.mark.parametrize("opening", [open_store, open_view])
def test_a_store_of_a_newer_dateline_is_refused_and_left_alone(path: Path, opening: Callable[[str], Store]) -> None:
    open_store(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(RunStopped, match=r"made by a newer Dateline.*Upgrade with pip"):
        opening(str(path))
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(RunStopped, match=r"database of another program \(it holds bookmarks\)"):
        open_store(str(path))
    assert path.read_bytes()[100:] == before[100:]


def test_the_migration_can_be_taken_back(store: Store) -> None:
    _downgrade(store, "base")
    assert not set(sa.inspect(store.engine).get_table_names()) & (set(metadata.tables) | BESIDE)


def _downgrade(store: Store, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with store.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


def test_a_store_of_before_the_search_is_filled_when_it_is_migrated(
    bare_address: str, make_reading: Callable[..., Reading]
) -> None:
    with open_store(bare_address) as store:
        store.add(make_reading(reader="hand 1"))
        store.add(make_reading(reader="hand 2"))
        before = search(store, "kele raid")
        _downgrade(store, "0002")
    with open_view(bare_address) as view:
        assert len(before) == 2
        assert search(view, "kele raid") == before
