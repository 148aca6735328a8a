"""Who covers what and when: events, changes, weekly digests, portraits, with copies of the agencies and updates."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Literal

from benchmarks.world.book import Book, Change
from benchmarks.world.cast import Cast
from benchmarks.world.nouns import CopyKind, Event
from benchmarks.world.outlets import Outlet

HOW_MANY = (0, 1, 2, 3, 4, 5, 6)
WEIGHTS = (15, 25, 22, 16, 10, 7, 5)
"""Of outlets that cover an event."""
COPIES, UPDATED = 0.45, 0.2


@dataclass(eq=False, slots=True)
class Assignment:
    """A report to be written."""

    kind: Literal["event", "change", "digest", "portrait"]
    outlet: Outlet
    published: date
    country: str
    events: tuple[Event, ...] = ()
    change: Change | None = None
    group: str = ""
    original: "Assignment | None" = None
    """The report that this one copies or updates."""
    copy_kind: CopyKind | None = None
    used: int = field(default=0)
    """How many others copy or update this one."""


class Coverage:
    """Hands out assignments."""

    def __init__(self, cast: Cast, rng: Random) -> None:
        self.cast, self.rng = cast, rng
        self.plan: list[Assignment] = []

    def cover(self, book: Book, last: date, special: int) -> None:
        """Everything, with so many digests and portraits."""
        changes = {change.event for change in book.changes}
        for event in book.events.values():
            if event.id not in changes:
                self._cover(
                    event.country, event.last, Assignment("event", self.cast.wires[0], last, event.country, (event,))
                )
        for change in book.changes:
            told = (book.events[change.event],) if change.event else ()
            draft = Assignment("change", self.cast.wires[0], last, change.country, told, change)
            self._cover(change.country, change.day, draft)
        for _ in range(special):
            self._special(book, changes, last)

    def _cover(self, country: str, happened: date, draft: Assignment) -> None:
        number = self.rng.choices(HOW_MANY, WEIGHTS)[0]
        outlets = self.rng.sample(self.cast.outlets(country), number)
        outlets.sort(key=lambda outlet: outlet.kind != "wire")
        told: list[Assignment] = []
        for outlet in outlets:
            source = [other for other in told if other.outlet.kind == "wire"]
            made = Assignment(
                draft.kind,
                outlet,
                happened + timedelta(days=self.rng.choice((0, 0, 1, 1, 1, 2, 3))),
                country,
                draft.events,
                draft.change,
            )
            if source and outlet.kind != "wire" and self.rng.random() < COPIES:
                self._link(made, self.rng.choice(source), "copy")
                made.published = source[0].published if made.original is source[0] else source[-1].published
                made.published += timedelta(days=self.rng.choice((0, 0, 1)))
            told.append(made)
        self.plan += told
        for made in told:
            if draft.kind == "event" and made.copy_kind is None and draft.events[0].killed > 4:
                self._maybe_update(made)

    def _maybe_update(self, made: Assignment) -> None:
        if self.rng.random() < UPDATED:
            later = made.published + timedelta(days=self.rng.choice((0, 1, 1)))
            again = Assignment("event", made.outlet, later, made.country, made.events)
            self._link(again, made, "update")
            self.plan.append(again)

    def _link(self, made: Assignment, original: Assignment, kind: CopyKind) -> None:
        made.original, made.copy_kind = original, kind
        original.used += 1

    def _special(self, book: Book, changes: set[str | None], last: date) -> None:
        state = self.rng.choice(list(self.cast.states.values()))
        code = state.country.code
        outlet = self.rng.choice(self.cast.outlets(code))
        span = (last - self.cast.start).days
        day = self.cast.start + timedelta(days=self.rng.randint(min(90, span // 3), span))
        if self.rng.random() < 0.5:
            self._digest(book, changes, code, outlet, last)
            return
        groups = [group for group in self.cast.groups[code] if group.active(day)]
        if groups:
            self.plan.append(Assignment("portrait", outlet, day, code, group=self.rng.choice(groups).id))

    def _digest(self, book: Book, changes: set[str | None], code: str, outlet: Outlet, last: date) -> None:
        """A week that has something to tell of: some days after an event drawn at random."""
        here = [event for event in book.events.values() if event.country == code and event.id not in changes]
        if not here:
            return
        day = min(last, self.rng.choice(here).last + timedelta(days=self.rng.randint(1, 4)))
        week = [event for event in here if event.last <= day and (day - event.first).days <= 5]
        if len(week) > 1:
            chosen = sorted(self.rng.sample(week, min(5, len(week))), key=lambda event: (event.first, event.id))
            self.plan.append(Assignment("digest", outlet, day, code, tuple(chosen)))


def thinned(plan: Sequence[Assignment], count: int, rng: Random) -> list[Assignment]:
    """So many assignments in order of publication, leaving out at random such as nobody copies."""
    kept = list(plan)
    rng.shuffle(kept)
    kept.sort(key=lambda assignment: assignment.used > 0)
    while len(kept) > count:
        gone = kept.pop(0)
        if gone.original:
            gone.original.used -= 1
    order = {id(assignment): number for number, assignment in enumerate(plan)}
    return sorted(kept, key=lambda assignment: (assignment.published, order[id(assignment)]))
