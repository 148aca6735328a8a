"""The list of actors."""

from typing import Annotated, get_args

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.model.mention import EntityKind
from dateline.record.actor_list import ActorOrder, ActorsWanted, actor_countries, actor_lines
from dateline.serve.access.guard import AsReader
from dateline.serve.templating import page
from dateline.serve.workbench import Bench

router = APIRouter()
LIMIT = 50
ORDERS: dict[ActorOrder, str] = {"reports": "most reports first", "facts": "most facts first", "name": "by name"}


@router.get("/actors")
def list_actors(
    request: Request,
    bench: Bench,
    visitor: AsReader,
    words: Annotated[str, Query(max_length=200)] = "",
    kind: str = "",
    country: str = "",
    order: str = "reports",
    offset: Annotated[int, Query(ge=0)] = 0,
) -> Response:
    """Actors by words of their names, kind and country."""
    by: ActorOrder = next((one for one in ORDERS if one == order), "reports")
    view = bench.fresh(visitor).view
    wanted = ActorsWanted(words=words, kind=kind or None, country=country or None)
    lines, total = actor_lines(view, wanted, order=by, limit=LIMIT, offset=offset)
    after = offset + len(lines) if offset + len(lines) < total else None
    asked = {"words": words, "kind": kind, "country": country, "order": by if by != "reports" else ""}
    values = {"lines": lines, "total": total, "after": after, "asked": asked, "order": by}
    if request.headers.get("hx-request") and offset:
        return page(request, "actors_rows", values, visitor=visitor)
    choices = {"orders": ORDERS, "kinds": get_args(EntityKind), "countries": actor_countries(view)}
    return page(request, "actors", values | choices, visitor=visitor)
