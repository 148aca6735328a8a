"""The first page: what the store holds, and what waits for a person."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.record.part import part_of
from dateline.record.wanted import FactFilter
from dateline.serve.access.guard import AsReader
from dateline.serve.shown.overview import overview
from dateline.serve.templating import page
from dateline.serve.workbench import Bench

router = APIRouter()
LATEST = 8


@router.get("/")
def home(request: Request, bench: Bench, visitor: AsReader) -> Response:
    """Numbers, what waits, and the latest events."""
    record = bench.fresh()
    values = {
        "numbers": overview(bench.store, merges=bench.merges.get()[0]),
        "latest": part_of(record, FactFilter(kind="event"), limit=LATEST).facts,
        "conflicting": part_of(record, FactFilter(status="conflicting"), limit=LATEST).facts,
    }
    return page(request, "home", values, visitor=visitor)
