"""What an actor was from one day to another, as dictionaries with dated roles say it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.model import EntityKind


@dataclass(frozen=True, slots=True)
class Role:
    """One role of an actor. Both days belong to it; None: no limit on that side."""

    kind: EntityKind
    country: str | None
    """ISO 3166-1 alpha-2; None: none, or a region."""
    plover: str
    """PLOVER's sector code; ``UNK`` when the dictionary gives none."""
    first: date | None = None
    last: date | None = None

    @property
    def is_dated(self) -> bool:
        return self.first is not None or self.last is not None

    def holds_on(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def role_on(roles: Iterable[Role], day: date) -> Role | None:
    """The first dated role that holds on a day, else the first without dates, else None."""
    holding = [role for role in roles if role.holds_on(day)]
    return next((role for role in holding if role.is_dated), holding[0] if holding else None)
