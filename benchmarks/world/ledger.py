"""What holds when: relations with their days, and how to ask for those of a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.world.nouns import Relation, RelationType

Key = tuple[RelationType, str, str]


@dataclass(slots=True)
class _Row:
    key: Key
    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


class Ledger:
    """Relations as they begin and end while the world goes on."""

    def __init__(self) -> None:
        self._rows: list[_Row] = []
        self._open: dict[Key, _Row] = {}
        self._by_object: dict[tuple[RelationType, str], list[_Row]] = {}
        self._by_subject: dict[tuple[RelationType, str], list[_Row]] = {}

    def begin(self, kind: RelationType, subject: str, target: str, day: date) -> None:
        """From this day on; nothing if it holds already."""
        key = (kind, subject, target)
        if key in self._open:
            return
        row = self._open[key] = _Row(key, day)
        self._rows.append(row)
        self._by_object.setdefault((kind, target), []).append(row)
        self._by_subject.setdefault((kind, subject), []).append(row)

    def end(self, kind: RelationType, subject: str, target: str, day: date) -> None:
        """No longer from this day on: the day before is the last. Nothing if it does not hold."""
        row = self._open.pop((kind, subject, target), None)
        if row:
            row.last = max(row.first, day - timedelta(days=1))

    def end_all_of(self, actor: str, day: date) -> None:
        """Everything in which the actor is subject or object ends, as by death or dissolution."""
        for kind, subject, target in [key for key in self._open if actor in key[1:]]:
            if kind not in {"split_from", "merged_with"}:
                self.end(kind, subject, target, day)

    def subjects(self, kind: RelationType, target: str, day: date) -> list[str]:
        """Who leads, is a member of, controls… the object on a day, the longest first."""
        return [row.key[1] for row in self._by_object.get((kind, target), ()) if row.holds(day)]

    def objects(self, kind: RelationType, subject: str, day: date) -> list[str]:
        """What the subject leads, is a member of, controls… on a day."""
        return [row.key[2] for row in self._by_subject.get((kind, subject), ()) if row.holds(day)]

    def since(self, kind: RelationType, subject: str, target: str, day: date) -> date | None:
        """The first day of the stretch that holds on a day; None when none does."""
        rows = self._by_subject.get((kind, subject), ())
        return next((row.first for row in rows if row.key[2] == target and row.holds(day)), None)

    def past(self, kind: RelationType, target: str, day: date) -> list[tuple[str, date]]:
        """Subjects for which it was over by a day, with their last day, the latest last."""
        rows = self._by_object.get((kind, target), ())
        over = [(row.key[1], row.last) for row in rows if row.last and row.last < day]
        return sorted(over, key=lambda pair: pair[1])

    def relations(self) -> Iterator[Relation]:
        """All of them in order of their first day as they were written down."""
        for row in self._rows:
            kind, subject, target = row.key
            yield Relation(type=kind, subject=subject, object=target, first=row.first, last=row.last)
