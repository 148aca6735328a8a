"""Events: a stretch of their list, points for a map, counts over time, files to take away; and who holds what when."""

import json
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from dateline.export.html_overview import tone_of
from dateline.model.fact import Event
from dateline.model.fact_record import fact_record
from dateline.record import FactFilter
from dateline.record.in_words import marks, one_line, sources_words, tally_words, when_words, where_words
from dateline.serve.access.guard import AsReader, address_of
from dateline.serve.asked.event_query import EventsAsked, Order, as_of_day, in_words, meant_by
from dateline.serve.drawing.histogram import Unit, histogram
from dateline.serve.drawing.territory import territory
from dateline.serve.files.event_export import Form, taken
from dateline.serve.problems import NotThere
from dateline.serve.shown.event_rows import features_of, page_of, state_of
from dateline.serve.workbench import Bench

router = APIRouter(prefix="/api", tags=["events"])
GEOJSON = "application/geo+json"
_FEATURES: dict[int | str, dict[str, Any]] = {200: {"content": {GEOJSON: {}}, "description": "A FeatureCollection"}}
Family = Literal["force", "words", "cooperation"]


class EventOut(BaseModel):
    """An event in words, and whole."""

    id: str
    family: Annotated[str, Field(description="force, words or cooperation")]
    state: Annotated[str, Field(description="told, conflicting, alleged, planned or rejected")]
    line: Annotated[str, Field(description="What, who, whom, where and when, in one line")]
    when: str
    where: Annotated[str, Field(description="The place, no sharper than it is said; empty when nobody says where")]
    counts: Annotated[list[str], Field(description="How many, such as “killed 12 (10 to 30)”")]
    marks: Annotated[list[str], Field(description="denied, conflicting, alleged, planned, possible, rejected")]
    sources: str
    record: Annotated[dict[str, Any], Field(description="The event as `dateline events --json` prints it")]


class EventsPage(BaseModel):
    """A stretch of a list of events."""

    events: list[EventOut]
    total: Annotated[int, Field(description="How many events there are in all")]
    offset: int
    next_offset: Annotated[int | None, Field(description="Where the next stretch begins; null after the last")]


class BinOut(BaseModel):
    """A day, month or year with events."""

    start: Annotated[str, Field(description="2012-03-04, 2012-03 or 2012")]
    sure: Annotated[dict[Family, int], Field(description="Events within it for certain, by family")]
    maybe: Annotated[int, Field(description="Events that may have been within it, or before or after")]


class HistogramOut(BaseModel):
    """Events over time. Bins without events are left out."""

    unit: Unit
    bins: list[BinOut]
    total: int
    undated: Annotated[int, Field(description="Events without a day, in no bin")]
    open_ended: Annotated[
        int, Field(description="Events with a first or a last day only: `maybe` in the bin of that day")
    ]


@router.get("/events")
def events(
    bench: Bench,
    visitor: AsReader,
    asked: EventsAsked,
    order: Order = "latest",
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> EventsPage:
    """A stretch of the events that are asked for."""
    record = bench.fresh(visitor)
    part = page_of(record, meant_by(asked, record), order, limit=limit, offset=offset)
    found = [_out(fact) for fact in part.facts if isinstance(fact, Event)]
    return EventsPage(events=found, total=part.total, offset=offset, next_offset=part.next_offset)


@router.get("/events.geojson", response_class=Response, responses=_FEATURES)
def features(bench: Bench, visitor: AsReader, asked: EventsAsked) -> Response:
    """All events that are asked for and have a point, each with what a map draws: `id`, `type`, `family`, `days` in
    words, `place` with `precision` and `radius_km`, `state`, `sources`, `killed` (the best number).
    """
    record = bench.fresh(visitor)
    found = list(features_of(record.view, meant_by(asked, record)))
    return _collection(found)


@router.get("/events/histogram")
def over_time(bench: Bench, visitor: AsReader, asked: EventsAsked, unit: Unit | None = None) -> HistogramOut:
    """How many events there are in each day, month or year; without `unit` in what shows something."""
    record = bench.fresh(visitor)
    found = histogram(record.view, meant_by(asked, record), unit)
    bins = [BinOut.model_validate(one, from_attributes=True) for one in found.bins]
    return HistogramOut(
        unit=found.unit, bins=bins, total=found.total, undated=found.undated, open_ended=found.open_ended
    )


@router.get("/events/export", response_class=Response, responses={200: {"description": "A file"}})
def export(
    request: Request, bench: Bench, visitor: AsReader, asked: EventsAsked, form: Form = "csv", unmasked: bool = False
) -> Response:
    """The events that are asked for as a file: `csv` (the table of events), `zip` (that with actors, claims and the
    manifest) or `geojson`. People who are not public are masked, unless a curator asks for `unmasked`. Logged.
    """
    if unmasked and not visitor.may("curator"):
        raise HTTPException(403, f"unmasked exports need the rights of a curator; {visitor.name} is a {visitor.role}")
    record = bench.fresh(visitor)
    given, day = asked.given(), datetime.now(UTC).date()
    found = taken(record, meant_by(asked, record), form, made=day, given=given, protect=not unmasked)
    about = f"{found.events} events as {form}, {'UNMASKED' if unmasked else 'masked'}; {in_words(given)}"
    bench.log.write(visitor.name, "export", about, address_of(request))
    headers = {"content-disposition": f'attachment; filename="{found.name}"'}
    return Response(found.content, media_type=found.media_type, headers=headers)


@router.get("/events/{identifier}")
def event(bench: Bench, visitor: AsReader, identifier: str) -> EventOut:
    """One event."""
    record = bench.fresh(visitor)
    found = next(iter(record.events(FactFilter(kind="event", id=identifier))), None)
    if found is None or found.id != identifier:
        raise NotThere(f"there is no event {identifier!r}")
    return _out(found)


@router.get("/territory.geojson", response_class=Response, responses=_FEATURES)
def who_holds_what(
    bench: Bench,
    visitor: AsReader,
    as_of: Annotated[str, Query(max_length=20, description="The day, such as 2012-12-03")],
) -> Response:
    """Who controls, is based or operates where on a day. `holds` is certain (claims vouch for that day) or presumed
    (for an earlier day, and nothing says that it ended). A place without a point has the geometry null.
    """
    day: date | None = as_of_day(as_of)
    if day is None:
        raise NotThere("say of which day: as_of=2012-12-03")
    return _collection(territory(bench.fresh(visitor), day))


def _collection(features: list[dict[str, Any]]) -> Response:
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))
    return Response(text, media_type=GEOJSON)


def _out(event: Event) -> EventOut:
    return EventOut(
        id=event.id,
        family=tone_of(event.type),
        state=state_of(event.status, event.modality),
        line=one_line(event),
        when=when_words(event),
        where=where_words(event),
        counts=[tally_words(kind, tally) for kind, tally in sorted(event.counts.items())],
        marks=[mark.lower() for mark in marks(event)],
        sources=sources_words(event),
        record=fact_record(event),
    )
