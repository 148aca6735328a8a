"""Writing down events and changes as they happen."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from benchmarks.world.kinds import KINDS
from benchmarks.world.nouns import Event, Victim
from benchmarks.world.places import Country, Town

ChangeKind = Literal[
    "appointed", "killed", "captured", "split", "left", "pledged", "allied", "renamed", "merged", "post", "seized"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of who leads, belongs to or holds what. Fields that do not apply are None."""

    kind: ChangeKind
    day: date
    country: str
    body: str
    """Id of the group or body that it happens to or that does it."""
    person: str | None = None
    other: str | None = None
    """Id of the other body, or of the person who went before."""
    town: Town | None = None
    event: str | None = None
    """Id of the event that it came with."""


@dataclass(slots=True)
class Book:
    """All that happened so far."""

    events: dict[str, Event] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    witnesses: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By id of the event the private people who saw it."""

    def event(
        self,
        kind: str,
        first: date,
        last: date,
        town: Town,
        country: Country,
        *,
        actors: Sequence[str],
        victims: Sequence[Victim] = (),
        number: int = 0,
        killed: int = 0,
        injured: int = 0,
    ) -> Event:
        """Write down an event under the next id."""
        event = Event(
            id=f"e{len(self.events) + 1}",
            kind=kind,
            type=KINDS[kind].type,
            mode=KINDS[kind].mode,
            first=first,
            last=last,
            place=town.name,
            lat=town.lat,
            lon=town.lon,
            country=country.code,
            actors=tuple(actors),
            victims=tuple(victims),
            number=number,
            killed=killed,
            injured=injured,
        )
        self.events[event.id] = event
        return event
