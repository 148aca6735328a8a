"""The command chart: who is under whom on a day, as a list and as a graph."""

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from dateline.record.ties import most_units
from dateline.serve.access.guard import AsReader
from dateline.serve.asked.as_of import day_of
from dateline.serve.drawing.charts import chart_on
from dateline.serve.pages.actor import find_actor
from dateline.serve.templating import page, query_of
from dateline.serve.workbench import Bench

router = APIRouter()
SUGGESTED = 12
SEVERAL = 20


@router.get("/chart")
def chart(
    request: Request,
    bench: Bench,
    visitor: AsReader,
    actor: str = "",
    name: str = "",
    as_of: str = "",
    possible: bool = False,
    view: str = "list",
) -> Response:
    """The chart of an actor; without one the bodies that most is said of. ``name``: what was typed into the field."""
    record = bench.fresh(visitor)
    asked = {"as_of": as_of, "possible": "yes" if possible else "", "view": "graph" if view == "graph" else ""}
    if not actor and name.strip():
        found = record.actors(name)
        if len(found) == 1:
            return RedirectResponse(f"/chart{query_of({'actor': found[0].id, **asked})}", status_code=303)
        several = {"found": found[:SEVERAL], "name": name, "suggested": most_units(bench.store, limit=SUGGESTED)}
        return page(request, "chart_start", {**several, "asked": asked}, visitor=visitor)
    if not actor:
        values = {"found": None, "name": "", "suggested": most_units(bench.store, limit=SUGGESTED), "asked": asked}
        return page(request, "chart_start", values, visitor=visitor)
    top = find_actor(record, actor)
    drawn = chart_on(record, top, day_of(as_of), possible_too=possible)
    shown = {"chart": drawn, "actor": top, "possible": possible, "view": asked["view"] or "list", "asked": asked}
    if request.headers.get("hx-request"):
        return page(request, "chart_list", shown, visitor=visitor)
    return page(request, "chart", shown, visitor=visitor)
