"""The first page: what the store holds, and what waits for a person."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.record.part import part_of
from dateline.record.wanted import FactFilter
from dateline.serve.access.guard import AsReader
from dateline.serve.shown.overview import overview
from dateline.serve.templating import page
from dateline.serve.workbench import Bench, Workbench

router = APIRouter()
LATEST = 8


@router.get("/")
def home(request: Request, bench: Bench, visitor: AsReader) -> Response:
    """Numbers, what waits, and the latest events."""
    bench.fresh(visitor)
    return page(request, "home", bench.of_now.get("home", lambda: _shown(bench)), visitor=visitor)


def _shown(bench: Workbench) -> dict[str, Any]:
    return {
        "numbers": overview(bench.store),
        "latest": part_of(bench.record, FactFilter(kind="event"), limit=LATEST).facts,
        "conflicting": part_of(bench.record, FactFilter(status="conflicting"), limit=LATEST).facts,
    }
