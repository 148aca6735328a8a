"""Adding reports: a text is pasted, files are dropped, an address is given; what became of each."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from dateline.errors import BadArgument
from dateline.ingest import IngestOptions
from dateline.serve.access.guard import AsCoder
from dateline.serve.access.rights import Visitor
from dateline.serve.intake.given import Given, address, pasted, uploaded
from dateline.serve.options import MEGABYTE
from dateline.serve.templating import page
from dateline.serve.workbench import Bench, Workbench

router = APIRouter()
MOST_FILES = 100
SHOWN, LINES = 40, 20
"""So many things are shown, and so many reports of each: the page asks anew every second."""
ACCEPTED = ".txt,.md,.html,.htm,.xhtml,.pdf,.docx,.json,.jsonl,.ndjson,.csv,.tsv,.xml,.rss,.atom"
"""What a browser's dialog offers; what a file is, its bytes say."""
Field = Annotated[str, Form(max_length=3000)]


@router.get("/add")
def add(request: Request, bench: Bench, visitor: AsCoder) -> Response:
    """The three ways to add, and what was added since the server started."""
    values = {**_jobs(bench, visitor), "accepted": ACCEPTED, "most_bytes": bench.options.most_bytes}
    return page(request, "add", {**values, "most_megabytes": bench.options.most_bytes // MEGABYTE}, visitor=visitor)


@router.get("/add/jobs")
def jobs(request: Request, bench: Bench, visitor: AsCoder) -> Response:
    """The part of the page that tells what became of each."""
    return page(request, "add_jobs", _jobs(bench, visitor), visitor=visitor)


@router.post("/add/text")
def add_text(
    request: Request,
    bench: Bench,
    visitor: AsCoder,
    text: Annotated[str, Form()] = "",
    title: Field = "",
    published: Field = "",
    publisher: Field = "",
    url: Field = "",
) -> Response:
    """Queue a text."""
    return _added(
        request, bench, visitor, [pasted(text, title=title, published=published, publisher=publisher, url=url)]
    )


@router.post("/add/url")
def add_url(request: Request, bench: Bench, visitor: AsCoder, url: Field = "", published: Field = "") -> Response:
    """Queue a page of the web."""
    return _added(request, bench, visitor, [address(url, ingest_options(bench), published=published)])


@router.post("/add/files")
async def add_files(request: Request, bench: Bench, visitor: AsCoder) -> Response:
    """Queue files. They are read out of the request only now that it is known who sent it."""
    given = await files_in(request, bench)
    return await run_in_threadpool(_added, request, bench, visitor, given)


@router.post("/add/again")
def again(request: Request, bench: Bench, visitor: AsCoder, number: Annotated[int, Query()]) -> Response:
    """Try something that stopped once more."""
    bench.intake.again(visitor.name, number)
    return _answer(request, bench, visitor)


def ingest_options(bench: Workbench) -> IngestOptions:
    """How what is given here is taken in: as ``dateline add`` does."""
    return IngestOptions(max_bytes=bench.options.most_bytes, allow_private=bench.options.fetch_private)


async def files_in(request: Request, bench: Workbench) -> list[Given]:
    """The files of a form. Raises BadArgument when there is none, or too many."""
    options = ingest_options(bench)
    async with request.form(max_files=MOST_FILES, max_fields=10) as form:
        sent = [one for one in form.getlist("files") if isinstance(one, UploadFile) and (one.filename or one.size)]
        if not sent:
            raise BadArgument("choose at least one file")
        day = str(form.get("published") or "")
        return [uploaded(one.filename or "", await one.read(), options, published=day) for one in sent]


def _added(request: Request, bench: Workbench, visitor: Visitor, given: list[Given]) -> Response:
    for one in given:
        bench.intake.add(visitor.name, one)
    return _answer(request, bench, visitor)


def _answer(request: Request, bench: Workbench, visitor: Visitor) -> Response:
    if request.headers.get("hx-request"):
        return page(request, "add_jobs", _jobs(bench, visitor), visitor=visitor)
    return RedirectResponse("/add#jobs", status_code=303)


def _jobs(bench: Workbench, visitor: Visitor) -> dict[str, object]:
    mine = bench.intake.jobs(visitor.name)
    going_on = [one for one in mine if not one.is_over]
    return {
        "jobs": mine[:SHOWN],
        "in_all": len(mine),
        "shown": LINES,
        "going_on": len(going_on),
        "others": bench.intake.waiting() - len(going_on),
        "loading": bench.intake.loading,
    }
