"""Make a store's tables, or bring those of an older Dateline up to date. Done on every opening, in one transaction."""

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from dateline.errors import RunStopped
from dateline.store import people_tables as people_tables  # their tables are part of the metadata
from dateline.store import record_tables as record_tables
from dateline.store.engine import WRITING
from dateline.store.location import Location
from dateline.store.search_index import fill
from dateline.store.tables import SCHEMA_REVISION, VERSION_TABLE, metadata

MIGRATIONS = Path(__file__).parent / "migrations"

_MIGRATION_LOCK = 0x64617465
"""The number of PostgreSQL's advisory lock under which one program at a time migrates ("date" in ASCII)."""


def bring_up_to_date(engine: Engine, location: Location) -> None:
    """Make or migrate the tables where needed.

    Raises RunStopped for a store of a newer Dateline and for a database that is not Dateline's.
    """
    with engine.connect() as connection:
        revision = _revision(connection, location)
    if revision == SCHEMA_REVISION:
        return
    _refuse_newer(revision, location)
    with engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
        if not location.is_sqlite:
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATION_LOCK)))
        if _revision(connection, location) != SCHEMA_REVISION:
            _upgrade(connection)
            if revision is not None:
                fill(connection)


def _revision(connection: Connection, location: Location) -> str | None:
    """The revision of the tables, or None for an empty database. Raises RunStopped for one that is somebody else's."""
    names = set(sa.inspect(connection).get_table_names())
    if VERSION_TABLE in names:
        revision: str | None = connection.scalar(sa.text(f"SELECT version_num FROM {VERSION_TABLE}"))
        return revision
    foreign = names if location.is_sqlite else names & set(metadata.tables)
    if foreign:
        tables = ", ".join(sorted(foreign)[:3])
        raise RunStopped(
            f"{location} is a database of another program (it holds {tables}). Choose another store with --store"
        )
    return None


def _refuse_newer(revision: str | None, location: Location) -> None:
    from alembic.script import ScriptDirectory

    known = {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}
    if revision is not None and revision not in known:
        raise RunStopped(
            f"the store {location} was made by a newer Dateline (tables {revision}, this one knows {SCHEMA_REVISION}). "
            "Upgrade with pip install --upgrade dateline"
        )


def _upgrade(connection: Connection) -> None:
    """Run Alembic inside the transaction of ``connection``. Imported here: it takes a while, and is seldom needed."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
