"""What people decide, written down: append-only, with who, when and why. Facts follow with the next update.

A decision and the note that facts lag behind are one transaction. Nothing that was read or decided is ever changed.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.errors import BadArgument
from dateline.facts.from_records import spelt
from dateline.facts.standing import standing
from dateline.model.decision import Decision, DecisionKind, Subject
from dateline.model.fact import Event, Fact
from dateline.record.concluded import Concluded
from dateline.record.corrections import checked_changes, fitting, hand_claim
from dateline.record.kinds import with_kinds
from dateline.record.record import Record
from dateline.record.seen import another_look, claim_seen, claims_seen, entities_of, facts_seen, no_claim
from dateline.store import Store
from dateline.store import record_tables as t
from dateline.store.tables import reports
from dateline.store.writer import mark_pending

__all__ = ["Decisions", "another_look"]

MOST_ANCHORS = 50
"""Entities of an actor that a decision to keep it apart from another names."""


class Decisions:
    """Decisions of one person on a store. Every one returns its number; undo takes it back.

    Raises BadArgument for what is not in the store, and RunStopped when the store fails, with nothing written. Facts
    are named by their ids as they stand: bring them up to date first.
    """

    def __init__(self, store: Store, by: str) -> None:
        if not by.strip():
            raise BadArgument("a decision needs a name: give it with --by, or set DATELINE_CODER")
        self.store = store
        self.by = by.strip()

    def judge(self, kind: DecisionKind, identifier: str, note: str = "") -> int:
        """Accept or reject a claim, an event or a relation, by id."""
        return self.judge_all(kind, [identifier], note)[0]

    def judge_all(self, kind: DecisionKind, identifiers: Iterable[str], note: str = "") -> list[int]:
        """Accept or reject several in one transaction, or none of them when one is not there."""
        wanted = list(dict.fromkeys(identifiers))
        facts = {one: Record(self.store).fact(one) for one in wanted if one.startswith(("v", "x"))}
        of_claims = [one for one in wanted if one not in facts]
        with self.store.connected() as connection:
            seen = claims_seen(connection, of_claims)
            for one in of_claims:
                if one not in seen:
                    raise BadArgument(no_claim(one))
            rows = [
                self._of_fact(kind, facts[one], facts_seen(connection, [facts[one]]), note)
                if one in facts
                else self._row(kind, "claim", [one], seen[one], {}, note)
                for one in wanted
            ]
        return self._write_all(rows)

    def _of_fact(self, kind: DecisionKind, fact: Fact, before: dict[str, Any], note: str) -> dict[str, Any]:
        """The row of a decision on a fact, for which its first claim stands."""
        about: Subject = "event" if isinstance(fact, Event) else "relation"
        return self._row(kind, about, [fact.evidence[0].claim], before, {}, note)

    def correct(self, claim: str, changes: Mapping[str, Any], note: str = "") -> int:
        """Put fields of a claim right, keyed as the claim's record is. Counts that are not named stay."""
        given = checked_changes(changes)
        with self.store.connected() as connection:
            before = claim_seen(connection, claim)
            now = self._now(connection, claim, before)
            after = with_kinds(connection, fitting(given, now))
        return self._write("correct", "claim", [claim], before, after, note)

    def add(
        self, report: str, quote: str, fields: Mapping[str, Any], note: str = "", *, near: int | None = None
    ) -> int:
        """Add a claim that the reader missed, with the words of the report that state it. ``near``: where they stand
        in its text, about, where it may hold them several times.
        """
        with self.store.connected() as connection:
            text = connection.scalar(sa.select(reports.c.text).where(reports.c.id == report))
            if text is None:
                raise BadArgument(_no_report(report))
            record = hand_claim(report, text, quote, fields, near)
            record = with_kinds(connection, record)
        return self._write("add", "claim", [record["id"]], {}, {"report": report, "record": record}, note)

    def merge_actors(self, actors: Sequence[str], note: str = "") -> int:
        """Say that two or more actors (by id) are one. Raises BadArgument for a person and a body."""
        record = Record(self.store)
        kinds = {record.actor(one).kind == "person" for one in _several(actors, "actors")}
        if len(kinds) > 1:
            raise BadArgument(
                "a person and a body cannot be one: correct the claims that name the wrong one, with "
                "`dateline decide correct`"
            )
        with self.store.connected() as connection:
            anchors = [entities_of(connection, actor)[0][1] for actor in dict.fromkeys(actors)]
        return self._write("merge", "actor", anchors, {"actors": list(actors)}, {}, note)

    def split_actor(
        self, actor: str, *, names: Iterable[str] = (), in_reports: Iterable[str] = (), note: str = ""
    ) -> int:
        """Part from an actor those of its entities that bear one of the names, or stand in one of the reports."""
        wanted, where = {spelt(name) for name in names}, set(in_reports)
        with self.store.connected() as connection:
            entities = entities_of(connection, actor)
        parted = [
            anchor
            for one, anchor in entities
            if one.report in where or any(spelt(name) in wanted for name in (one.name, *one.names))
        ]
        if not parted or len(parted) == len(entities):
            all_or_none = "all of it" if parted else "nothing of it"
            raise BadArgument(
                f"these names and reports take {all_or_none} from {actor!r}: `dateline actor` shows what it holds"
            )
        return self._write("split", "actor", list(dict.fromkeys(parted)), {"actors": [actor]}, {}, note)

    def keep_actors_apart(self, left: str, right: str, note: str = "") -> int:
        """Say that two actors (by id) are not one, whatever reports will say."""
        pair = _several([left, right], "actors")
        with self.store.connected() as connection:
            sides = [[anchor for _, anchor in entities_of(connection, one)[:MOST_ANCHORS]] for one in pair]
        mine, theirs = (list(dict.fromkeys(side)) for side in sides)
        return self._write("split", "actor", mine, {"actors": pair}, {"from": theirs}, note)

    def merge_events(self, events: Sequence[str], note: str = "") -> int:
        """Say that two or more events (by id) are one."""
        held = list({event.id: event for one in events for event in [self._event(one)]}.values())
        firsts = _several([event.evidence[0].claim for event in held], "events")
        with self.store.connected() as connection:
            before = facts_seen(connection, held)
        return self._write("merge", "event", firsts, before, {}, note)

    def split_event(self, event: str, claims_apart: Sequence[str], note: str = "") -> int:
        """Say that some claims of an event tell of another one."""
        fact = self._event(event)
        held = [one.claim for one in fact.evidence]
        rest = [claim for claim in held if claim not in claims_apart]
        strangers = [claim for claim in claims_apart if claim not in held]
        if strangers or not rest or not claims_apart:
            wrong = f"{strangers[0]} is no claim of it" if strangers else "give some of its claims, not all"
            raise BadArgument(f"{event}: {wrong}. `dateline why {event}` lists its claims")
        with self.store.connected() as connection:
            before = facts_seen(connection, [fact])
        before["seen"] = [{**one, "of": one["id"]} for one in before["seen"]]
        return self._write("split", "event", list(dict.fromkeys(claims_apart)), before, {"from": rest}, note)

    def duplicate(self, report: str, of: str, note: str = "") -> int:
        """Say that a report is a copy of another."""
        return self._on_reports("duplicate", report, of, note)

    def keep_reports_apart(self, left: str, right: str, note: str = "") -> int:
        """Say that two reports are not copies of each other."""
        return self._on_reports("split", left, right, note)

    def undo(self, number: int | None = None, note: str = "") -> int:
        """Take back a decision; None: the last that this person made and that stands. An undo can be undone by its
        number.

        Raises BadArgument for a decision that is undone already.
        """
        with self.store.connected() as connection:
            every = Concluded(connection).decisions()
        if number is None:
            mine = [one.id for one in standing(every).decisions if one.by == self.by]
            if not mine:
                raise BadArgument(f"{self.by} has no decision to undo")
            number = mine[-1]
        return self.undo_all([number], note, every=every)[0]

    def undo_all(self, numbers: Iterable[int], note: str = "", *, every: Sequence[Decision] | None = None) -> list[int]:
        """Take back several decisions in one transaction, or none of them when one cannot be. ``every``: all
        decisions, where they were read already.
        """
        if every is None:
            with self.store.connected() as connection:
                every = Concluded(connection).decisions()
        known, undone = {one.id for one in every}, undone_by(every)
        wanted = list(dict.fromkeys(numbers))
        for number in wanted:
            if number not in known:
                raise BadArgument(f"there is no decision {number}: `dateline decisions` lists them")
            if (by := undone.get(number)) is not None:
                raise BadArgument(f"decision {number} was undone by decision {by}: to have it again, undo {by}")
        return self._write_all([self._row("undo", "decision", [str(one)], {}, {}, note) for one in wanted])

    def _on_reports(self, kind: DecisionKind, left: str, right: str, note: str) -> int:
        with self.store.connected() as connection:
            for one in (left, right):
                if connection.scalar(sa.select(reports.c.id).where(reports.c.id == one)) is None:
                    raise BadArgument(_no_report(one))
        return self._write(kind, "report", _several([left, right], "reports"), {}, {}, note)

    def _now(self, connection: Connection, claim: str, seen: Mapping[str, Any]) -> dict[str, Any]:
        """Type and mode of a claim with the corrections that stand."""
        found = {"type": seen["type"], "mode": seen["mode"]}
        for one in standing(Concluded(connection).decisions()).about("claim", "correct"):
            if one.targets[0] == claim:
                found |= {name: one.after[name] for name in found if name in one.after}
        return found

    def _event(self, identifier: str) -> Event:
        fact = Record(self.store).fact(identifier)
        if not isinstance(fact, Event):
            raise BadArgument(f"{identifier} is a relation, not an event")
        return fact

    def _write(
        self,
        kind: DecisionKind,
        about: Subject,
        targets: Sequence[str],
        before: Mapping[str, Any],
        after: Mapping[str, Any],
        note: str,
    ) -> int:
        return self._write_all([self._row(kind, about, targets, before, after, note)])[0]

    def _row(
        self,
        kind: DecisionKind,
        about: Subject,
        targets: Sequence[str],
        before: Mapping[str, Any],
        after: Mapping[str, Any],
        note: str,
    ) -> dict[str, Any]:
        return {
            "at": datetime.now(UTC),
            "by": self.by,
            "kind": kind,
            "about": about,
            "targets": list(targets),
            "before": dict(before),
            "after": dict(after),
            "note": note,
        }

    def _write_all(self, rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Write decisions down in one transaction; their numbers."""
        insert = sa.insert(t.decisions).returning(t.decisions.c.id)
        with self.store.writing() as connection:
            numbers: list[int] = [connection.execute(insert.values(**row)).scalar_one() for row in rows]
            for number in numbers:
                mark_pending(connection, f"decision:{number}")
        return numbers


def undone_by(decisions: Iterable[Decision]) -> dict[int, int]:
    """For each decision that does not stand the undo that took it back."""
    every = list(decisions)
    found: dict[int, int] = {}
    for one in sorted((one for one in every if one.kind == "undo"), key=lambda one: -one.id):
        if one.id not in found:
            found.setdefault(int(one.targets[0]), one.id)
    return found


def _no_report(report: str) -> str:
    return f"there is no report {report!r} in the store: `dateline reports` lists those there are"


def _several(ids: Sequence[str], what: str) -> list[str]:
    if len(set(ids)) < 2:
        raise BadArgument(f"give at least two different {what}")
    return list(dict.fromkeys(ids))
