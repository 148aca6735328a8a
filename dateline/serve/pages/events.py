"""Events on a map, over time and in a table, under filters that all three share."""

from typing import Annotated, Any, get_args

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.errors import BadArgument
from dateline.export.html_overview import tone_of
from dateline.model.claim import Modality
from dateline.model.fact import Status
from dateline.record.part import Part
from dateline.serve.access.guard import AsReader
from dateline.serve.access.rights import Visitor
from dateline.serve.asked.event_query import EventQuery, EventsAsked, Order, meant_by
from dateline.serve.shown.event_rows import number_without_place, page_of, types_of
from dateline.serve.templating import page
from dateline.serve.workbench import Bench, Workbench

router = APIRouter()
LIMIT = 50
ORDERS: dict[Order, str] = {
    "latest": "the latest first",
    "earliest": "the earliest first",
    "killed": "most killed first",
    "sources": "most sources first",
}
FAMILIES = {"force": "Force", "words": "Words", "cooperation": "Cooperation"}


@router.get("/events")
def events(
    request: Request,
    bench: Bench,
    visitor: AsReader,
    asked: EventsAsked,
    order: str = "latest",
    offset: Annotated[int, Query(ge=0)] = 0,
) -> Response:
    """The page; for htmx and our script only what the filters change, the table and what stands over it."""
    chosen: Order = next((one for one in ORDERS if one == order), "latest")
    values = _shown(bench, visitor, asked, chosen, offset) | {"order": chosen, "orders": ORDERS}
    if request.headers.get("hx-request"):
        return page(request, "events_table", values, visitor=visitor)
    more = {
        "types": _types(bench),
        "families": FAMILIES,
        "statuses": get_args(Status),
        "modalities": get_args(Modality),
        "may_unmask": visitor.may("curator"),
    }
    return page(request, "events", values | more, visitor=visitor, status=400 if values["wrong"] else 200)


def _shown(bench: Workbench, visitor: Visitor, asked: EventQuery, order: Order, offset: int) -> dict[str, Any]:
    """What fits the filters. What they cannot mean is said beside them, so that it can be mended there."""
    record = bench.fresh(visitor)
    try:
        meant = meant_by(asked, record)
    except BadArgument as error:
        nothing = Part(facts=(), total=0, offset=0)
        return {
            "asked": asked,
            "given": asked.given(),
            "part": nothing,
            "actors": (),
            "placeless": 0,
            "wrong": str(error),
        }
    part = page_of(record, meant, order, limit=LIMIT, offset=offset)
    placeless = bench.of_now.get(
        ("placeless", meant.wanted, meant.off_map), lambda: number_without_place(record.view, meant)
    )
    return {
        "asked": asked,
        "given": asked.given(),
        "part": part,
        "actors": meant.actors,
        "placeless": placeless,
        "wrong": "",
    }


def _types(bench: Workbench) -> dict[str, list[str]]:
    """Types and modes to choose from, by family."""
    found: dict[str, list[str]] = {family: [] for family in FAMILIES}
    for type_, mode in bench.of_now.get("types", lambda: types_of(bench.store)):
        options = found[tone_of(type_)]
        if type_ not in options:
            options.append(type_)
        if mode:
            options.append(f"{type_}/{mode}")
    return found
