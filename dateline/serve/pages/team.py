"""For admins: users, and the log of what was done."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from dateline.serve.access.guard import AsAdmin, address_of
from dateline.serve.access.rights import ROLES
from dateline.serve.templating import page
from dateline.serve.workbench import Bench

router = APIRouter(prefix="/team")
LINES = 100


@router.get("")
def team(request: Request, bench: Bench, visitor: AsAdmin) -> Response:
    """The users."""
    return page(request, "team", {"users": bench.people.all(), "roles": ROLES}, visitor=visitor)


@router.post("/users")
def add_user(
    request: Request,
    bench: Bench,
    visitor: AsAdmin,
    name: Annotated[str, Form(max_length=100)],
    role: Annotated[str, Form()],
    password: Annotated[str, Form()],
) -> Response:
    """Add a user. The first ends the time of the one person who came with a link: from now on everybody logs in."""
    user = bench.people.add(name, role, password)
    return _done(request, bench, visitor.name, "add user", f"{user.name}, {user.role}")


@router.post("/users/{name}/role")
def set_role(request: Request, bench: Bench, visitor: AsAdmin, name: str, role: Annotated[str, Form()]) -> Response:
    """Give a user another role; the user logs in again."""
    bench.people.set_role(name, role)
    return _done(request, bench, visitor.name, "change role", f"{name}, {role}")


@router.post("/users/{name}/password")
def set_password(
    request: Request, bench: Bench, visitor: AsAdmin, name: str, password: Annotated[str, Form()]
) -> Response:
    """Give a user another password."""
    bench.people.set_password(name, password)
    return _done(request, bench, visitor.name, "set password", name)


@router.post("/users/{name}/active")
def set_active(
    request: Request, bench: Bench, visitor: AsAdmin, name: str, active: Annotated[bool, Form()]
) -> Response:
    """Let a user log in, or no longer."""
    bench.people.set_active(name, active=active)
    return _done(request, bench, visitor.name, "let in" if active else "shut out", name)


@router.get("/log")
def log(
    request: Request, bench: Bench, visitor: AsAdmin, before: Annotated[int | None, Query(ge=1)] = None
) -> Response:
    """What was done in the workbench, the newest first."""
    lines = list(bench.log.lines(limit=LINES, before=before))
    older = lines[-1].id if len(lines) == LINES else None
    return page(request, "log", {"lines": lines, "older": older}, visitor=visitor)


def _done(request: Request, bench: Bench, person: str, what: str, about: str) -> Response:
    bench.log.write(person, what, about, address_of(request))
    return RedirectResponse("/team", status_code=303)
