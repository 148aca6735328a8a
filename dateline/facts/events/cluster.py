"""Items into events: the strongest links first, and none that would make an event of two days or two places."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateline.facts.distance import is_sharp, same_place
from dateline.facts.events.items import Item
from dateline.facts.events.links import ONE_DAY_OFF, SHARP_DAYS, Link, link
from dateline.facts.groups import Groups
from dateline.model.fact import PlaceAt

Pair = tuple[str, str]

TIMED = {"vague": 0, "dated": 1, "news": 1}


def links_among(items: Iterable[Item]) -> dict[Pair, Link]:
    """All links between items, by the ids of the two in the order given."""
    found: dict[Pair, Link] = {}
    for left, right in _candidates(items):
        if (one := link(left, right)) is not None:
            found[(left.id, right.id)] = one
    return found


def _candidates(items: Iterable[Item]) -> Iterator[tuple[Item, Item]]:
    """Pairs of one family and country whose windows are no more than a day apart, by a sweep over their first days."""
    blocks: dict[tuple[str, str | None, int], list[Item]] = {}
    for item in items:
        if item.window is not None:
            blocks.setdefault((item.family, item.country, TIMED[item.window.kind]), []).append(item)
    for block in blocks.values():
        yield from _sweep(sorted(block, key=_first_day))


def _first_day(item: Item) -> tuple[date, tuple[int, int]]:
    assert item.window is not None
    return item.window.first, item.order


def _sweep(block: list[Item]) -> Iterator[tuple[Item, Item]]:
    slack = timedelta(days=ONE_DAY_OFF)
    open_items: list[Item] = []
    for item in block:
        assert item.window is not None
        earliest = item.window.first - slack
        open_items = [other for other in open_items if other.window and other.window.last >= earliest]
        yield from ((other, item) if other.order <= item.order else (item, other) for other in open_items)
        open_items.append(item)


def components(items: Sequence[Item], links: Iterable[Pair]) -> list[list[Item]]:
    """The items that links connect, directly or by others, each list and all lists in the order of adding."""
    by_id = {item.id: item for item in items}
    groups = Groups(by_id)
    for left, right in links:
        groups.join(left, right)
    return [[by_id[one] for one in group] for group in groups.lists(key=lambda one: by_id[one].order)]


@dataclass(slots=True)
class _Cluster:
    """What a group of items agrees on."""

    items: list[Item]
    days: list[tuple[date, date]] = field(default_factory=list)
    places: list[PlaceAt] = field(default_factory=list)


def events_of(
    items: Sequence[Item], links: Mapping[Pair, Link], *, same: Iterable[Pair] = (), apart: Iterable[Pair] = ()
) -> list[tuple[list[Item], list[str]]]:
    """One component's items in groups, each an event, with the reasons of the links that made it.

    ``same``, ``apart``: pairs of items that a person joined or parted.
    """
    groups = Groups([item.id for item in items])
    clusters = {item.id: _cluster(item) for item in items}
    reasons: dict[str, list[str]] = {item.id: [] for item in items}
    here = frozenset(clusters)
    unlike = [tuple(pair) for pair in apart if here.issuperset(pair)]
    for left, right in same:
        if left in here and right in here:
            _join(groups, clusters, reasons, left, right, "joined by a person")
    for (left, right), one in sorted(links.items(), key=lambda pair: (-pair[1].points, pair[0])):
        a, b = groups.top(left), groups.top(right)
        if a == b or _kept_apart(groups, unlike, a, b) or not _may_join(clusters[a], clusters[b], links):
            continue
        _join(groups, clusters, reasons, left, right, one.reason)
    tops = {groups.top(item.id): None for item in items}
    found = [(sorted(clusters[top].items, key=lambda item: item.order), reasons[top]) for top in tops]
    return sorted(found, key=lambda group: group[0][0].order)


def _cluster(item: Item) -> _Cluster:
    sharp = item.window is not None and item.window.kind == "dated" and item.window.days <= SHARP_DAYS
    days = [(item.window.first, item.window.last)] if sharp and item.window else []
    return _Cluster([item], days, [item.place] if item.place and is_sharp(item.place) else [])


def _join(
    groups: Groups[str], clusters: dict[str, _Cluster], reasons: dict[str, list[str]], left: str, right: str, why: str
) -> None:
    a, b = groups.top(left), groups.top(right)
    if not groups.join(a, b):
        return
    top, other = groups.top(a), b if groups.top(a) == a else a
    kept, added = clusters[top], clusters.pop(other)
    clusters[top] = _Cluster(kept.items + added.items, kept.days + added.days, kept.places + added.places)
    reasons[top] = [*reasons[top], *reasons.pop(other), why]


def _kept_apart(groups: Groups[str], unlike: Sequence[tuple[str, ...]], a: str, b: str) -> bool:
    tops = ({groups.top(left), groups.top(right)} for left, right in unlike)
    return any({a, b} == pair for pair in tops)


def _may_join(left: _Cluster, right: _Cluster, links: Mapping[Pair, Link]) -> bool:
    """Whether the sharp days and places of two groups are one, and at least half of their items are linked."""
    days = left.days + right.days
    if days and (max(first for first, _ in days) - min(last for _, last in days)).days > ONE_DAY_OFF:
        return False
    if any(same_place(mine, theirs) is False for mine in left.places for theirs in right.places):
        return False
    if len({item.report for item in left.items} & {item.report for item in right.items}):
        return False
    linked = sum((a.id, b.id) in links or (b.id, a.id) in links for a in left.items for b in right.items)
    return 2 * linked >= len(left.items) * len(right.items)
