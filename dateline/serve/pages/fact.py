"""A fact: what the record concludes, on which claims, in whose words; and what a person decides of it."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from dateline.errors import BadArgument
from dateline.model.fact import Event, Fact
from dateline.record.near import near_events
from dateline.record.record import Record
from dateline.serve.access.guard import AsCoder, AsCurator, AsReader
from dateline.serve.access.rights import Visitor
from dateline.serve.api.decisions import undo as undo_decision
from dateline.serve.problems import NotThere
from dateline.serve.shown.fact_page import fact_page
from dateline.serve.templating import page
from dateline.serve.workbench import Bench, Workbench

router = APIRouter(prefix="/facts")
OFFERED = 6
"""Events that may be the same."""
Note = Annotated[str, Form(max_length=2000)]


@router.get("/{fact}")
def show_fact(
    request: Request, bench: Bench, visitor: AsReader, fact: str, offset: Annotated[int, Query(ge=0)] = 0
) -> Response:
    """The page of a fact."""
    record = bench.fresh(visitor)
    held = fact_of_id(record, fact)
    curating = visitor.may("curator") and isinstance(held, Event)
    values = {
        "shown": fact_page(record, held, offset),
        "fact": held,
        "is_event": isinstance(held, Event),
        "near": near_events(record, held, limit=OFFERED) if curating and isinstance(held, Event) else [],
    }
    return page(request, "fact", values, visitor=visitor)


@router.post("/{fact}/judge")
def judge(
    bench: Bench, visitor: AsCoder, fact: str, kind: Annotated[Literal["accept", "reject"], Form()], note: Note = ""
) -> Response:
    """Accept or reject a fact."""
    held = fact_of_id(bench.fresh(visitor), fact)
    bench.decisions(visitor).judge(kind, held.id, note)
    return _to_fact_of(bench, visitor, held.evidence[0].claim, held.id)


@router.post("/{fact}/split")
def split(
    bench: Bench,
    visitor: AsCurator,
    fact: str,
    claims: Annotated[list[str] | None, Form()] = None,
    note: Note = "",
) -> Response:
    """Say that some claims of an event tell of another one."""
    held = fact_of_id(bench.fresh(visitor), fact)
    if not claims:
        raise BadArgument("tick the claims that tell of another event, then split")
    bench.decisions(visitor).split_event(held.id, claims, note)
    left = next(one.claim for one in held.evidence if one.claim not in claims)
    return _to_fact_of(bench, visitor, left, held.id)


@router.post("/{fact}/merge")
def merge(
    bench: Bench,
    visitor: AsCurator,
    fact: str,
    others: Annotated[list[str] | None, Form()] = None,
    other: Annotated[str, Form()] = "",
    note: Note = "",
) -> Response:
    """Say that an event and others are one."""
    record = bench.fresh(visitor)
    held = fact_of_id(record, fact)
    named = [*(others or ()), *other.replace("/", " ").split()[-1:]]
    if not named:
        raise BadArgument("choose an event, or give the id of one, then merge")
    bench.decisions(visitor).merge_events([held.id, *(fact_of_id(record, one).id for one in named)], note)
    return _to_fact_of(bench, visitor, held.evidence[0].claim, held.id)


@router.post("/{fact}/undo")
def undo(bench: Bench, visitor: AsCoder, fact: str, number: Annotated[int, Form()]) -> Response:
    """Take back a decision on the fact, its claims or its actors."""
    held = fact_of_id(bench.fresh(visitor), fact)
    undo_decision(bench, visitor, number)
    return _to_fact_of(bench, visitor, held.evidence[0].claim, held.id)


def fact_of_id(record: Record, identifier: str) -> Fact:
    """The fact of an id, or of the beginning of one. Raises NotThere."""
    try:
        return record.fact(identifier)
    except BadArgument as error:
        raise NotThere(
            f"there is no fact {identifier!r} in the record now. Facts are made anew when reports or decisions come: "
            "its claims may be under another fact"
        ) from error


def _to_fact_of(bench: Workbench, visitor: Visitor, claim: str, otherwise: str) -> Response:
    """To the fact that a claim is evidence of now, whose id may have changed with the decision."""
    bench.keeper.wake(visitor.name)
    facts = bench.fresh(visitor).facts_of_claim(claim)
    kind = otherwise[:1]
    now = [fact.id for fact in facts if fact.id.startswith(kind)]
    there = otherwise if otherwise in now or not now else now[0]
    return RedirectResponse(f"/facts/{there}", status_code=303)
