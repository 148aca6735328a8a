"""The inbox of pairs of actors that may be one."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.record.merges import count_open_merges, open_merges
from dateline.serve.access.guard import AsReader
from dateline.serve.asked.review_query import WHATS
from dateline.serve.shown.merge_cards import merge_cards
from dateline.serve.templating import page
from dateline.serve.workbench import Bench

router = APIRouter()
FIRST = 3
NEXT = 10


@router.get("/review/merges")
def merges(request: Request, bench: Bench, visitor: AsReader) -> Response:
    """The likeliest pairs first."""
    bench.fresh(visitor)
    values = {
        "total": bench.of_now.get("merges", lambda: count_open_merges(bench.store)),
        "pairs": merge_cards(bench.record, open_merges(bench.store, limit=FIRST)),
        "may_judge": visitor.may("curator"),
        "whats": WHATS,
    }
    return page(request, "review_merges", values, visitor=visitor)


@router.get("/review/merges/cards")
def cards(
    request: Request, bench: Bench, visitor: AsReader, after: Annotated[str, Query(max_length=300)] = ""
) -> Response:
    """A part of a page: the pairs after a place."""
    pairs = merge_cards(bench.record, open_merges(bench.store, limit=NEXT, after=after or None))
    return page(request, "merge_cards", {"pairs": pairs, "may_judge": visitor.may("curator")}, visitor=visitor)
