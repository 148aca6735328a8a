"""Search over reports, claims and the names of actors."""

from typing import Annotated, cast

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.serve.access.guard import AsReader
from dateline.serve.shown.search_rows import Found, found, pieces, why_not
from dateline.serve.templating import page
from dateline.serve.workbench import Bench
from dateline.store.search import What

router = APIRouter()
PLACES = {
    "all": "everywhere",
    "reports": "in the texts of reports",
    "claims": "in claims: their quotations and names",
    "actors": "in names of actors",
}


@router.get("/search")
def search_page(
    request: Request,
    bench: Bench,
    visitor: AsReader,
    q: Annotated[str, Query(max_length=1000)] = "",
    what: str = "all",
    offset: Annotated[int, Query(ge=0, le=100_000)] = 0,
) -> Response:
    """The best hits first; without words, how to write them."""
    what = what if what in PLACES else "all"
    wrong = why_not(q) if q.strip() else None
    result: Found | None = None
    if q.strip() and wrong is None:
        result = found(bench.store, q, None if what == "actors" else cast("What", what), offset)
    values = {"q": q, "what": what, "places": PLACES, "wrong": wrong, "found": result, "offset": offset}
    return page(request, "search", {**values, "pieces": pieces}, visitor=visitor)
