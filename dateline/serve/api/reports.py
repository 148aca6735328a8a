"""Reports: one with all that was read of it, and its claims as the record has them."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from dateline.record.report_claims import ReportClaim, report_claims
from dateline.serve.access.guard import AsReader
from dateline.serve.shown.report_rows import standing_reading
from dateline.serve.workbench import Bench

router = APIRouter(prefix="/api/reports", tags=["reports"])


class FactOf(BaseModel):
    """A fact that a claim is evidence of."""

    id: str
    stance: Annotated[str, Field(description="supports, contradicts, ends, superseded or rejected.")]


class ClaimOf(BaseModel):
    """A claim of a report."""

    claim: Annotated[dict[str, Any], Field(description="As in `dateline read --json`, put right by people.")]
    verdict: Annotated[Literal["accepted", "rejected"] | None, Field(description="As it stands; null: not judged.")]
    corrected: Annotated[
        list[str], Field(description="Fields that a person put right; `added`: a claim added by hand.")
    ]
    actors: Annotated[
        dict[str, str | None], Field(description="Ids of the actors of the record, by subject, object and said_by.")
    ]
    facts: list[FactOf]


class ReportAnswer(BaseModel):
    """A report with its standing reading."""

    reading: Annotated[
        dict[str, Any],
        Field(
            description="As `dateline read --json` gave it, without its claims. Offsets count code points of the text."
        ),
    ]
    claims: Annotated[list[ClaimOf], Field(description="In the order of the text.")]


@router.get("/{report}")
def report(bench: Bench, visitor: AsReader, report: str) -> ReportAnswer:
    """A report: its text, all layers that were read, and its claims as the record has them."""
    record = bench.fresh(visitor)
    reading = standing_reading(bench.store, report)
    claims = [_claim_of(one) for one in report_claims(record, reading).claims]
    return ReportAnswer(reading={name: value for name, value in reading.items() if name != "claims"}, claims=claims)


def _claim_of(one: ReportClaim) -> ClaimOf:
    said = one.said
    return ClaimOf(
        claim=dict(said.record),
        verdict=one.verdict if one.verdict in ("accepted", "rejected") else None,
        corrected=list(said.corrected),
        actors={"subject": said.subject_actor, "object": said.object_actor, "said_by": said.said_by_actor},
        facts=[FactOf(id=fact.id, stance=stance) for fact, stance in one.facts],
    )
