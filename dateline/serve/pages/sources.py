"""Sources: outlets and speakers, how much each vouches for, and how often others bear it out or contradict it."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.record.sources import UNNAMED, SourceTally, Vouched
from dateline.serve.access.guard import AsReader
from dateline.serve.problems import NotThere
from dateline.serve.shown.source_rows import said_lines
from dateline.serve.templating import page
from dateline.serve.workbench import Bench

router = APIRouter()
LIMIT = 50
COLUMNS = {
    "name": "Source",
    "reports": "Reports",
    "claims": "Claims",
    "facts": "Facts",
    "corroborated": "Corroborated",
    "alone": "Alone",
    "contradicted": "Contradicted",
    "denied": "Denies",
    "rejected": "Rejected",
}
SHARES = frozenset({"corroborated", "alone", "contradicted"})
"""Columns that are also given as a share of the facts."""
WHICH: Mapping[str, tuple[str, Callable[[Vouched], bool]]] = {
    "all": ("all claims", lambda one: True),
    "corroborated": ("corroborated", lambda one: one.corroborated),
    "alone": ("alone", lambda one: one.alone),
    "contradicted": ("contradicted", lambda one: one.supports and one.contradicted),
    "denies": ("denies", lambda one: one.stance == "contradicts"),
}
Offset = Annotated[int, Query(ge=0)]


@router.get("/sources")
def sources(
    request: Request,
    bench: Bench,
    visitor: AsReader,
    kind: Literal["outlet", "speaker"] = "outlet",
    words: Annotated[str, Query(max_length=200)] = "",
    order: str = "facts",
    up: bool = False,
    offset: Offset = 0,
) -> Response:
    """The sources of a kind, those that vouch for most first."""
    bench.fresh(visitor)
    book, is_current = bench.sources.get()
    order = order if order in COLUMNS else "facts"
    wanted = words.casefold().split()
    found = [one for one in book.of_kind(kind) if all(word in one.name.casefold() for word in wanted)]
    found.sort(key=lambda one: one.name.casefold())
    if order != "name" or up:
        found.sort(key=_by(order), reverse=not up if order != "name" else up)
    values = {
        "kind": kind,
        "words": words,
        "order": order,
        "up": up,
        "offset": offset,
        "limit": LIMIT,
        "total": len(found),
        "lines": found[offset : offset + LIMIT],
        "columns": COLUMNS,
        "shares": SHARES,
        "is_current": is_current,
        "numbers": {name: len(book.of_kind(name)) for name in ("outlet", "speaker")},
        "unnamed": book.tallies.get(UNNAMED),
    }
    return page(request, "sources", values, visitor=visitor)


@router.get("/sources/one")
def source(
    request: Request,
    bench: Bench,
    visitor: AsReader,
    name: Annotated[str, Query(alias="id", max_length=500)],
    which: str = "all",
    offset: Offset = 0,
) -> Response:
    """A source with its claims. Raises NotThere for one that vouches for nothing."""
    bench.fresh(visitor)
    book, is_current = bench.sources.get()
    if name not in book.tallies:
        raise NotThere(f"no source {name!r} vouches for anything in the record: the page Sources lists those there are")
    which = which if which in WHICH else "all"
    held = {key: [one for one in book.vouched(name) if wanted(one)] for key, (_, wanted) in WHICH.items()}
    values = {
        "source": book.tallies[name],
        "which": which,
        "tabs": [(key, words, len(held[key])) for key, (words, _) in WHICH.items() if held[key] or key == "all"],
        "lines": said_lines(bench.store, held[which][offset : offset + LIMIT]),
        "offset": offset,
        "limit": LIMIT,
        "total": len(held[which]),
        "is_current": is_current,
    }
    return page(request, "source", values, visitor=visitor)


def _by(order: str) -> Callable[[SourceTally], Any]:
    return lambda one: one.name.casefold() if order == "name" else getattr(one, order)
