"""Export: the record in the forms of the field, with filters, masked unless a curator says otherwise."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from dateline.errors import BadArgument
from dateline.export.facts import FACT_FORMATS
from dateline.model.fact import Status
from dateline.serve.access.guard import AsCurator, AsReader, address_of
from dateline.serve.access.rights import Visitor
from dateline.serve.files.exports import FactsWanted, forms, make, media_type
from dateline.serve.problems import NotThere
from dateline.serve.templating import page
from dateline.serve.workbench import Bench, Workbench

router = APIRouter()
Words = Annotated[str, Query(max_length=200)]
STATUSES = {
    "reported": "reported: one source",
    "corroborated": "corroborated: two or more",
    "conflicting": "conflicting: sources differ",
    "accepted": "accepted by a person",
    "rejected": "rejected by a person",
}


def wanted_of(
    actor: Words = "",
    fact_type: Annotated[str, Query(alias="type", max_length=100)] = "",
    place: Words = "",
    date_from: Annotated[str, Query(alias="from", max_length=20)] = "",
    date_to: Annotated[str, Query(alias="to", max_length=20)] = "",
    as_of: Annotated[str, Query(alias="as-of", max_length=20)] = "",
    status: Annotated[Status | Literal[""], Query()] = "",
    sources: Annotated[str, Query(max_length=4)] = "",
) -> FactsWanted:
    """The filters of an address. Raises BadArgument for a number of sources that is none."""
    if sources.strip() and not sources.strip().isdecimal():
        raise BadArgument(f"{sources!r} is not a number of sources: write 2, or leave it empty")
    return FactsWanted(
        actor=actor.strip(),
        type=fact_type.strip(),
        place=place.strip(),
        date_from=date_from.strip(),
        date_to=date_to.strip(),
        as_of=as_of.strip(),
        status=status or None,
        sources=int(sources or 0),
    )


Wanted = Annotated[FactsWanted, Depends(wanted_of)]


@router.get("/export")
def export(request: Request, bench: Bench, visitor: AsReader, wanted: Wanted) -> Response:
    """All formats, and the filters."""
    values = {
        "forms": forms(),
        "wanted": wanted,
        "given": wanted.given(),
        "statuses": STATUSES,
        "may_unmask": visitor.may("curator"),
    }
    return page(request, "export", values, visitor=visitor)


@router.get("/export/file")
def export_masked(
    request: Request,
    bench: Bench,
    visitor: AsReader,
    wanted: Wanted,
    form: Annotated[str, Query(max_length=50)] = "",
    with_manifest: Annotated[str, Query(alias="zip", max_length=50)] = "",
) -> Response:
    """A file in which nobody who is not public can be found; ``zip`` names the format to have its manifest too."""
    name = with_manifest or form
    return _sent(request, bench, visitor, name, wanted, protect=True, zipped=bool(with_manifest))


@router.post("/export/unmasked")
def export_unmasked(
    request: Request,
    bench: Bench,
    visitor: AsCurator,
    wanted: Wanted,
    form: Annotated[str, Form(max_length=50)],
    confirm: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """The file with every name in it, after a confirmation. Always with its manifest, which says so."""
    if confirm != "yes":
        raise BadArgument("confirm that you will keep the names in it safe: nothing was exported")
    return _sent(request, bench, visitor, form, wanted, protect=False, zipped=True)


def _sent(
    request: Request, bench: Workbench, visitor: Visitor, name: str, wanted: FactsWanted, *, protect: bool, zipped: bool
) -> Response:
    if name not in FACT_FORMATS:
        raise NotThere(f"there is no format {name!r}: {', '.join(FACT_FORMATS)}")
    made = make(bench.fresh(visitor), FACT_FORMATS[name], wanted, protect=protect, zipped=zipped)
    about = "; ".join((name, *(f"{key}: {value}" for key, value in wanted.given().items())))
    address = address_of(request)
    bench.log.write(visitor.name, "export" if protect else "export unmasked", about, address)
    told = {"x-dateline-written": str(made.written), "x-dateline-left-out": str(made.left_out)}
    return FileResponse(
        made.path,
        filename=made.path.name,
        media_type=media_type(made.path),
        headers=told,
        background=BackgroundTask(made.forget),
    )
