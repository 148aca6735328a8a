"""Decisions: what a person says of a claim or a fact, and undo."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body
from pydantic import BaseModel, ConfigDict, Field

from dateline.record.codings import Codings
from dateline.serve.access.guard import AsCoder, AsReader
from dateline.serve.access.rights import Visitor
from dateline.serve.problems import NotThere
from dateline.serve.workbench import Bench

OnceField = Annotated[
    str, Field(max_length=64, description="A name of your own: what is sent again with it is not written again.")
]
router = APIRouter(prefix="/api/decisions", tags=["decisions"])
FACTS = ("v", "x")
"""What the ids of events and relations begin with."""


class Verdict(BaseModel):
    """What a person says of claims or facts."""

    model_config = ConfigDict(extra="forbid")
    kind: Literal["accept", "reject"]
    targets: Annotated[list[str], Field(min_length=1, max_length=500)]
    """Ids of claims, events or relations."""
    note: Annotated[str, Field(max_length=2000)] = ""
    once: OnceField = ""


class Made(BaseModel):
    """What was written down. Facts follow decisions within seconds; codings count once a curator adopts them."""

    decisions: list[int] = []
    codings: list[int] = []
    """Where several coders code the same claims: what this one says of them."""


@router.post("", status_code=201)
def judge(bench: Bench, visitor: AsCoder, verdict: Verdict) -> Made:
    """Accept or reject claims, events or relations: all of them, or none when one is not there."""
    once = once_of(visitor, verdict.once)
    codings = Codings(bench.store)
    if codings.mode != "one" and not any(target.startswith(FACTS) for target in verdict.targets):

        def code() -> list[int]:
            return codings.put(visitor.name, verdict.kind, verdict.targets, note=verdict.note)

        return Made(codings=bench.once.answer(once, code))

    def write() -> list[int]:
        return bench.decisions(visitor).judge_all(verdict.kind, verdict.targets, verdict.note)

    numbers = bench.once.answer(once, write)
    bench.keeper.wake(visitor.name)
    return Made(decisions=numbers)


def once_of(visitor: Visitor, name: str) -> str:
    """The name of a request, so that nobody's is taken for another's."""
    return f"{visitor.name}\0{name}" if name else ""


@router.post("/undo", status_code=201)
def undo(
    bench: Bench,
    visitor: AsCoder,
    number: Annotated[int | None, Body(embed=True)] = None,
    once: Annotated[OnceField, Body(embed=True)] = "",
) -> Made:
    """Take back a decision of yours; without a number your last one that stands. A curator may take back anybody's."""
    if number is not None and not visitor.may("curator"):
        made_by = {one.id: one.by for one in bench.record.decisions()}
        if made_by.get(number, visitor.name) != visitor.name:
            raise NotThere(f"decision {number} is {made_by[number]}'s: only a curator takes back what others decided")
    named = once_of(visitor, once)
    codings = Codings(bench.store)
    if number is None and codings.mode != "one":
        return Made(codings=bench.once.answer(named, lambda: codings.undo(visitor.name)))
    made = bench.once.answer(named, lambda: bench.decisions(visitor).undo(number))
    bench.keeper.wake(visitor.name)
    return Made(decisions=[made])


@router.get("")
def decisions(bench: Bench, _visitor: AsReader, by: str | None = None, limit: int = 100) -> list[dict[str, Any]]:
    """The last decisions, the newest first; those of one person with ``by``."""
    held = [one for one in bench.record.decisions() if by is None or one.by == by]
    return [
        {
            "id": one.id,
            "at": one.at.isoformat(),
            "by": one.by,
            "kind": one.kind,
            "about": one.about,
            "targets": list(one.targets),
            "after": one.after,
            "note": one.note,
        }
        for one in reversed(held[-limit:])
    ]
