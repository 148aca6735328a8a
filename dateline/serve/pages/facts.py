"""The list of facts: events and relations, by filters that stand in the address."""

from typing import Annotated, get_args

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.errors import BadArgument
from dateline.model.claim import Modality
from dateline.model.fact import Status
from dateline.ontology.load import load_ontology
from dateline.record.part import Part, part_of
from dateline.serve.access.guard import AsReader
from dateline.serve.asked.fact_query import FactsAsked, Meant, meant_by
from dateline.serve.templating import page
from dateline.serve.workbench import Bench

router = APIRouter()
LIMIT = 50


@router.get("/facts")
def list_facts(
    request: Request, bench: Bench, visitor: AsReader, asked: FactsAsked, offset: Annotated[int, Query(ge=0)] = 0
) -> Response:
    """The facts that are asked for, the latest first."""
    record = bench.fresh(visitor)
    wrong, meant, part = "", None, Part(facts=(), total=0, offset=0)
    try:
        meant = meant_by(asked, record)
        part = part_of(record, meant.wanted, limit=LIMIT, offset=offset)
    except BadArgument as error:
        wrong = str(error)
    types = load_ontology().types
    values = {
        "asked": asked,
        "given": asked.given(),
        "part": part,
        "wrong": wrong,
        "day": meant.day if meant else None,
        "meant": _told_apart(meant),
        "types": sorted(types),
        "unknown_type": bool(asked.type) and asked.type.split("/")[0].lower() not in {one.lower() for one in types},
        "statuses": get_args(Status),
        "modalities": get_args(Modality),
    }
    is_part = request.headers.get("hx-request") and offset
    return page(
        request, "facts_rows" if is_part else "facts_list", values, visitor=visitor, status=400 if wrong else 200
    )


def _told_apart(meant: Meant | None) -> list[tuple[str, str, int]]:
    """The actors that bear a name, when there are several: id, name, reports."""
    several = meant.actors if meant and len(meant.actors) > 1 else ()
    return [(one.id, one.name, one.reports) for one in several]
