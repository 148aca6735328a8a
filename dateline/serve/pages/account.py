"""A user's own page: another password, keys for scripts."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from dateline.errors import BadArgument
from dateline.serve.access.guard import AsReader, address_of
from dateline.serve.access.rights import Visitor
from dateline.serve.templating import page
from dateline.serve.workbench import Bench, Workbench

router = APIRouter(prefix="/account")


@router.get("")
def account(request: Request, bench: Bench, visitor: AsReader) -> Response:
    """What the user can change."""
    return _shown(request, bench, visitor)


@router.post("/password")
def change_password(
    request: Request, bench: Bench, visitor: AsReader, old: Annotated[str, Form()], new: Annotated[str, Form()]
) -> Response:
    """Take another password. It ends all sessions of the user, this one too."""
    if not bench.tries.allows(f"as {visitor.name.casefold()}") or bench.people.check(visitor.name, old) is None:
        return _shown(request, bench, visitor, wrong="That is not your password.", status=400)
    try:
        bench.people.set_password(visitor.name, new)
    except BadArgument as error:
        return _shown(request, bench, visitor, wrong=str(error), status=400)
    bench.log.write(visitor.name, "change password", "", address_of(request))
    return RedirectResponse("/login", status_code=303)


@router.post("/keys")
def make_key(
    request: Request, bench: Bench, visitor: AsReader, label: Annotated[str, Form(max_length=100)]
) -> Response:
    """Make a key. It is shown this once."""
    key = bench.keys.make(visitor.name, label)
    bench.log.write(visitor.name, "make key", label, address_of(request))
    return _shown(request, bench, visitor, key=key)


@router.post("/keys/{identifier}/back")
def take_back_key(request: Request, bench: Bench, visitor: AsReader, identifier: str) -> Response:
    """Take a key back."""
    bench.keys.take_back(visitor.name, identifier)
    bench.log.write(visitor.name, "take back key", identifier, address_of(request))
    return RedirectResponse("/account", status_code=303)


def _shown(
    request: Request, bench: Workbench, visitor: Visitor, *, wrong: str = "", key: str = "", status: int = 200
) -> Response:
    keys = bench.keys.of(visitor.name) if visitor.is_user else []
    return page(request, "account", {"keys": keys, "wrong": wrong, "key": key}, visitor=visitor, status=status)
