"""What people decide, written down: append-only, with who, when and why. Facts follow with the next update.

A decision and the note that facts lag behind are one transaction. Nothing that was read or decided is ever changed.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.errors import BadArgument
from dateline.facts.decided import anchor_of, standing
from dateline.model.decision import Decision, DecisionKind, Subject
from dateline.model.fact import Event
from dateline.record.corrections import checked_changes, hand_claim
from dateline.record.record import Record
from dateline.record.shelf_reads import ShelfReads
from dateline.store import Store
from dateline.store import record_tables as t
from dateline.store.problems import explained
from dateline.store.tables import claims, readings, reports
from dateline.store.writer import mark_pending


class Decisions:
    """Decisions of one person on a store. Every one returns its number; undo takes it back.

    Raises BadArgument for what is not in the store, and RunStopped when the store fails, with nothing written.
    """

    def __init__(self, store: Store, by: str) -> None:
        if not by.strip():
            raise BadArgument("a decision needs a name: give it with --by, or set DATELINE_CODER")
        self.store = store
        self.by = by.strip()

    def judge(self, kind: DecisionKind, identifier: str, note: str = "") -> int:
        """Accept or reject a claim, an event or a relation, by id."""
        if identifier.startswith(("v", "x")):
            fact = Record(self.store).fact(identifier)
            about: Subject = "event" if isinstance(fact, Event) else "relation"
            target = fact.evidence[0].claim if isinstance(fact, Event) else fact.id
            before = {"fact": fact.id, "claims": [one.claim for one in fact.evidence]}
            return self._write(kind, about, [target], before, {}, note)
        with self._writing() as connection:
            before = _seen(connection, identifier)
        return self._write(kind, "claim", [identifier], before, {}, note)

    def correct(self, claim: str, changes: Mapping[str, Any], note: str = "") -> int:
        """Put fields of a claim right, keyed as the claim's record is."""
        with self._writing() as connection:
            before = _seen(connection, claim)
        return self._write("correct", "claim", [claim], before, checked_changes(changes), note)

    def add(self, report: str, quote: str, fields: Mapping[str, Any], note: str = "") -> int:
        """Add a claim that the reader missed, with the words of the report that state it."""
        with self._writing() as connection:
            text = connection.scalar(sa.select(reports.c.text).where(reports.c.id == report))
        if text is None:
            raise BadArgument(f"there is no report {report!r} in the store: `dateline reports` lists those there are")
        record = hand_claim(report, text, quote, fields)
        after = {"report": report, "record": record}
        return self._write("add", "claim", [record["id"]], {}, after, note)

    def merge_actors(self, actors: Sequence[str], note: str = "") -> int:
        """Say that two or more actors (by id) are one."""
        anchors = [self._anchors(actor)[0] for actor in _several(actors, "actors")]
        return self._write("merge", "actor", anchors, {"actors": list(actors)}, {}, note)

    def split_actor(
        self, actor: str, *, names: Iterable[str] = (), in_reports: Iterable[str] = (), note: str = ""
    ) -> int:
        """Part from an actor those of its entities that bear one of the names, or stand in one of the reports."""
        wanted, where = {name.casefold() for name in names}, set(in_reports)
        with self._writing() as connection:
            entities = _entities_of(connection, actor)
        parted = [
            anchor_of(one)
            for one in entities
            if one.report in where or any(name.casefold() in wanted for name in (one.name, *one.names))
        ]
        if not parted or len(parted) == len(entities):
            all_or_none = "all of it" if parted else "nothing of it"
            raise BadArgument(
                f"these names and reports take {all_or_none} from {actor!r}: `dateline actor` shows what it holds"
            )
        return self._write("split", "actor", list(dict.fromkeys(parted)), {"actors": [actor]}, {}, note)

    def merge_events(self, events: Sequence[str], note: str = "") -> int:
        """Say that two or more events (by id) are one."""
        held = [self._event(one) for one in _several(events, "events")]
        claims_of = [claim for event in held for claim in _claims(event)]
        firsts = [event.evidence[0].claim for event in held]
        return self._write("merge", "event", firsts, {"facts": list(events), "claims": claims_of}, {}, note)

    def split_event(self, event: str, claims_apart: Sequence[str], note: str = "") -> int:
        """Say that some claims of an event tell of another one."""
        held = _claims(self._event(event))
        rest = [claim for claim in held if claim not in claims_apart]
        strangers = [claim for claim in claims_apart if claim not in held]
        if strangers or not rest or not claims_apart:
            wrong = f"{strangers[0]} is no claim of it" if strangers else "give some of its claims, not all"
            raise BadArgument(f"{event}: {wrong}. `dateline why {event}` lists its claims")
        before = {"fact": event, "claims": held}
        return self._write("split", "event", list(claims_apart), before, {"from": rest}, note)

    def duplicate(self, report: str, of: str, note: str = "") -> int:
        """Say that a report is a copy of another."""
        with self._writing() as connection:
            for one in (report, of):
                if connection.scalar(sa.select(reports.c.id).where(reports.c.id == one)) is None:
                    raise BadArgument(
                        f"there is no report {one!r} in the store: `dateline reports` lists those there are"
                    )
        return self._write("duplicate", "report", _several([report, of], "reports"), {}, {}, note)

    def undo(self, number: int | None = None, note: str = "") -> int:
        """Take back a decision; None: the last that this person made and that stands."""
        with self._writing() as connection:
            every = ShelfReads(connection).decisions()
        if number is None:
            mine = [one.id for one in standing(every).decisions if one.by == self.by]
            if not mine:
                raise BadArgument(f"{self.by} has no decision to undo")
            number = mine[-1]
        if number not in {one.id for one in every}:
            raise BadArgument(f"there is no decision {number}: `dateline decisions` lists them")
        return self._write("undo", "decision", [str(number)], {}, {}, note)

    def _event(self, identifier: str) -> Event:
        fact = Record(self.store).fact(identifier)
        if not isinstance(fact, Event):
            raise BadArgument(f"{identifier} is a relation, not an event")
        return fact

    def _anchors(self, actor: str) -> list[str]:
        with self._writing() as connection:
            return [anchor_of(one) for one in _entities_of(connection, actor)]

    def _writing(self) -> Any:
        return self.store.writing()

    def _write(
        self,
        kind: DecisionKind,
        about: Subject,
        targets: Sequence[str],
        before: Mapping[str, Any],
        after: Mapping[str, Any],
        note: str,
    ) -> int:
        row = {
            "at": datetime.now(UTC),
            "by": self.by,
            "kind": kind,
            "about": about,
            "targets": list(targets),
            "before": dict(before),
            "after": dict(after),
            "note": note,
        }
        with explained(str(self.store.location)), self.store.writing() as connection:
            number: int = connection.execute(
                sa.insert(t.decisions).values(**row).returning(t.decisions.c.id)
            ).scalar_one()
            mark_pending(connection, f"decision:{number}")
        return number


def another_look(connection: Connection) -> list[Decision]:
    """Decisions on claims that no claim of today stands for: the newer reader no longer says so in that passage."""
    from dateline.facts.desk import Desk, report_of

    shelf = _shelf(connection)
    stand = standing(shelf.decisions())
    decided = frozenset(report for one in stand.decisions if (report := report_of(one)) is not None)
    pages = Desk(shelf, stand).pages(decided)
    return sorted((one for page in pages.values() for one in page.astray), key=lambda one: one.id)


def _shelf(connection: Connection) -> Any:
    from dateline.record.shelf_writes import StoreShelf

    return StoreShelf(connection)


def _seen(connection: Connection, claim: str) -> dict[str, Any]:
    """What a person sees of a claim. Raises BadArgument for one that no standing reading holds."""
    query = (
        sa.select(claims.c.report_id, claims.c.record)
        .join(readings, readings.c.id == claims.c.reading_id)
        .where(claims.c.id == claim, readings.c.superseded_at.is_(None))
    )
    row = connection.execute(query).one_or_none()
    if row is not None:
        names = ("type", "mode", "subject", "object", "place", "polarity", "modality", "said_by", "evidence", "quote")
        return {"report": row.report_id, **{name: row.record[name] for name in names}}
    by_hand = next(
        (one for one in ShelfReads(connection).decisions() if one.kind == "add" and claim in one.targets), None
    )
    if by_hand is not None:
        return {"report": by_hand.after["report"], **by_hand.after["record"]}
    raise BadArgument(f"there is no claim {claim!r} in the store: `dateline claims` lists those there are")


def _entities_of(connection: Connection, actor: str) -> list[Any]:
    query = sa.select(t.members.c.report_id, t.members.c.entity).where(t.members.c.actor_id == actor)
    keys = [(row.report_id, row.entity) for row in connection.execute(query)]
    if not keys:
        raise BadArgument(f"there is no actor {actor!r} in the record: `dateline actor NAME` shows ids")
    shelf = ShelfReads(connection)
    orders = shelf.reports(frozenset(report for report, _ in keys))
    return sorted(shelf.entities_at(keys).values(), key=lambda one: (orders[one.report].order, one.id))


def _claims(event: Event) -> list[str]:
    return [one.claim for one in event.evidence]


def _several(ids: Sequence[str], what: str) -> list[str]:
    if len(set(ids)) < 2:
        raise BadArgument(f"give at least two different {what}")
    return list(dict.fromkeys(ids))
