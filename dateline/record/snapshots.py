"""Facts put by under a name, and what has changed since: what, from what to what, and why.

A snapshot holds every fact with the names of its actors as they were. It is written once and never changed.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline import __version__
from dateline.errors import BadArgument
from dateline.facts.rules import RULES
from dateline.record.change_reasons import Reasons, Window
from dateline.record.concluded import Concluded, chunks
from dateline.record.hydrate import ids_in_record, record_with_names
from dateline.record.upkeep import bring_up_to_date
from dateline.store import Store, View
from dateline.store import record_tables as t
from dateline.store.bytewise import bytewise
from dateline.store.tables import readings, reports

Json = dict[str, Any]
BATCH = 1000
"""Facts that are written at a time."""
NOW = "now"
"""Stands for the facts as they are; no snapshot is called so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What is known of a snapshot beside its facts."""

    name: str
    at: datetime
    """In UTC."""
    by: str
    note: str
    facts: int
    reports: int
    decision: int
    """The number of the last decision; 0 when there was none."""
    readers: Mapping[str, int]
    """How many reports each version of the reader had read."""
    rules: str
    """The rules that the facts were made by."""
    dateline: str

    def as_record(self) -> Json:
        """For ``--json``."""
        names = ("name", "by", "note", "facts", "reports", "decision", "rules", "dateline")
        found = {name: getattr(self, name) for name in names}
        return {**found, "at": self.at.isoformat(), "readers": dict(self.readers)}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A field of a fact's record before and after."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A fact that is not as it was."""

    how: Literal["added", "changed", "withdrawn"]
    id: str
    """Of the fact as it is after; of a withdrawn one as it was."""
    fact: Json
    """Its record, after; of a withdrawn one before."""
    fields: tuple[FieldChange, ...]
    """Of a changed fact, in the order of the record. A fact that has another id now has ``id`` among them."""
    why: tuple[str, ...]

    def as_record(self) -> Json:
        """For ``--json``."""
        fields = [{"field": one.field, "before": one.before, "after": one.after} for one in self.fields]
        return {"how": self.how, "id": self.id, "fields": fields, "why": list(self.why), "fact": self.fact}


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """What lies between two snapshots, or between one and now."""

    before: str
    after: str
    """``NOW`` for the facts as they are."""
    changes: tuple[Change, ...]
    """Added, then changed, then withdrawn facts."""
    why: tuple[str, ...]
    """What happened between the two: reports, readings, decisions, rules."""

    def of(self, how: str) -> list[Change]:
        return [one for one in self.changes if one.how == how]


def take(store: Store, name: str, by: str, note: str = "") -> Snapshot:
    """Put the facts by under a name, brought up to date first. Raises BadArgument for a name that is taken or empty,
    and without a person; RunStopped when the store fails, with nothing put by.
    """
    name, by = name.strip(), by.strip()
    if not name or name == NOW:
        raise BadArgument(f"a snapshot needs a name, which may not be {NOW!r}")
    if not by:
        raise BadArgument("a snapshot needs the name of who takes it: give it with --by, or set DATELINE_CODER")
    bring_up_to_date(store)
    held = list(_now(store))
    with store.writing() as connection:
        if connection.scalar(sa.select(t.snapshots.c.name).where(t.snapshots.c.name == name)) is not None:
            raise BadArgument(f"there is a snapshot {name!r} already: snapshots are never changed. Take another name")
        record = {**_state(connection), "facts": len(held)}
        row = {"name": name, "at": datetime.now(UTC), "by": by, "note": note, "record": record}
        connection.execute(sa.insert(t.snapshots).values(**row))
        for start in range(0, len(held), BATCH):
            rows = [
                {"snapshot": name, "fact_id": record["id"], "digest": digest(record), "record": record}
                for record in held[start : start + BATCH]
            ]
            connection.execute(sa.insert(t.snapshot_facts), rows)
    return _snapshot(row)


def names(view: View) -> list[Snapshot]:
    """All snapshots, in the order they were taken."""
    query = sa.select(t.snapshots).order_by(t.snapshots.c.at, bytewise(t.snapshots.c.name))
    with view.connected() as connection:
        return [_snapshot(dict(row)) for row in connection.execute(query).mappings()]


def diff(view: View, before: str, after: str | None = None) -> Diff:
    """What changed from one snapshot to another, or to the facts as they are (None, or ``NOW``). Raises BadArgument for
    a name that no snapshot has.
    """
    after = None if after == NOW else after
    known = {one.name: one for one in names(view)}
    for name in (before, after):
        if name is not None and name not in known:
            listed = f"those there are: {', '.join(known)}" if known else "there are none yet: `dateline snapshot NAME`"
            raise BadArgument(f"there is no snapshot {name!r}; {listed}")
    old = _digests(view, before)
    if after is None:
        records = {record["id"]: record for record in _now(view)}
        new = {one: digest(record) for one, record in records.items()}
    else:
        records, new = {}, _digests(view, after)
    gone = {one for one, held in old.items() if new.get(one) != held}
    come = {one for one, held in new.items() if old.get(one) != held}
    was = _records(view, before, gone)
    now = {one: records[one] for one in come} if after is None else _records(view, after, come)
    with view.connected() as connection:
        reasons = Reasons(connection, _window(connection, known[before], known[after] if after else None))
        changes = tuple(_changes(was, now, reasons))
        why = tuple(reasons.summary())
    return Diff(before=before, after=after or NOW, changes=changes, why=why)


def digest(record: Json) -> str:
    """The SHA-256 of a fact's record."""
    words = json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(words.encode()).hexdigest()


def _now(view: View) -> Iterator[Json]:
    """The records of all facts, names put in."""
    query = sa.select(t.facts.c.record).order_by(bytewise(t.facts.c.id))
    with view.connected() as connection:
        shelf = Concluded(connection)
        records = connection.execution_options(yield_per=BATCH).scalars(query)
        while batch := list(islice(records, BATCH)):
            actors = shelf.actors({one for record in batch for one in ids_in_record(record)})
            yield from (record_with_names(record, actors) for record in batch)


def _state(connection: Connection) -> Json:
    """What the facts were made from."""
    query = sa.select(readings.c.reader, sa.func.count()).where(readings.c.superseded_at.is_(None))
    return {
        "reports": connection.scalar(sa.select(sa.func.count()).select_from(reports)) or 0,
        "decision": connection.scalar(sa.select(sa.func.max(t.decisions.c.id))) or 0,
        "readers": {row[0]: row[1] for row in connection.execute(query.group_by(readings.c.reader))},
        "rules": RULES,
        "dateline": __version__,
    }


def _snapshot(row: Mapping[str, Any]) -> Snapshot:
    return Snapshot(**{name: row[name] for name in ("name", "at", "by", "note")}, **row["record"])


def _digests(view: View, name: str) -> dict[str, str]:
    query = sa.select(t.snapshot_facts.c.fact_id, t.snapshot_facts.c.digest).where(t.snapshot_facts.c.snapshot == name)
    with view.connected() as connection:
        return {row.fact_id: row.digest for row in connection.execute(query)}


def _records(view: View, name: str, ids: Iterable[str]) -> dict[str, Json]:
    table = t.snapshot_facts.c
    query = sa.select(table.fact_id, table.record).where(table.snapshot == name)
    with view.connected() as connection:
        rows = (
            row for chunk in chunks(sorted(ids)) for row in connection.execute(query.where(table.fact_id.in_(chunk)))
        )
        return {row.fact_id: row.record for row in rows}


def _window(connection: Connection, before: Snapshot, after: Snapshot | None) -> Window:
    state = _state(connection)
    return Window(
        since=before.at,
        until=after.at if after else None,
        first_decision=before.decision + 1,
        last_decision=after.decision if after else state["decision"],
        rules=(before.rules, after.rules if after else RULES),
        dateline=(before.dateline, after.dateline if after else __version__),
    )


def _changes(was: Mapping[str, Json], now: Mapping[str, Json], reasons: Reasons) -> Iterator[Change]:
    """A fact that is withdrawn and one that is added are one changed fact when they rest on a claim in common."""
    pairs = {one: one for one in was.keys() & now.keys()}
    pairs |= _same_under_another_id(
        {one: record for one, record in was.items() if one not in pairs},
        {one: record for one, record in now.items() if one not in pairs},
    )
    reasons.look_up([*was.values(), *now.values()])
    came_from = {new: old for old, new in pairs.items()}
    for one in now.keys() - came_from.keys():
        yield Change(how="added", id=one, fact=now[one], fields=(), why=reasons.of(None, now[one]))
    for new, old in came_from.items():
        fields = tuple(_fields(was[old], now[new]))
        yield Change(how="changed", id=new, fact=now[new], fields=fields, why=reasons.of(was[old], now[new]))
    for one in was.keys() - pairs.keys():
        yield Change(how="withdrawn", id=one, fact=was[one], fields=(), why=reasons.of(was[one], None))


def _same_under_another_id(was: Mapping[str, Json], now: Mapping[str, Json]) -> dict[str, str]:
    """Pairs of old and new ids; each fact is in one at most, those with most claims in common first."""
    holders: dict[str, list[str]] = {}
    for one, record in now.items():
        for evidence in record["evidence"]:
            holders.setdefault(evidence["claim"], []).append(one)
    shared: Counter[tuple[str, str]] = Counter()
    for old, record in was.items():
        for evidence in record["evidence"]:
            shared.update((old, new) for new in holders.get(evidence["claim"], ()) if old[0] == new[0])
    found: dict[str, str] = {}
    for (old, new), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if old not in found and new not in found.values():
            found[old] = new
    return found


def _fields(was: Json, now: Json) -> Iterator[FieldChange]:
    for name in now:
        if was.get(name) != now[name]:
            yield FieldChange(field=name, before=was.get(name), after=now[name])
