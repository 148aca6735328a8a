"""Facts: those that are asked for, page by page, and one with all that it rests on."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from dateline.model.fact_record import fact_record
from dateline.record.ground_records import why_fact
from dateline.record.part import part_of
from dateline.serve.access.guard import AsReader
from dateline.serve.asked.fact_query import FactsAsked, meant_by
from dateline.serve.pages.fact import fact_of_id
from dateline.serve.workbench import Bench

router = APIRouter(prefix="/api/facts", tags=["facts"])


class Facts(BaseModel):
    """A stretch of the facts that were asked for."""

    total: Annotated[int, Field(description="How many there are in all.")]
    offset: Annotated[int, Field(description="How many come before these.")]
    next_offset: Annotated[int | None, Field(description="Where the next stretch begins; null: this is the last.")]
    facts: Annotated[
        list[dict[str, Any]],
        Field(
            description="As `dateline facts --json` prints them: `kind` is event or relation; a range of days is "
            "`[first, last]`, null for an open end."
        ),
    ]


@router.get("")
def facts(
    bench: Bench,
    visitor: AsReader,
    asked: FactsAsked,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> Facts:
    """Facts, the latest first; those without a day last."""
    record = bench.fresh(visitor)
    part = part_of(record, meant_by(asked, record).wanted, limit=limit, offset=offset)
    return Facts(
        total=part.total,
        offset=part.offset,
        next_offset=part.next_offset,
        facts=[fact_record(fact) for fact in part.facts],
    )


@router.get("/{fact}")
def fact(bench: Bench, visitor: AsReader, fact: str) -> dict[str, Any]:
    """A fact by its id, or the beginning of one: the fact, its claims with sentence and report, why its actors are one
    each, and what was decided: as `dateline why FACT --json` prints it.
    """
    record = bench.fresh(visitor)
    return why_fact(record, fact_of_id(record, fact))
