"""Coming in and going out: the one-time token of a single person, the log-in of a user."""

import hmac
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from dateline.serve.access.guard import COOKIE, AsReader, address_of, find_visitor, is_from_here
from dateline.serve.access.sessions import LONGEST
from dateline.serve.templating import page
from dateline.serve.workbench import Bench, Workbench

router = APIRouter()


@router.get("/enter")
def enter(request: Request, bench: Bench, token: str = "") -> Response:
    """Come in with the token that ``dateline serve`` printed. It is good once: a link in a history opens nothing."""
    if bench.people.any():
        return RedirectResponse("/login", status_code=303)
    known, person = bench.token, bench.options.settings.coder
    if known is None or not hmac.compare_digest(known.encode(), token.encode()):
        if find_visitor(request, bench) is not None:
            return RedirectResponse("/", status_code=303)
        raise HTTPException(403, "this link was used, or is not whole: start `dateline serve` again for a new one")
    bench.token = None
    return _with_session(bench, person, address_of(request), "/", is_user=False)


@router.get("/login")
def login_page(request: Request, bench: Bench, to: str = "") -> Response:
    """The log-in; where there are no users, what to do instead."""
    asked = request.query_params.get("next", to)
    return page(request, "login", {"next": _inside(asked), "wrong": "", "has_users": bench.people.any(), "name": ""})


@router.post("/login")
def login(
    request: Request,
    bench: Bench,
    name: Annotated[str, Form()],
    password: Annotated[str, Form()],
    to: Annotated[str, Form(alias="next")] = "/",
) -> Response:
    """Log in. Raises HTTPException when it did not come from our page, or after too many tries."""
    address = address_of(request)
    if not is_from_here(request):
        raise HTTPException(403, "this did not come from a page of this workbench")
    keys = (f"from {address}", f"as {name.casefold()}")
    if not all(bench.tries.allows(key) for key in keys):
        bench.log.write(name, "log in refused", "too many tries", address)
        raise HTTPException(429, "too many tries: wait five minutes")
    user = bench.people.check(name, password)
    if user is None:
        bench.log.write(name, "log in failed", "", address)
        shown = {"next": _inside(to), "wrong": "No user has this name and password.", "has_users": True, "name": name}
        return page(request, "login", shown, status=401)
    for key in keys:  # a team may come from one address
        bench.tries.forgive(key)
    return _with_session(bench, user.name, address, _inside(to), is_user=True)


@router.post("/logout")
def logout(request: Request, bench: Bench, visitor: AsReader) -> Response:
    """End the session."""
    if token := request.cookies.get(COOKIE):
        bench.sessions.end(token)
    bench.log.write(visitor.name, "log out", "", address_of(request))
    gone = RedirectResponse("/login", status_code=303)
    gone.delete_cookie(COOKIE)
    return gone


def _with_session(bench: Workbench, person: str, address: str, to: str, *, is_user: bool) -> Response:
    token = bench.sessions.begin(person, is_user=is_user)
    bench.log.write(person, "log in", "" if is_user else "with the link of the server", address)
    answer = RedirectResponse(to, status_code=303)
    answer.set_cookie(
        COOKIE,
        token,
        max_age=int(LONGEST.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=bench.options.secure,
    )
    return answer


def _inside(to: str) -> str:
    """An address of ours: none that leads elsewhere, such as ``//example.org``."""
    return to if to.startswith("/") and not to.startswith(("//", "/\\")) else "/"
