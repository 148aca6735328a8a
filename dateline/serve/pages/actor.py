"""The dossier of an actor: who it is, with whom it is tied and when, what it did, who says so, who not."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from dateline.model.actor import Actor
from dateline.record import Record
from dateline.record.actor_decisions import actor_now, decisions_on
from dateline.record.actor_rows import event_months, reports_naming
from dateline.record.actor_rows import vouchers as counted_vouchers
from dateline.serve.access.guard import AsReader
from dateline.serve.asked.as_of import day_of
from dateline.serve.drawing.month_bars import bars_of
from dateline.serve.problems import NotThere
from dateline.serve.shown.dossier import SHOWN_NAMES, contradicted, described, events_of, maybes_of, names_of, ties_of
from dateline.serve.templating import page
from dateline.serve.workbench import Bench

router = APIRouter()
SPLITTABLE_REPORTS = 40
Offset = Annotated[int, Query(ge=0)]


@router.get("/actors/{identifier}")
def dossier(
    request: Request,
    bench: Bench,
    visitor: AsReader,
    identifier: str,
    as_of: str = "",
    since: Annotated[str, Query(alias="from")] = "",
    until: Annotated[str, Query(alias="to")] = "",
    offset: Offset = 0,
    vouchers: bool = False,
) -> Response:
    """All that the record holds of an actor. An actor that was merged away leads to the one that it is now."""
    record = bench.fresh(visitor)
    actor = find_actor(record, identifier)
    if actor.id != identifier:
        return RedirectResponse(f"/actors/{actor.id}?was={identifier}", status_code=303)
    ties = ties_of(record, actor)
    day = day_of(as_of) or ties.day
    facts, disputed = contradicted(record, actor)
    values = {
        "actor": actor,
        "was": request.query_params.get("was", ""),
        "names": names_of(record, actor),
        "shown_names": SHOWN_NAMES,
        "ties": ties,
        "described": described(record, actor, ties.total),
        "slider": ties.slider(day) if day else None,
        "contradicted": facts,
        "disputed": disputed,
        "vouchers": counted_vouchers(bench.store, actor.id) if vouchers else None,
        "maybes": list(maybes_of(record, actor)),
        "reasons": record.reasons(actor.id),
        "decisions": decisions_on(record, actor.id),
        "reports": reports_naming(bench.store, actor.id, limit=SPLITTABLE_REPORTS),
        **_held(ties.on(day) if day else (), day, as_of),
        **_events(record, actor, since, until, offset),
    }
    return page(request, "actor", values, visitor=visitor)


@router.get("/actors/{identifier}/as-of")
def as_of_day(request: Request, bench: Bench, visitor: AsReader, identifier: str, as_of: str) -> Response:
    """What holds of an actor on a day: the part of the dossier that follows the slider."""
    actor = find_actor(bench.record, identifier)
    ties = ties_of(bench.record, actor)
    day = day_of(as_of) or ties.day
    held = _held(ties.on(day) if day else (), day, as_of)
    return page(request, "actor_as_of", {"actor": actor, **held}, visitor=visitor)


@router.get("/actors/{identifier}/events")
def events(
    request: Request,
    bench: Bench,
    visitor: AsReader,
    identifier: str,
    since: Annotated[str, Query(alias="from")] = "",
    until: Annotated[str, Query(alias="to")] = "",
    offset: Offset = 0,
) -> Response:
    """A page of the events of an actor: the part of the dossier that is turned over."""
    actor = find_actor(bench.record, identifier)
    values = {"actor": actor, **_events(bench.record, actor, since, until, offset)}
    return page(request, "actor_events", values, visitor=visitor)


@router.get("/actors/{identifier}/vouchers")
def who_vouches(request: Request, bench: Bench, visitor: AsReader, identifier: str) -> Response:
    """Who vouches for the facts of an actor: the part of the dossier that comes after the others, since of an army
    thousands of claims are counted.
    """
    actor = find_actor(bench.record, identifier)
    return page(request, "actor_vouchers", {"vouchers": counted_vouchers(bench.store, actor.id)}, visitor=visitor)


def find_actor(record: Record, identifier: str) -> Actor:
    """The actor of an id, or the one that it is now. Raises NotThere for an id that no actor ever had."""
    actor = actor_now(record, identifier)
    if actor is None:
        raise NotThere(
            f"there is no actor {identifier!r} in the record, and none was merged away that had this id: look for its "
            "name under Actors"
        )
    return actor


def _held(held: Any, day: date | None, as_of: str) -> dict[str, Any]:
    return {"held": held, "day": day, "is_asked": bool(as_of.strip())}


def _events(record: Record, actor: Actor, since: str, until: str, offset: int) -> dict[str, Any]:
    months = event_months(record.view, actor.id)
    part = events_of(record, actor, since=day_of(since), until=day_of(until), offset=offset)
    return {"part": part, "months": months, "bars": bars_of(months), "since": since, "until": until}
