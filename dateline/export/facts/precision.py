"""How sharply places and days are known, as each codebook writes it: the crosswalk of ``docs/exports.md``."""

from dataclasses import dataclass
from datetime import date

from dateline.model.date_span import DayRange
from dateline.model.fact import Event
from dateline.model.place import PlacePrecision

UCDP_WHERE: dict[PlacePrecision, int] = {
    "site": 1,
    "settlement": 1,
    "near": 2,
    "district": 3,
    "province": 4,
    "feature": 5,
    "country": 6,
    "sea": 7,
}
ACLED_WHERE: dict[PlacePrecision, int] = {
    "site": 1,
    "settlement": 1,
    "near": 2,
    "district": 2,
    "province": 3,
    "feature": 3,
}
"""Countries and seas are out of ACLED's scope."""
PLOVER_WHERE: dict[PlacePrecision, int] = {
    "site": 5,
    "settlement": 4,
    "near": 4,
    "district": 3,
    "province": 2,
    "country": 1,
}
CENTROIDS: frozenset[PlacePrecision] = frozenset({"district", "province", "feature", "country", "sea"})
"""Precisions whose point stands for an area."""
_UCDP_WHEN = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
_ACLED_WHEN = ((1, 1), (7, 2), (31, 3))
"""Longest stretch in days, and its code."""


@dataclass(frozen=True, slots=True)
class Days:
    """Days from the first to the last, both known."""

    first: date
    last: date

    @property
    def count(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def ucdp(self) -> int | None:
        """UCDP's ``date_prec``; None for more than a year."""
        return next((code for longest, code in _UCDP_WHEN if self.count <= longest), None)

    @property
    def acled(self) -> int | None:
        """ACLED's ``time_precision``; None for more than a month."""
        return next((code for longest, code in _ACLED_WHEN if self.count <= longest), None)


def days_of(event: Event) -> Days | None:
    """The days within which an event took place; None when the reports give no first or no last day."""
    return bounded(event.possible)


def bounded(days: DayRange | None) -> Days | None:
    """A day range without open ends; None for any other."""
    return Days(days.first, days.last) if days and days.first and days.last else None
