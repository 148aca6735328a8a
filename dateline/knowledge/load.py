"""Read rows of actors from CSV files, and refuse bad ones by line and column."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import cast, get_args

from dateline.errors import DataFileError
from dateline.knowledge.roles import Role, role_on
from dateline.model import EntityKind

COLUMNS = (
    "key",
    "name",
    "aliases",
    "ambiguous",
    "kind",
    "country",
    "parent",
    "from",
    "to",
    "wikidata",
    "plover",
)
KINDS = frozenset(get_args(EntityKind))
_ARMED_AND_STATE = {"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "IGO"}
_SOCIETY = {"AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "NGO", "OPP", "PRE", "REF", "REL", "SOC"}
SECTORS = frozenset(_ARMED_AND_STATE | _SOCIETY)
"""PLOVER's sectors and codes for bodies above states (manual v0.8)."""
EARLIEST = 1000
LATEST = 2100

_SHAPES = {
    "key": re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"),
    "name": re.compile(r"\S(?:.*\S)?"),
    "country": re.compile(r"(?:[A-Z]{2})?"),
    "parent": re.compile(r"(?:[a-z0-9-]+)?"),
    "from": re.compile(r"(?:\d{4})?"),
    "to": re.compile(r"(?:\d{4})?"),
    "wikidata": re.compile(r"(?:Q[1-9]\d*)?"),
}
_SHAPE = re.compile("\n".join(shape.pattern for shape in _SHAPES.values()))
"""All of them at once, as nearly every row is sound."""
_LOOSE = ("; ", " ;", ";;", "\n")
"""Not in a list of aliases, nor a space or semicolon at its ends."""


@dataclass(frozen=True, slots=True)
class KnownActor:
    """One row of the actor file: a group, force, body or person that conflict news names."""

    key: str
    """Unique over all files, such as ``aqim``."""
    name: str
    aliases: tuple[str, ...]
    """Other names, acronyms, transliterations, names in the actor's own language."""
    ambiguous: tuple[str, ...]
    """Those of the names that also mean something else, and need another name or a country in the report."""
    kind: EntityKind
    country: str | None
    """ISO 3166-1 alpha-2 of the home country, XK for Kosovo. None: none, or several."""
    parent: str | None
    """Key of the body it is or was part of; None: none known."""
    since: int | None
    """Year it began under this name; None: not known for certain."""
    until: int | None
    """Year it ended; None: still there, or not known for certain."""
    wikidata: str | None
    """None: not known for certain."""
    plover: str
    """PLOVER's sector code, such as ``REB``."""
    source: str
    """File and line of the row, for error messages."""
    roles: tuple[Role, ...] = ()
    """What it was when, from dictionaries with dated roles; empty: always the same. With roles, ``kind``, ``country``
    and ``plover`` above say only what all of them share."""

    @property
    def names(self) -> tuple[str, ...]:
        return self.name, *self.aliases

    def as_of(self, day: date | None) -> "KnownActor":
        """The actor with the kind, country and sector it had on a day; itself when the day or the role is not known."""
        role = role_on(self.roles, day) if day is not None else None
        return replace(self, kind=role.kind, country=role.country, plover=role.plover) if role else self


def read_actor_rows(paths: Iterable[Path]) -> tuple[KnownActor, ...]:
    """All rows of some actor files, checked each and together.

    Raises DataFileError, naming file, line and column: a missing column, a value of the wrong shape, an unknown kind or
    sector, years out of order, a key used twice, a parent that is missing or leads back to its own child.
    """
    actors = tuple(actor for path in paths for actor in _rows_of(path))
    by_key: dict[str, KnownActor] = {}
    for actor in actors:
        if actor.key in by_key:
            raise _bad(actor.source, "key", f"{actor.key!r} is used already in {by_key[actor.key].source}")
        by_key[actor.key] = actor
    for actor in actors:
        _check_ancestors(actor, by_key)
    return actors


def _rows_of(path: Path) -> Iterator[KnownActor]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file, strict=True)
            header = next(rows, [])
            if tuple(header) != COLUMNS:
                raise DataFileError(
                    f"{path.name}, line 1: the columns must be {','.join(COLUMNS)}, not {','.join(header)}"
                )
            name = path.name
            for row in rows:
                yield actor_of_row(row, f"{name}, line {rows.line_num}")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataFileError(f"{path}: not a readable CSV file: {error}") from error


def actor_of_row(row: list[str], source: str) -> KnownActor:
    """The actor of a row with all of ``COLUMNS``. Raises DataFileError with the source and the column at fault."""
    if len(row) != len(COLUMNS):
        raise DataFileError(f"{source}: {len(row)} columns instead of {len(COLUMNS)}")
    key, name, aliases, ambiguous, kind, country, parent, since, until, wikidata, plover = row
    if not (_SHAPE.fullmatch(f"{key}\n{name}\n{country}\n{parent}\n{since}\n{until}\n{wikidata}")):
        raise _misshapen(row, source)
    actor = KnownActor(
        key,
        name,
        tuple(aliases.split(";")) if aliases else (),
        tuple(ambiguous.split(";")) if ambiguous else (),
        cast(EntityKind, kind),
        country or None,
        parent or None,
        int(since) if since else None,
        int(until) if until else None,
        wikidata or None,
        plover,
        source,
    )
    _check_values(actor)
    if any(mark in aliases for mark in _LOOSE) or aliases.strip("; ") != aliases:
        raise _bad(source, "aliases", "an empty alias, or one with spaces around it")
    return actor


def _check_values(actor: KnownActor) -> None:
    if actor.kind not in KINDS:
        raise _bad(actor.source, "kind", f"{actor.kind!r} is none of {', '.join(sorted(KINDS))}")
    if actor.plover not in SECTORS:
        raise _bad(actor.source, "plover", f"{actor.plover!r} is none of {', '.join(sorted(SECTORS))}")
    if not EARLIEST <= (actor.since or EARLIEST) <= (actor.until or LATEST) <= LATEST:
        raise _bad(actor.source, "to", f"years out of order: {actor.since or '?'} to {actor.until or '?'}")
    if actor.ambiguous and (unknown := [name for name in actor.ambiguous if name not in actor.names]):
        raise _bad(actor.source, "ambiguous", f"not among the names: {', '.join(unknown)}")


def _misshapen(row: list[str], source: str) -> DataFileError:
    values = dict(zip(COLUMNS, row, strict=True))
    column = next(column for column, shape in _SHAPES.items() if not shape.fullmatch(values[column]))
    return _bad(source, column, f"{values[column]!r} does not have the right form")


def _check_ancestors(actor: KnownActor, by_key: Mapping[str, KnownActor]) -> None:
    seen = {actor.key}
    child = actor
    while child.parent is not None:
        if child.parent not in by_key:
            raise _bad(child.source, "parent", f"no actor has the key {child.parent!r}")
        if child.parent in seen:
            raise _bad(child.source, "parent", f"{child.parent!r} is its own ancestor")
        seen.add(child.parent)
        child = by_key[child.parent]


def _bad(source: str, column: str, problem: str) -> DataFileError:
    return DataFileError(f"{source}, column {column}: {problem}")
