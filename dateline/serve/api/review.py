"""The review queue: claims, events and relations with all that is needed to judge them, and corrections."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from dateline.record.claim_words import when_of
from dateline.record.codings import Codings
from dateline.record.corrections import COUNTED, checked_changes
from dateline.record.queue import Batch
from dateline.serve.access.guard import AsCoder, AsReader
from dateline.serve.access.rights import Visitor
from dateline.serve.api.decisions import Made, OnceField, once_of
from dateline.serve.asked.review_query import AskedQueue
from dateline.serve.shown.apart import shown_to
from dateline.serve.shown.fact_cards import FactCard, fact_cards
from dateline.serve.shown.review_cards import ClaimCard, Model, claim_cards
from dateline.serve.workbench import Bench

router = APIRouter(prefix="/api", tags=["review"])


class QueuePart(Model):
    """A stretch of the queue, and how far the review has come."""

    total: int
    """All that fit the filter, judged or not."""
    judged: int
    left: int
    """How many fit filter and status."""
    today: int
    """What you judged since midnight (UTC), whatever the filter."""
    claims: tuple[ClaimCard, ...]
    facts: tuple[FactCard, ...]
    """Instead of claims, where events or relations are asked for."""


class Correction(BaseModel):
    """Fields of a claim put right. What is not named stays; an empty value takes one away."""

    model_config = ConfigDict(extra="forbid")
    changes: Annotated[dict[str, str], Field(min_length=1, max_length=30)]
    """``type``, ``mode``, ``subject``, ``object``, ``said_by`` (and ``subject_kind`` and so on), ``place`` (``Gao`` or
    ``Gao#2457163``), ``when`` (``2012-04-03``, ``2012-04``, ``2012-04/..``), ``polarity``, ``modality``, ``role``,
    ``weapon``, and counts: ``killed``, ``injured``, ``abducted``, ``arrested``, ``displaced``, ``crowd`` (``12``,
    ``10-15``, ``10+``).
    """
    note: Annotated[str, Field(max_length=2000)] = ""
    once: OnceField = ""


class Meaning(Model):
    """How a date that a person wrote is understood."""

    words: str
    detail: str
    edtf: str


@router.get("/review")
def queue(
    bench: Bench,
    visitor: AsReader,
    asked: AskedQueue,
    after: Annotated[str, Query(max_length=40)] = "",
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
) -> QueuePart:
    """What waits to be judged: what comes after an id, or from the beginning."""
    batch = asked.batch(bench, visitor, after=after or None, limit=limit)
    claims, facts = cards_of(bench, visitor, asked.what == "claims", batch)
    return QueuePart(
        total=batch.total, judged=batch.judged, left=batch.left, today=batch.today, claims=claims, facts=facts
    )


def cards_of(
    bench: Bench, visitor: Visitor, of_claims: bool, batch: Batch
) -> tuple[tuple[ClaimCard, ...], tuple[FactCard, ...]]:
    """The claims of a stretch of the queue, or its facts."""
    verdicts = shown_to(bench, visitor)
    if of_claims:
        wanted = {one.id: one.report for one in batch.items}
        return tuple(claim_cards(bench.record, wanted, verdicts)), ()
    return (), tuple(fact_cards(bench.record, [one.id for one in batch.items], verdicts))


@router.post("/claims/{claim}/correction", status_code=201)
def correct(bench: Bench, visitor: AsCoder, claim: str, correction: Correction) -> Made:
    """Put fields of a claim right. It counts as accepted from then on."""
    changes = _as_record(correction.changes)
    codings = Codings(bench.store)
    once = once_of(visitor, correction.once)
    if codings.mode != "one":

        def code() -> list[int]:
            return codings.put(visitor.name, "correct", [claim], changes=changes, note=correction.note)

        return Made(codings=bench.once.answer(once, code))

    def write() -> list[int]:
        return [bench.decisions(visitor).correct(claim, changes, correction.note)]

    numbers = bench.once.answer(once, write)
    bench.keeper.wake(visitor.name)
    return Made(decisions=numbers)


@router.get("/check/date")
def check_date(_visitor: AsReader, text: Annotated[str, Query(max_length=60)]) -> Meaning:
    """How a date is understood that a person wrote; 400 with what to write for what is no date."""
    when = checked_changes({"when": text})["when"]
    words, detail = when_of(when)
    return Meaning(words=words, detail=detail, edtf=when["edtf"] if when else "")


def _as_record(changes: dict[str, str]) -> dict[str, Any]:
    """Counts stand together in a claim's record."""
    counts = {name: value for name, value in changes.items() if name in COUNTED}
    rest: dict[str, Any] = {name: value for name, value in changes.items() if name not in COUNTED}
    return {**rest, "counts": counts} if counts else rest
