"""What goes wrong, as an answer: a page for people, one shape of JSON for scripts.

The JSON is always ``{"error": {"status": 404, "message": "…"}}``.
"""

import logging
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from dateline.errors import BadArgument, DatelineError, ReportSkipped, RunStopped
from dateline.serve.access.guard import NotLoggedIn
from dateline.serve.intake.intake import TooMany
from dateline.serve.templating import page

logger = logging.getLogger(__name__)

STATUSES: dict[type[DatelineError], int] = {BadArgument: 400, ReportSkipped: 422, RunStopped: 503, DatelineError: 500}
"""The nearest class counts."""


class NotThere(BadArgument):
    """What was asked for is not in the store."""


STATUSES[NotThere] = 404
STATUSES[TooMany] = 429


def add_problems(app: FastAPI) -> None:
    """Have every error answered in the shape that its asker reads."""
    app.add_exception_handler(DatelineError, _deliberate)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(NotLoggedIn, _not_logged_in)
    app.add_exception_handler(Exception, _fault)


def wants_json(request: Request) -> bool:
    """Whether the asker is a script."""
    return request.url.path.startswith("/api/")


def _deliberate(request: Request, error: Exception) -> Response:
    status = next(STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES)
    return _answer(request, status, str(error))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    message = "There is no such page." if error.status_code == 404 and error.detail == "Not Found" else error.detail
    return _answer(request, error.status_code, str(message))


def _malformed(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    wrong = "; ".join(f"{_where(one)}: {one['msg']}" for one in error.errors()[:5])
    return _answer(request, 422, f"This cannot be used as it is. {wrong}")


def _not_logged_in(request: Request, _error: Exception) -> Response:
    if wants_json(request):
        return _answer(request, 401, "log in, or send an API key: Authorization: Bearer …")
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    to = f"/login?next={quote(asked)}" if request.method == "GET" else "/login"
    if request.headers.get("hx-request"):
        return Response(status_code=204, headers={"HX-Redirect": to})
    return RedirectResponse(to, status_code=303)


def _fault(request: Request, error: Exception) -> Response:
    """The server goes on; the fault is told in full in its own log only."""
    logger.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return _answer(request, 500, "Something went wrong in Dateline. Nothing was lost; the log of the server has more.")


def _answer(request: Request, status: int, message: str) -> Response:
    if wants_json(request):
        return JSONResponse({"error": {"status": status, "message": message}}, status_code=status)
    if request.headers.get("hx-request"):
        return page(request, "problem_part", {"status": status, "message": message}, status=status)
    return page(request, "problem", {"status": status, "message": message}, status=status)


def _where(error: Any) -> str:
    return ".".join(str(part) for part in error.get("loc", ())[1:]) or "the request"
