"""The third step of an update: which claims of which reports tell of one event."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from dateline.facts.decided import Verdicts, joined_and_parted, verdicts_of
from dateline.facts.desk import Desk
from dateline.facts.events.cluster import Pair, components, events_of, links_among
from dateline.facts.events.event_facts import event_of
from dateline.facts.events.items import Item, items_of
from dateline.facts.events.links import ONE_DAY_OFF, Link, link
from dateline.facts.inputs import ClaimIn
from dateline.facts.shelf import EventRow, Ids
from dateline.facts.telling import telling_of
from dateline.facts.told import Telling
from dateline.model.fact import Event


@dataclass(frozen=True, slots=True)
class _Marked:
    """What people decided about events, by the ids of claims of today."""

    same: tuple[Pair, ...]
    apart: tuple[Pair, ...]
    verdicts: Verdicts


def bring_events(desk: Desk, dirty: Ids) -> None:
    """Make the events of ``dirty`` reports anew, and all that share a component with them."""
    marked = _marked(desk)
    if dirty is None:
        items, telling = _items(desk, None, marked)
        rows, events = _clustered(items, telling, marked)
        desk.shelf.put_events([], rows, events)
        return
    gone = {row.component for row in desk.shelf.event_rows(dirty)}
    items, _ = _items(desk, dirty, marked)
    gone |= _linked_components(desk, items, marked)
    around = desk.shelf.event_rows_of(gone)
    reports = frozenset(row.report for row in around) | dirty
    every, telling = _items(desk, reports, marked)
    kept_items = {row.item for row in around if row.report not in dirty}
    chosen = [item for item in every if item.report in dirty or item.id in kept_items]
    rows, events = _clustered(chosen, telling, marked)
    desk.shelf.put_events(gone, rows, events)


def _marked(desk: Desk) -> _Marked:
    about = desk.standing.about("event")
    same, apart = joined_and_parted(about)
    return _Marked(same=tuple(same), apart=tuple(apart), verdicts=verdicts_of(about))


def _items(desk: Desk, reports: Ids, marked: _Marked) -> tuple[list[Item], Telling]:
    """The items of reports in the order of adding, and what their claims' parties and sources are."""
    pages = desk.pages(reports)
    telling = telling_of(desk, pages)
    items: list[Item] = []
    for page in pages.values():
        claims = [claim for claim in page.claims if is_event(claim)]
        items += items_of(page.report, claims, page.scene, telling, marked.apart)
    return items, telling


def is_event(claim: ClaimIn) -> bool:
    """Whether a claim is of an event: their types are in capitals, as PLOVER has them."""
    return claim.type.isupper()


def _clustered(items: list[Item], telling: Telling, marked: _Marked) -> tuple[list[EventRow], list[Event]]:
    links = links_among(items)
    item_of = {claim.id: item.id for item in items for claim in item.claims}
    same = _as_items(marked.same, item_of)
    apart = _as_items(marked.apart, item_of)
    rows: list[EventRow] = []
    events: list[Event] = []
    pairs_by_item: dict[str, dict[Pair, Link]] = {}
    for pair, one in links.items():
        pairs_by_item.setdefault(pair[0], {})[pair] = one
    for component in components(items, [*links, *same]):
        own = {pair: links[pair] for item in component for pair in pairs_by_item.get(item.id, {})}
        rows += [row for item in component for row in _rows(item, component[0].id)]
        for group, reasons in events_of(component, own, same=same, apart=apart):
            events.append(event_of(group, reasons, telling, marked.verdicts))
    return rows, events


def _as_items(pairs: Iterable[Pair], item_of: Mapping[str, str]) -> list[Pair]:
    found = [(item_of[left], item_of[right]) for left, right in pairs if left in item_of and right in item_of]
    return [pair for pair in found if pair[0] != pair[1]]


def _rows(item: Item, component: str) -> Iterable[EventRow]:
    for claim in item.claims:
        yield EventRow(
            claim=claim.id,
            report=item.report,
            item=item.id,
            component=component,
            family=item.family,
            country=item.country,
            first=item.window.first if item.window else None,
            last=item.window.last if item.window else None,
        )


def _linked_components(desk: Desk, items: list[Item], marked: _Marked) -> set[str]:
    """The components of items of other reports that these are linked with."""
    slack = timedelta(days=ONE_DAY_OFF)
    dirty = {item.report for item in items}
    near: dict[str, EventRow] = {}
    pairs: list[tuple[Item, set[str]]] = []
    for item in items:
        if item.window is None:
            continue
        rows = desk.shelf.event_rows_near(
            item.family, item.country, item.window.first - slack, item.window.last + slack
        )
        others = {row.item: row for row in rows if row.report not in dirty}
        near.update(others)
        pairs.append((item, set(others)))
    others_items, _ = _items(desk, frozenset(row.report for row in near.values()), marked)
    by_id = {item.id: item for item in others_items}
    found = {near[one].component for item, ids in pairs for one in ids if one in by_id and _link(item, by_id[one])}
    return found | _marked_components(desk, items, marked)


def _link(left: Item, right: Item) -> bool:
    return link(left, right) is not None


def _marked_components(desk: Desk, items: list[Item], marked: _Marked) -> set[str]:
    """The components of claims that a person joined with claims of these items."""
    mine = {claim.id for item in items for claim in item.claims}
    others = {one for pair in marked.same if set(pair) & mine for one in pair} - mine
    return desk.shelf.components_with(others) if others else set()
