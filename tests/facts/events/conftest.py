"""Events out of claims made by hand, by way of items and links."""

from collections.abc import Iterable
from typing import Any

import pytest

from dateline.facts.events.cluster import components, events_of, links_among
from dateline.facts.events.event_facts import event_of
from dateline.facts.events.items import Item, items_of
from dateline.facts.inputs import Scene
from dateline.model.fact import Event


class Told:
    """What some claims come to. ``groups``: the reports of each event; ``events``: the facts."""

    def __init__(self, make: Any, claims: Iterable[Any], reports: Iterable[Any], **of: Any) -> None:
        held = list(claims)
        telling = make.telling(held, reports, **of.pop("telling", {}))
        items: list[Item] = []
        for report in sorted(telling.reports.values(), key=lambda one: one.order):
            own = [claim for claim in held if claim.report == report.id]
            items += items_of(report, own, Scene("ML"), telling)
        of_claim = {claim.id: item.id for item in items for claim in item.claims}
        same, apart = ([(of_claim[a], of_claim[b]) for a, b in of.pop(name, ())] for name in ("same", "apart"))
        self.items = items
        self.links = links_among(items)
        self.events: list[Event] = []
        self.groups: list[list[str]] = []
        for component in components(items, [*self.links, *same]):
            ids = {item.id for item in component}
            own_links = {pair: one for pair, one in self.links.items() if ids.issuperset(pair)}
            for group, reasons in events_of(component, own_links, same=same, apart=apart):
                self.groups.append([item.report for item in group])
                self.events.append(event_of(group, reasons, telling, of.get("verdicts", {})))


@pytest.fixture(scope="module")
def tell(make: Any) -> Any:
    """``tell(claim, …, reports=[…], same=[…], apart=[…], verdicts={…}, telling={…})``."""
    return lambda *claims, reports=(), **of: Told(make, claims, reports, **of)


@pytest.fixture(scope="module")
def said(make: Any) -> Any:
    """``said(1, …)``: a claim of report r1, of a raid in Gao on 9 May unless something else is given."""

    def of(number: int, **fields: Any) -> Any:
        usual = {"report": f"r{number}", "mode": "raid", "on": "2012-05-09", "place": make.place()}
        return make.claim(fields.pop("name", f"c{number}"), **{**usual, **fields})

    return of
