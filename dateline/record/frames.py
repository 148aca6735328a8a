"""The record as tables for analysis: pyarrow, from there pandas and polars. Columns are those of ``docs/exports.md``.

Nobody is masked here: masking belongs to what leaves the house (``docs/protection.md``, ``dateline export``).
"""

import importlib
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, get_args

from dateline.errors import BadArgument, RunStopped
from dateline.export.facts.extras import library
from dateline.export.facts.parquet import arrow_schema, arrow_table
from dateline.export.facts.tables import TABLES
from dateline.model.portion import Portion
from dateline.record.wanted import FactFilter

if TYPE_CHECKING:
    from dateline.record.record import Record

TableKind = Literal["events", "relations", "actors", "claims"]
BATCH = 500
"""Facts brought together with their claims and reports at a time."""


def table(record: "Record", kind: TableKind) -> Any:
    """A ``pyarrow.Table``: events; relations, a row for each stretch of time; actors; claims, a row for each fact that
    one is evidence of. Described parties ("gunmen") are in it.

    Raises RunStopped when pyarrow is not installed, BadArgument for another kind.
    """
    if kind not in get_args(TableKind):
        raise BadArgument(f"{kind!r} is no table of the record: take one of {', '.join(get_args(TableKind))}")
    portions = _of_actors(record) if kind == "actors" else _of_facts(record, kind)
    tables = [arrow_table(kind, portion) for portion in portions]
    arrow = library("pyarrow")
    return arrow.concat_tables(tables) if tables else arrow_schema(TABLES[kind][0]).empty_table()


def to_pandas(arrow_tables: Any) -> Any:
    """A pandas DataFrame of a ``pyarrow.Table``, days as datetime64. Raises RunStopped when there is no pandas."""
    _needs("pandas")
    return arrow_tables.to_pandas(date_as_object=False)


def to_polars(arrow_tables: Any) -> Any:
    """A polars DataFrame of a ``pyarrow.Table``. Raises RunStopped when polars is not installed."""
    return _needs("polars").from_arrow(arrow_tables)


def _needs(name: str) -> Any:
    """A library that no extra of Dateline brings, since those who want it have it."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise RunStopped(f"{name} is not installed. Install it with: pip install 'dateline[export]' {name}") from error


def _of_facts(record: "Record", kind: TableKind) -> Iterator[Portion]:
    only: dict[TableKind, Literal["event", "relation"]] = {"events": "event", "relations": "relation"}
    facts = record.facts(FactFilter(kind=only.get(kind), described_too=True))
    while batch := list(islice(facts, BATCH)):
        yield record.portion(batch)


def _of_actors(record: "Record") -> Iterator[Portion]:
    actors = record.every_actor()
    while batch := list(islice(actors, BATCH)):
        yield Portion(events=(), relations=(), actors={actor.id: actor for actor in batch}, claims={}, reports={})
