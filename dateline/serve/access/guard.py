"""Who sent a request, and whether it may: what pages and API ask for with ``AsReader`` to ``AsAdmin``.

A browser has a cookie, a script an API key. A request with a cookie that changes something must come from a page of
ours: its ``Origin`` must be us, and it must carry the token of its session, in the header ``X-CSRF-Token`` or in the
field ``csrf`` of a form.
"""

import hmac
from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from starlette.concurrency import run_in_threadpool

from dateline.serve.access.rights import Role, Visitor
from dateline.serve.workbench import Workbench, workbench_of

COOKIE = "dateline_session"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class NotLoggedIn(Exception):  # noqa: N818 - it is no fault: a page leads to the log-in, the API answers 401
    """The request is nobody's."""


async def visitor_of(request: Request) -> Visitor:
    """Who sent the request. Raises NotLoggedIn, and HTTPException when it may not have come from a page of ours, or
    comes too often.
    """
    bench = workbench_of(request)
    visitor = await run_in_threadpool(find_visitor, request, bench)
    if visitor is None:
        raise NotLoggedIn
    if request.method not in SAFE:
        if visitor.csrf:
            await _refuse_strangers(request, visitor)
        if not bench.changes.allows(visitor.name):
            raise HTTPException(429, "that was more than the workbench takes in a minute: wait a little")
    return visitor


def find_visitor(request: Request, bench: Workbench) -> Visitor | None:
    """Who sent the request; None for nobody. An API key goes before a cookie."""
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and key:
        return bench.keys.find(key.strip())
    token = request.cookies.get(COOKIE)
    return bench.sessions.find(token) if token else None


def is_from_here(request: Request) -> bool:
    """Whether the page that sent the request is ours, as far as the browser says."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = request.headers.get("origin")
    return origin is None or origin == f"{request.url.scheme}://{request.headers.get('host', '')}"


async def _refuse_strangers(request: Request, visitor: Visitor) -> None:
    given = request.headers.get("x-csrf-token", "")
    if not given and request.headers.get("content-type", "").startswith(_FORMS):
        given = str((await request.form()).get("csrf", ""))
    if not is_from_here(request) or not hmac.compare_digest(given.encode(), visitor.csrf.encode()):
        await request.close()  # files that came with the form
        raise HTTPException(403, "this did not come from a page of this workbench, or the page is old: load it again")


def _need(role: Role) -> Callable[[Visitor], Awaitable[Visitor]]:
    async def needed(visitor: Annotated[Visitor, Depends(visitor_of)]) -> Visitor:
        if not visitor.may(role):
            raise HTTPException(403, f"this needs the rights of a {role}; {visitor.name} is a {visitor.role}")
        return visitor

    return needed


AsReader = Annotated[Visitor, Depends(_need("reader"))]
AsCoder = Annotated[Visitor, Depends(_need("coder"))]
AsCurator = Annotated[Visitor, Depends(_need("curator"))]
AsAdmin = Annotated[Visitor, Depends(_need("admin"))]


def address_of(request: Request) -> str:
    """Where a request came from, for the log; empty when that is not known."""
    return request.client.host if request.client else ""
