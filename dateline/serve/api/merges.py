"""The inbox of pairs of actors that may be one."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from dateline.record.merges import count_open_merges, open_merges
from dateline.serve.access.guard import AsCurator, AsReader
from dateline.serve.access.rights import Visitor
from dateline.serve.api.decisions import Made, OnceField, once_of
from dateline.serve.problems import NotThere
from dateline.serve.shown.merge_cards import MergeCard, merge_cards
from dateline.serve.shown.review_cards import Model
from dateline.serve.workbench import PATIENCE_SECONDS, Bench, Workbench

router = APIRouter(prefix="/api/merges", tags=["merges"])
EntityField = Annotated[str, Field(pattern=r"^r[0-9a-f]+:\S{1,16}$", max_length=60)]


class Inbox(Model):
    """Pairs that wait for a person, the likeliest first."""

    total: int
    pairs: tuple[MergeCard, ...]


class PairVerdict(BaseModel):
    """Whether two are one. Each side is an entity of a report, which stands for its actor."""

    model_config = ConfigDict(extra="forbid")
    kind: Literal["merge", "apart"]
    left: EntityField
    """``report:entity``, as the inbox gives it."""
    right: EntityField
    note: Annotated[str, Field(max_length=2000)] = ""
    once: OnceField = ""


@router.get("")
def inbox(
    bench: Bench,
    _visitor: AsReader,
    after: Annotated[str, Query(max_length=300)] = "",
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
) -> Inbox:
    """Pairs after the place of another, or from the beginning."""
    pairs = open_merges(bench.store, limit=limit, after=after or None)
    return Inbox(total=count_open_merges(bench.store), pairs=tuple(merge_cards(bench.record, pairs)))


@router.post("", status_code=201)
def decide(bench: Bench, visitor: AsCurator, verdict: PairVerdict) -> Made:
    """Say that two actors are one, or that they are not. Facts are made anew before the answer, as far as that is
    quick. Two that are one already are left as they are: then there is no decision.
    """
    bench.keeper.wait(PATIENCE_SECONDS)
    numbers = bench.once.answer(once_of(visitor, verdict.once), lambda: _decided(bench, visitor, verdict))
    bench.keeper.wake(visitor.name)
    bench.fresh(visitor)
    return Made(decisions=numbers)


def _decided(bench: Workbench, visitor: Visitor, verdict: PairVerdict) -> list[int]:
    sides = [verdict.left.partition(":"), verdict.right.partition(":")]
    entities = [(report, entity) for report, _, entity in sides]
    held = bench.record.actors_of(entities)
    if any(one not in held for one in entities):
        raise NotThere("one of the two is no actor of the record any more: load the page again")
    left, right = (held[one].id for one in entities)
    deciding = bench.decisions(visitor)
    if left != right:
        if verdict.kind == "merge":
            return [deciding.merge_actors([left, right], verdict.note)]
        return [deciding.keep_actors_apart(left, right, verdict.note)]
    if verdict.kind == "merge":
        return []
    raise NotThere("the two were made one meanwhile: part them on the page of the actor, or undo that decision")
