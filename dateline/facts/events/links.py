"""Whether two items of two reports tell of one event: points for and against, each with its words.

The points are set by hand and checked on the generated world (``benchmarks/world``) and by reading merges in real
reports (``docs/benchmarks.md``). They depend on the two items alone, so that a report changes only the events it tells
of.
"""

from dataclasses import dataclass

from dateline.facts.distance import is_sharp, same_place
from dateline.facts.events.families import modes_fit
from dateline.facts.events.items import Item, Who, Window
from dateline.facts.names import compared
from dateline.model.fact import PlaceAt

LINKED = 4.0
"""Points from which on two items are linked."""
ONE_DAY_OFF = 1
"""Days by which reports err on the day of an event."""
SHARP_DAYS = 3
WEEK = 8
TWO_OR_THREE = 2.0
"""Tolls within this ratio may be an earlier and a later count."""


@dataclass(frozen=True, slots=True)
class Link:
    """Points (at least ``LINKED``) and why."""

    points: float
    reason: str


def link(left: Item, right: Item) -> Link | None:
    """The link between two items of one family and country; None when too little speaks for it or something against."""
    if left.window is None or right.window is None or left.report == right.report:
        return None
    parts = [
        _time(left.window, right.window),
        _place(left, right),
        _mode(left, right),
        _parties(left.subject, right.subject, "who did it", against=1.0),
        _parties(left.object, right.object, "whom it was done to", against=1.5),
        _toll(left, right),
        (3.0, "copies of one report") if left.cluster == right.cluster else (0.0, ""),
    ]
    if any(part is None for part in parts):
        return None
    told = [part for part in parts if part is not None and part[1]]
    points = sum(points for points, _ in told)
    if points < LINKED:
        return None
    return Link(round(points, 2), ", ".join(words for points, words in told if points > 0))


Part = tuple[float, str] | None
"""Points and words; None: they cannot be one event."""


def _time(left: Window, right: Window) -> Part:
    gap = max(left.first, right.first) - min(left.last, right.last)
    both_sharp = max(left.days, right.days) <= SHARP_DAYS
    if "vague" in (left.kind, right.kind):
        return (0.5, "the same span of time") if (left.first, left.last) == (right.first, right.last) else None
    if gap.days > (ONE_DAY_OFF if both_sharp else 0):
        return None
    if both_sharp:
        return (2.0, "the same day") if gap.days <= 0 else (0.3, "one day apart")
    if "news" in (left.kind, right.kind):
        return 0.5, "told at the same time"
    return (1.0, "the same week") if max(left.days, right.days) <= WEEK else (0.5, "days that overlap")


def _place(left: Item, right: Item) -> Part:
    if left.place is None or right.place is None:
        return 0.0, ""
    same = same_place(left.place, right.place)
    if same is False:
        return None
    if same:
        return 2.5, "the same place"
    if _names_one(left.place, right.place):
        return 2.0, "a place of one name"
    return (
        (0.7, "places that may be one") if is_sharp(left.place) or is_sharp(right.place) else (0.7, "the same region")
    )


def _names_one(left: PlaceAt, right: PlaceAt) -> bool:
    """Whether a town and the province around it, or the like, bear one name: reports often mean the town."""
    mine, theirs = (" ".join(compared(place.name)).removeprefix("near ") for place in (left, right))
    return mine == theirs and left.precision != "country"


def _mode(left: Item, right: Item) -> Part:
    fits = [modes_fit(mine, theirs) for mine in left.modes for theirs in right.modes]
    if left.modes & right.modes:
        return 1.0, "the same kind of deed"
    if not fits or any(fits):
        return 0.0, ""
    return -1.5, "kinds of deed that differ"


def _parties(left: Who, right: Who, side: str, *, against: float) -> Part:
    if left.actors & right.actors:
        return 1.5, f"the same on {side}"
    if left.actors and right.actors:
        return -against, f"others on {side}"
    return (0.4, f"the same kind on {side}") if left.kinds & right.kinds else (0.0, "")


def _toll(left: Item, right: Item) -> Part:
    if left.killed is None or right.killed is None:
        return 0.0, ""
    if left.killed == right.killed:
        return (1.5 if left.killed > 1 else 0.5), f"{left.killed:,} dead in both"
    low, high = sorted((left.killed, right.killed))
    return (0.0, "") if high <= TWO_OR_THREE * max(low, 1) else (-1.0, "tolls far apart")
