"""Snapshots: facts put by under a name, and what has changed since."""

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from dateline.record.change_words import short, told
from dateline.record.snapshots import NOW, names, take
from dateline.serve.access.guard import AsCurator, AsReader, address_of
from dateline.serve.shown.snapshot_diffs import facts_there, with_links
from dateline.serve.templating import page
from dateline.serve.workbench import Bench

router = APIRouter()
LIMIT = 50
HOWS = ("added", "changed", "withdrawn")


@router.get("/snapshots")
def snapshots(request: Request, bench: Bench, visitor: AsReader) -> Response:
    """Those there are, the latest first."""
    found = list(reversed(names(bench.store)))
    return page(request, "snapshots", {"snapshots": found, "may_take": visitor.may("curator")}, visitor=visitor)


@router.post("/snapshots")
def take_snapshot(
    bench: Bench,
    visitor: AsCurator,
    request: Request,
    name: Annotated[str, Form(max_length=100)] = "",
    note: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Put the facts by, brought up to date first. Raises BadArgument for a name that is taken or empty."""
    taken = take(bench.store, " ".join(name.split()), visitor.name, note.strip())
    address = address_of(request)
    bench.log.write(visitor.name, "take snapshot", f"{taken.name}: {taken.facts} facts", address)
    return RedirectResponse("/snapshots", status_code=303)


@router.get("/snapshots/diff")
def show_diff(
    request: Request,
    bench: Bench,
    visitor: AsReader,
    before: Annotated[str, Query(max_length=100)],
    after: Annotated[str, Query(max_length=100)] = NOW,
    how: Literal["all", "added", "changed", "withdrawn"] = "all",
    offset: Annotated[int, Query(ge=0)] = 0,
) -> Response:
    """What was added, changed and withdrawn between a snapshot and a later one, or now."""
    bench.fresh(visitor)
    found = bench.diffs.between(before, None if after in ("", NOW) else after)
    wanted = list(found.changes) if how == "all" else found.of(how)
    lines = wanted[offset : offset + LIMIT]
    values = {
        "diff": found,
        "counts": {one: len(found.of(one)) for one in HOWS},
        "how": how,
        "offset": offset,
        "limit": LIMIT,
        "total": len(wanted),
        "lines": lines,
        "there": facts_there(bench.store, [one.id for one in lines]),
        "names": [one.name for one in names(bench.store)],
        "now": NOW,
        "told": told,
        "short": short,
        "with_links": with_links,
    }
    return page(request, "snapshot_diff", values, visitor=visitor)
