"""Keep the facts of a store in step with its reports and decisions.

What the facts do not reflect yet stands in ``pending``, written in the same transaction as the report or decision
itself and taken away in the same transaction as the facts. So whenever a program is stopped, the next one goes on
where it was.
"""

import logging
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.facts.rules import RULES
from dateline.facts.update import reports_to_update, update
from dateline.model.record_types import ReadingRecord
from dateline.record.collector import without_collector
from dateline.record.shelf_writes import StoreShelf
from dateline.record.up_to_date import rules_of
from dateline.store import Store
from dateline.store import record_tables as t
from dateline.store.tables import claims, readings, reports
from dateline.store.writer import put_entities

logger = logging.getLogger(__name__)

FEW = 25
"""So many pending reports are brought in one by one, whatever the size of the store."""
SHARE = 0.05
"""Above this share of all reports it is quicker to make all facts anew."""
_UPDATE_LOCK = 0x66616374
"""The number of PostgreSQL's advisory lock under which one program at a time makes facts ("fact" in ASCII)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upkeep:
    """What was done to the facts."""

    how: str
    """"nothing", "updated", "rebuilt"."""
    reports: int
    """How many reports were looked at again."""


def bring_up_to_date(store: Store) -> Upkeep:
    """Make the facts reflect all reports and decisions, in one transaction. Raises RunStopped when the store fails."""
    with store.writing() as connection:
        _one_at_a_time(connection, store)
        waiting = list(connection.scalars(sa.select(t.pending.c.what)))
        if rules_of(connection) != RULES:
            return _rebuilt(connection) if waiting or _has_reports(connection) else Upkeep(how="nothing", reports=0)
        if not waiting:
            return Upkeep(how="nothing", reports=0)
        _fill_entities(connection)
        shelf = StoreShelf(connection)
        dirty = _dirty(shelf, waiting)
        if _many(connection, len(dirty)):
            return _rebuilt(connection)
        with without_collector():
            looked_at = update(shelf, dirty)
        connection.execute(sa.delete(t.pending))
        return Upkeep(how="updated", reports=looked_at)


def rebuild(store: Store) -> Upkeep:
    """Make all facts anew from reports, claims and decisions, in one transaction. Raises RunStopped when the store
    fails.
    """
    with store.writing() as connection:
        _one_at_a_time(connection, store)
        return _rebuilt(connection)


def _rebuilt(connection: Connection) -> Upkeep:
    _fill_entities(connection)
    shelf = StoreShelf(connection)
    shelf.empty()
    with without_collector():
        looked_at = update(shelf, None)
    connection.execute(sa.delete(t.pending))
    connection.execute(sa.delete(t.state).where(t.state.c.name == "facts"))
    connection.execute(sa.insert(t.state).values(name="facts", value=RULES))
    return Upkeep(how="rebuilt", reports=looked_at)


def _one_at_a_time(connection: Connection, store: Store) -> None:
    if not store.location.is_sqlite:
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_UPDATE_LOCK)))


def _has_reports(connection: Connection) -> bool:
    return connection.scalar(sa.select(reports.c.id).limit(1)) is not None


def _many(connection: Connection, dirty: int) -> bool:
    if dirty <= FEW:
        return False
    stored = connection.scalar(sa.select(sa.func.count()).select_from(reports)) or 0
    return dirty > SHARE * stored


def _dirty(shelf: StoreShelf, waiting: list[str]) -> frozenset[str]:
    named = [what.split(":", 1) for what in waiting]
    numbers = {int(name) for kind, name in named if kind == "decision"}
    decisions = [one for one in shelf.decisions() if one.id in numbers]
    return reports_to_update(shelf, [name for kind, name in named if kind == "report"], decisions)


def _fill_entities(connection: Connection) -> None:
    """Take out of readings stored by an older Dateline who is in them."""
    has = sa.exists().where(t.entities.c.reading_id == readings.c.id)
    query = sa.select(readings.c.id).where(readings.c.superseded_at.is_(None), ~has)
    for reading_id in list(connection.scalars(query)):
        row = connection.execute(
            sa.select(readings.c.report_id, readings.c.record).where(readings.c.id == reading_id)
        ).one()
        of_reading = sa.select(claims.c.record).where(claims.c.reading_id == reading_id).order_by(claims.c.position)
        record: ReadingRecord = row.record
        record["claims"] = list(connection.scalars(of_reading))
        put_entities(connection, reading_id, row.report_id, record)
