"""A report: its text as published with all that was read drawn over it, and its claims beside their words."""

from mimetypes import guess_extension

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.export.html_page import layer_lists, title_of, web_address
from dateline.export.in_words import published_words
from dateline.model.from_record import reading_of
from dateline.serve.access.guard import AsReader
from dateline.serve.drawing.report_drawing import PREFIX, drawn, names_in
from dateline.serve.shown.claim_form import claim_form
from dateline.serve.shown.report_rows import copies, kept, standing_reading
from dateline.serve.templating import page
from dateline.serve.workbench import Bench

router = APIRouter()
LONG = 60
"""Paragraphs of a report from which a browser lays out only those that are seen."""


@router.get("/reports/{report}")
def show_report(request: Request, bench: Bench, visitor: AsReader, report: str) -> Response:
    """The page of a report."""
    record = bench.fresh(visitor)
    found = drawn(record, standing_reading(bench.store, report))
    noun = found.reading.report
    values = {
        "drawn": found,
        "report": noun,
        "reader": found.reading.reader,
        "silence": found.reading.silence,
        "title": title_of(noun),
        "published": published_words(noun),
        "address": web_address(noun),
        "kept": kept(record, report),
        "copies": copies(record, report),
        "names": names_in(found.reading),
        "form": claim_form(),
        "long": len(found.paragraphs) > LONG,
    }
    return page(request, "report", values, visitor=visitor)


@router.get("/reports/{report}/layers")
def show_layers(request: Request, bench: Bench, visitor: AsReader, report: str) -> Response:
    """Everything that was read of a report, as lists."""
    reading = reading_of(standing_reading(bench.store, report))
    values = {"report": reading.report, "title": title_of(reading.report), "lists": layer_lists(reading, PREFIX)}
    return page(request, "report_layers", values, visitor=visitor)


@router.get("/reports/{report}/raw")
def download(bench: Bench, _visitor: AsReader, report: str) -> Response:
    """The bytes of a report as they came: to be kept, never shown, whatever they are."""
    noun = standing_reading(bench.store, report)["report"]
    name = f"{noun['id']}{guess_extension(noun['media_type']) or '.bin'}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(bench.store.raw(noun["id"]), media_type="application/octet-stream", headers=headers)
