"""The review queue: one claim, event or relation at a time."""

from dataclasses import replace
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.ontology.load import load_ontology
from dateline.record.codings import Codings
from dateline.record.queue import Batch, Item
from dateline.serve.access.guard import AsReader
from dateline.serve.access.rights import Visitor
from dateline.serve.api.review import cards_of
from dateline.serve.asked.review_query import ORDERS, STATUSES, WHATS, AskedQueue, ReviewQuery
from dateline.serve.templating import page
from dateline.serve.workbench import Bench, Workbench
from dateline.store.tables import claims, readings

router = APIRouter()
FIRST = 6
"""So many come with the page itself; the others follow while the first is read."""
NEXT = 20
Identifier = Annotated[str, Query(max_length=40, pattern="^[a-z0-9]*$")]


@router.get("/review")
def review(request: Request, bench: Bench, visitor: AsReader, asked: AskedQueue, claim: Identifier = "") -> Response:
    """The queue from its beginning, or from the claim or fact that the address names."""
    bench.fresh(visitor)
    batch = asked.batch(bench, visitor, after=claim or None, limit=FIRST)
    if claim and (item := _item(bench, asked, claim)) is not None:
        batch = replace(batch, items=(item, *batch.items))
    values = {
        **_cards(bench, visitor, asked, batch),
        "asked": asked,
        "whats": WHATS,
        "orders": ORDERS,
        "statuses": STATUSES,
        "types": types_for(asked),
        "more": asked.address(),
        "coding": Codings(bench.store).mode,
    }
    return page(request, "review", values, visitor=visitor)


@router.get("/review/cards")
def cards(
    request: Request,
    bench: Bench,
    visitor: AsReader,
    asked: AskedQueue,
    after: Identifier = "",
    before: Identifier = "",
    only: Identifier = "",
) -> Response:
    """A part of a page: the cards after one, before one, or one alone as it is now."""
    if only:
        item = _item(bench, asked, only)
        batch = Batch(items=(item,) if item else (), total=0, judged=0, today=0, left=0)
    else:
        batch = asked.batch(bench, visitor, after=after or None, before=before or None, limit=NEXT)
    return page(request, "review_cards", _cards(bench, visitor, asked, batch), visitor=visitor)


def _cards(bench: Workbench, visitor: Visitor, asked: ReviewQuery, batch: Batch) -> dict[str, Any]:
    of_claims, facts = cards_of(bench, visitor, asked.what == "claims", batch)
    return {"batch": batch, "claims": of_claims, "facts": facts, "may_judge": visitor.may("coder")}


def _item(bench: Workbench, asked: ReviewQuery, identifier: str) -> Item | None:
    """A claim or fact by id, whether or not the queue holds it; None where there is none."""
    if asked.what != "claims":
        return Item(id=identifier, report="")
    query = (
        sa.select(claims.c.report_id)
        .join(readings, readings.c.id == claims.c.reading_id)
        .where(claims.c.id == identifier, readings.c.superseded_at.is_(None))
    )
    with bench.store.connected() as connection:
        report = connection.scalar(query)
    return Item(id=identifier, report=report) if report else None


def types_for(asked: ReviewQuery) -> list[tuple[str, list[str]]]:
    """The types to choose from, events and relations apart."""
    every = sorted(load_ontology().types)
    events, relations = [one for one in every if one.isupper()], [one for one in every if not one.isupper()]
    groups = [("events", events), ("relations", relations)]
    return [group for group in groups if asked.what in ("claims", group[0])]
