"""Adding reports by script, and asking what became of them."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from dateline.errors import BadArgument
from dateline.serve.access.guard import AsCoder
from dateline.serve.intake.given import Given, address, pasted
from dateline.serve.intake.jobs import Job, State
from dateline.serve.pages.add import files_in, ingest_options
from dateline.serve.problems import NotThere
from dateline.serve.workbench import Bench

router = APIRouter(prefix="/api/jobs", tags=["adding"])
Words = Annotated[str, Field(max_length=3000)]


class Asked(BaseModel):
    """A text, or the address of a page: one of the two."""

    model_config = ConfigDict(extra="forbid")
    text: str = ""
    """The text of a report."""
    url: Words = ""
    """Without a text: the page to be fetched, from a public address. With one: where the text is from."""
    title: Words = ""
    publisher: Words = ""
    published: Words = ""
    """The day of publication, such as 2012-12-03. "Monday" in the text becomes a date only with it."""


class Became(BaseModel):
    """What became of one report."""

    result: str
    """new, reread (differently from before), unchanged (it was there) or skipped."""
    source: str
    report: str | None
    """Its id; null when it was skipped before it was a report."""
    title: str | None
    claims: int
    """How many claims its reading holds."""
    reason: str
    """Why it was skipped or not read."""
    notes: list[str]
    published: str | None
    """The day of publication; null when nothing says it."""


class JobState(BaseModel):
    """One thing that was given. Jobs are kept in memory until the server ends; reports are kept for good."""

    number: int
    kind: str
    """text, file or url."""
    name: str
    state: State
    """queued, fetching, reading, done or stopped."""
    counts: dict[str, int]
    """Reports by result."""
    reports: list[Became]
    """The first hundred."""
    problem: str


@router.post("", status_code=202)
def add(bench: Bench, visitor: AsCoder, asked: Asked) -> JobState:
    """Queue a text or an address. At most ten addresses a minute are fetched for one person."""
    given: Given
    if asked.text:
        given = pasted(
            asked.text, title=asked.title, published=asked.published, publisher=asked.publisher, url=asked.url
        )
    elif asked.title or asked.publisher:
        raise BadArgument("title and publisher belong to a text: a page says its own")
    else:
        given = address(asked.url, ingest_options(bench), published=asked.published)
    return _state(bench.intake.add(visitor.name, given))


@router.post(
    "/files",
    status_code=202,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "multipart/form-data": {
                    "schema": {
                        "type": "object",
                        "required": ["files"],
                        "properties": {
                            "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
                            "published": {"type": "string", "description": "The day of publication of all of them."},
                        },
                    }
                }
            },
        }
    },
)
async def add_files(request: Request, bench: Bench, visitor: AsCoder) -> list[JobState]:
    """Queue files: text, HTML, PDF, Word, JSON, JSON lines, CSV, feeds. Archives are not unpacked."""
    given = await files_in(request, bench)
    return [_state(await run_in_threadpool(bench.intake.add, visitor.name, one)) for one in given]


@router.get("")
def jobs(bench: Bench, visitor: AsCoder) -> list[JobState]:
    """What you added since the server started, the latest first; at most the last hundred that are over."""
    return [_state(one) for one in bench.intake.jobs(visitor.name)]


@router.get("/{number}")
def job(bench: Bench, visitor: AsCoder, number: int) -> JobState:
    """One of them."""
    for one in bench.intake.jobs(visitor.name):
        if one.number == number:
            return _state(one)
    raise NotThere(f"you have no job {number}: jobs are forgotten when the server ends, reports are not")


def _state(one: Job) -> JobState:
    return JobState(
        number=one.number,
        kind=one.kind,
        name=one.name,
        state=one.state,
        counts=dict(one.counts),
        reports=[Became(**{**asdict(line), "notes": list(line.notes)}) for line in one.lines],
        problem=one.problem,
    )
