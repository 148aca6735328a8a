"""Accept or reject many claims at once: first exactly which, then done, then undone as one."""

import secrets
from typing import Annotated, Literal

from fastapi import APIRouter, Form, HTTPException, Request
from starlette.responses import Response

from dateline.errors import BadArgument
from dateline.record.codings import Codings
from dateline.serve.access.guard import AsCoder
from dateline.serve.access.rights import Visitor
from dateline.serve.api.decisions import once_of
from dateline.serve.asked.review_query import ORDERS, AskedQueue, ReviewQuery
from dateline.serve.pages.review import types_for
from dateline.serve.shown.batch_lines import preview
from dateline.serve.templating import page
from dateline.serve.workbench import Bench

router = APIRouter()
MOST = 500
SHOWN = 50
DONE = {"accept": "accepted", "reject": "rejected"}
Kind = Annotated[Literal["accept", "reject"], Form()]
Note = Annotated[str, Form(max_length=2000)]
Numbers = Annotated[str, Form(max_length=10 * MOST, pattern=r"^\d{1,9}(,\d{1,9})*$")]


@router.get("/review/batch")
def batch_form(request: Request, bench: Bench, visitor: AsCoder, asked: AskedQueue) -> Response:
    """Which claims, and what to say of them."""
    asked = _open_claims(request, asked)
    batch = asked.batch(bench, visitor, limit=0)
    values = {"asked": asked, "left": batch.left, "orders": ORDERS, "types": types_for(asked), "most": MOST}
    return page(request, "review_batch", values, visitor=visitor)


@router.post("/review/batch")
def batch_preview(
    request: Request,
    bench: Bench,
    visitor: AsCoder,
    asked: AskedQueue,
    kind: Kind,
    number: Annotated[int, Form(ge=1, le=MOST)] = MOST,
    note: Note = "",
) -> Response:
    """Exactly which claims would be decided on; nothing is written."""
    asked = _open_claims(request, asked)
    batch = asked.batch(bench, visitor, limit=number)
    values = {
        "asked": asked,
        "kind": kind,
        "note": note,
        "found": preview(bench.store, batch.items),
        "shown": SHOWN,
        "left": batch.left,
        "once": secrets.token_urlsafe(12),
    }
    return page(request, "review_batch_preview", values, visitor=visitor)


@router.post("/review/batch/confirm")
def batch_confirm(
    request: Request,
    bench: Bench,
    visitor: AsCoder,
    kind: Kind,
    ids: Annotated[str, Form(max_length=40 * MOST, pattern=r"^[a-z0-9]+(,[a-z0-9]+)*$")],
    once: Annotated[str, Form(min_length=8, max_length=64)],
    note: Note = "",
) -> Response:
    """Decide on the claims that were shown, in one step: all of them or none."""
    if Codings(bench.store).mode != "one":
        raise BadArgument("here several coders judge the same claims, each by reading them: there are no batches")
    targets = ids.split(",")
    if len(targets) > MOST or any(one.startswith(("v", "x")) for one in targets):
        raise BadArgument(f"at most {MOST} claims at once, and claims only: go back and choose fewer")
    name = once_of(visitor, f"batch {once}")
    numbers = bench.once.answer(name, lambda: bench.decisions(visitor).judge_all(kind, targets, note))
    bench.keeper.wake(visitor.name)
    values = {"numbers": numbers, "done": DONE[kind], "undone": False, "note": note}
    return page(request, "review_batch_done", values, visitor=visitor)


@router.post("/review/batch/undo")
def batch_undo(request: Request, bench: Bench, visitor: AsCoder, numbers: Numbers) -> Response:
    """Take back all decisions of a batch, or none of them."""
    held = [int(one) for one in numbers.split(",")]
    _refuse_others(bench, visitor, held)
    bench.decisions(visitor).undo_all(held, "the whole batch")
    bench.keeper.wake(visitor.name)
    values = {"numbers": held, "done": "taken back", "undone": True, "note": ""}
    return page(request, "review_batch_done", values, visitor=visitor)


def _refuse_others(bench: Bench, visitor: Visitor, numbers: list[int]) -> None:
    made_by = {one.id: one.by for one in bench.record.decisions()}
    if not visitor.may("curator") and any(made_by.get(one, visitor.name) != visitor.name for one in numbers):
        raise HTTPException(403, "some of these decisions are not yours: only a curator takes back what others decided")


def _open_claims(request: Request, asked: ReviewQuery) -> ReviewQuery:
    """A batch never decides on what somebody has judged; without an order it takes the surest."""
    order = asked.order if "order" in request.query_params else "sure"
    return asked.model_copy(update={"what": "claims", "status": "open", "order": order})
