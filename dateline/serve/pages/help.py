"""Help: what the record is, a day's work, keys, marks, undo, where data is kept, protection."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.serve.access.guard import AsReader
from dateline.serve.templating import page
from dateline.serve.workbench import Bench

router = APIRouter()


@router.get("/help")
def show_help(request: Request, bench: Bench, visitor: AsReader) -> Response:
    """One page, with anchors."""
    values = {"store": str(bench.store.location), "is_file": bench.store.location.is_sqlite}
    return page(request, "help", {**values, "sees_store": visitor.may("admin")}, visitor=visitor)
