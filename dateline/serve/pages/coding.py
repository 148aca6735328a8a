"""For curators: how far coders agree, and what the record follows where they differ."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from dateline.errors import BadArgument
from dateline.record.agreement import agreement
from dateline.record.codings import Codings, Mode, agreed, differing
from dateline.serve.access.guard import AsCurator, address_of
from dateline.serve.problems import NotThere
from dateline.serve.templating import page
from dateline.serve.workbench import Bench

router = APIRouter(prefix="/coding")
SHOWN = 30


@router.get("")
def coding(request: Request, bench: Bench, visitor: AsCurator) -> Response:
    """Agreement, and where coders differ. What is settled, and on what they agree, is not shown."""
    codings = Codings(bench.store)
    standing = codings.standing()
    apart = differing(standing)
    shown = dict(list(apart.items())[:SHOWN])
    values = {
        "mode": codings.mode,
        "agreement": agreement(standing),
        "alike": len(list(agreed(standing, least=2))),
        "apart": len(apart),
        "claims": [(claim, *_claim(bench, claim), held) for claim, held in shown.items()],
    }
    return page(request, "coding", values, visitor=visitor)


@router.post("/mode")
def set_mode(request: Request, bench: Bench, visitor: AsCurator, mode: Annotated[Mode, Form()]) -> Response:
    """Code with one coder or with several."""
    Codings(bench.store).set_mode(mode)
    bench.log.write(visitor.name, "coding", mode, address_of(request))
    return RedirectResponse("/coding", status_code=303)


@router.post("/agreed")
def adopt_agreed(bench: Bench, visitor: AsCurator) -> Response:
    """Have the record follow what at least two coders say alike, and nobody otherwise."""
    Codings(bench.store).adopt_agreed(visitor.name)
    bench.keeper.wake(visitor.name)
    return RedirectResponse("/coding", status_code=303)


@router.post("/{claim}/adopt")
def adopt(
    bench: Bench, visitor: AsCurator, claim: str, coder: Annotated[str, Form()], note: Annotated[str, Form()] = ""
) -> Response:
    """Have the record follow what one coder says of a claim."""
    codings = Codings(bench.store)
    chosen = codings.standing([claim]).get(claim, {}).get(coder)
    if chosen is None:
        raise NotThere(f"{coder} has not coded the claim {claim!r}")
    codings.adopt(claim, chosen, visitor.name, note)
    bench.keeper.wake(visitor.name)
    return RedirectResponse("/coding", status_code=303)


def _claim(bench: Bench, claim: str) -> tuple[object, object]:
    """A claim as the record has it and its report; nothing where a newer reading no longer makes it."""
    try:
        return bench.record.claim(claim)
    except BadArgument:
        return None, None
