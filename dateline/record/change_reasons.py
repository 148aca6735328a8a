"""Why facts changed between two times: reports that came, reports read anew, decisions, other rules."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.facts.standing import report_of
from dateline.model.decision import Decision
from dateline.record.concluded import Concluded, chunks
from dateline.store.tables import readings, reports

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """From one state of the facts to another."""

    since: datetime
    until: datetime | None
    """None: up to now."""
    first_decision: int
    last_decision: int
    rules: tuple[str, str]
    dateline: tuple[str, str]

    def holds(self, moment: datetime) -> bool:
        return moment > self.since and (self.until is None or moment <= self.until)


class Reasons:
    """What happened in a window, and what of it bears on a fact."""

    def __init__(self, connection: Connection, window: Window) -> None:
        self._connection = connection
        self._window = window
        self._came: set[str] = set()
        self._read_anew: dict[str, str] = {}
        every = Concluded(connection).decisions()
        self._by_id = {one.id: one for one in every}
        self._decisions = [one for one in every if window.first_decision <= one.id <= window.last_decision]
        self._about: dict[str, list[int]] = {}
        for one in self._decisions:
            for what in self._touched(one):
                self._about.setdefault(what, []).append(one.id)

    def look_up(self, facts: Iterable[Json]) -> None:
        """Find out about the reports of these facts."""
        wanted = {evidence["report"] for fact in facts for evidence in fact["evidence"]}
        added = sa.select(reports.c.id, reports.c.added_at)
        read = sa.select(readings.c.report_id, readings.c.reader, readings.c.read_at).order_by(readings.c.id)
        for chunk in chunks(sorted(wanted)):
            for report, added_at in self._connection.execute(added.where(reports.c.id.in_(chunk))):
                if self._window.holds(added_at):
                    self._came.add(report)
            for row in self._connection.execute(read.where(readings.c.report_id.in_(chunk))):
                if self._window.holds(row.read_at) and row.report_id not in self._came:
                    self._read_anew[row.report_id] = row.reader

    def of(self, before: Json | None, after: Json | None) -> tuple[str, ...]:
        """Why a fact is not as it was, the nearest reasons first; never empty."""
        facts = [fact for fact in (before, after) if fact is not None]
        held = dict.fromkeys(evidence["report"] for fact in facts for evidence in fact["evidence"])
        found = [f"report {one} was added" for one in held if one in self._came]
        found += [f"report {one} was read anew by {self._read_anew[one]}" for one in held if one in self._read_anew]
        decided = {number for what in _named(facts) for number in self._about.get(what, ())}
        found += [self._told(number) for number in sorted(decided)]
        if not found and self._window.rules[0] != self._window.rules[1]:
            found = [self._rules()]
        return tuple(found) or ("what other facts or reports say of its actors, places or sources changed",)

    def summary(self) -> list[str]:
        """All that happened in the window."""
        since, until = self._window.since, self._window.until
        came = sa.select(sa.func.count()).select_from(reports).where(*_between(reports.c.added_at, since, until))
        read = sa.select(readings.c.reader, reports.c.added_at, readings.c.read_at).join(
            reports, reports.c.id == readings.c.report_id
        )
        rows = self._connection.execute(read.where(*_between(readings.c.read_at, since, until)))
        readers = Counter(row.reader for row in rows if not self._window.holds(row.added_at))
        number = self._connection.scalar(came) or 0
        found = [f"{_counted(number, 'report')} added"] if number else []
        found += [f"{_counted(held, 'report')} read anew by {reader}" for reader, held in sorted(readers.items())]
        if self._decisions:
            by = Counter(one.by for one in self._decisions)
            who = ", ".join(f"{held} by {name}" for name, held in sorted(by.items()))
            found.append(f"{_counted(len(self._decisions), 'decision')}: {who}")
        return found + ([self._rules()] if self._window.rules[0] != self._window.rules[1] else [])

    def _rules(self) -> str:
        old, new = self._window.rules
        return f"facts are made by other rules ({old}, now {new}; Dateline {self._window.dateline[1]})"

    def _told(self, number: int) -> str:
        one = self._by_id[number]
        of = f" of decision {one.targets[0]}" if one.kind == "undo" else f" {one.about}"
        return f"decision {number} by {one.by}: {one.kind}{of}" + (f" ({one.note})" if one.note else "")

    def _touched(self, decision: Decision) -> set[str]:
        """Ids of claims, facts, actors and reports that a decision bears on; an undo on those of the decision
        undone.
        """
        if decision.kind == "undo":
            undone = self._by_id.get(int(decision.targets[0]))
            return self._touched(undone) if undone is not None else set()
        before, after = decision.before, decision.after
        found = {*decision.targets, *after.get("from", ())}
        found.update(one for name in ("facts", "claims", "actors") for one in before.get(name, ()))
        if decision.about == "claim" and (report := report_of(decision)) is not None:
            found.add(f"claims of {report}")
        if decision.about == "actor":
            found.update(anchor.partition("/")[0] for anchor in (*decision.targets, *after.get("from", ())))
        return found


def _named(facts: Iterable[Json]) -> set[str]:
    """All that a fact names by an id: itself, its claims, reports and actors."""
    found = set()
    for fact in facts:
        found.add(fact["id"])
        for evidence in fact["evidence"]:
            found |= {evidence["claim"], evidence["report"], f"claims of {evidence['report']}"}
        parties = (
            [*fact["actors"], *fact["recipients"]] if fact["kind"] == "event" else [fact["subject"], fact["object"]]
        )
        found |= {party["actor"] for party in parties if party["actor"]}
    return found


def _between(column: Any, since: datetime, until: datetime | None) -> list[Any]:
    return [column > since, *([column <= until] if until is not None else [])]


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
