"""The workbench as one ASGI application."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.staticfiles import StaticFiles

from dateline import __version__
from dateline.serve.api import routers as api_routers
from dateline.serve.headers import Guards
from dateline.serve.options import ServeOptions
from dateline.serve.pages import routers as page_routers
from dateline.serve.problems import add_problems
from dateline.serve.workbench import Workbench

STATIC = Path(__file__).parent / "static"


def build_app(options: ServeOptions) -> FastAPI:
    """The workbench of a store, opened at once: raises RunStopped and BadArgument as ``open_store`` does. It is closed
    when the server ends.
    """
    workbench = Workbench(options)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        workbench.close()

    app = FastAPI(
        title="Dateline",
        version=__version__,
        description="The record of a store: reports, claims, facts, and what people decided. Send an API key as "
        "`Authorization: Bearer dl_…`. Errors are `{error: {status, message}}`.",
        lifespan=lifespan,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.workbench = workbench
    app.add_middleware(Guards, hosts=options.hosts, most_bytes=options.most_bytes)
    add_problems(app)
    _include(app, page_routers(), in_schema=False)
    _include(app, api_routers(), in_schema=True)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return app


def _include(app: FastAPI, routers: Iterable[APIRouter], *, in_schema: bool) -> None:
    for router in routers:
        app.include_router(router, include_in_schema=in_schema)
