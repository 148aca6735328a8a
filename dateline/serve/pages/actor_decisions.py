"""Deciding who an actor is: merging it with another, parting names or reports from it, keeping it apart, undoing.

After each the facts are made anew, and the person sees the dossier of the actor that stays.
"""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from dateline.errors import BadArgument
from dateline.record.decide import Decisions
from dateline.serve.access.guard import AsCurator
from dateline.serve.access.rights import Visitor
from dateline.serve.pages.actor import find_actor
from dateline.serve.workbench import Bench, Workbench

router = APIRouter(prefix="/actors/{identifier}")
PATIENCE_SECONDS = 20.0
"""So long a decision waits for the facts that it changes; then the dossier says that they lag behind."""
Note = Annotated[str, Form(max_length=2000)]
Chosen = Annotated[tuple[str, ...], Form()]


@router.post("/merge")
def merge(
    bench: Bench,
    visitor: AsCurator,
    identifier: str,
    other: Annotated[str, Form()] = "",
    name: Annotated[str, Form()] = "",
    note: Note = "",
) -> Response:
    """Say that an actor and another are one. ``name``: what was typed where none was chosen from the list."""
    with_whom = _chosen(bench, other, name)
    return _decided(bench, visitor, identifier, lambda by: by.merge_actors([identifier, with_whom], note))


@router.post("/split")
def split(
    bench: Bench,
    visitor: AsCurator,
    identifier: str,
    names: Chosen = (),
    reports: Chosen = (),
    note: Note = "",
) -> Response:
    """Part from an actor what bears one of some names, or stands in one of some reports."""
    if not names and not reports:
        raise BadArgument("choose at least one name or one report to part from the actor")

    def part(decisions: Decisions) -> int:
        return decisions.split_actor(identifier, names=names, in_reports=reports, note=note)

    return _decided(bench, visitor, identifier, part)


@router.post("/apart")
def keep_apart(
    bench: Bench,
    visitor: AsCurator,
    identifier: str,
    other: Annotated[str, Form()] = "",
    name: Annotated[str, Form()] = "",
    note: Note = "",
) -> Response:
    """Say that an actor and another are two."""
    from_whom = _chosen(bench, other, name)
    return _decided(bench, visitor, identifier, lambda by: by.keep_actors_apart(identifier, from_whom, note))


@router.post("/undo")
def undo(bench: Bench, visitor: AsCurator, identifier: str, number: Annotated[int, Form()]) -> Response:
    """Take back a decision about an actor, whoever made it."""
    return _decided(bench, visitor, identifier, lambda by: by.undo(number))


def _decided(bench: Workbench, visitor: Visitor, identifier: str, decide: Callable[[Decisions], int]) -> Response:
    """Write a decision down, wait for the facts, and go to where the actor is now."""
    bench.keeper.wait(PATIENCE_SECONDS)
    decide(bench.decisions(visitor))
    bench.keeper.wake(visitor.name)
    bench.keeper.wait(PATIENCE_SECONDS, visitor.name)
    now = find_actor(bench.record, identifier)
    merged = f"?was={identifier}" if now.id != identifier else ""
    return RedirectResponse(f"/actors/{now.id}{merged}#decisions", status_code=303)


def _chosen(bench: Workbench, other: str, name: str) -> str:
    """The id of the actor that a field names. Raises BadArgument when nobody, or more than one, is meant."""
    if other:
        return other
    if not name.strip():
        raise BadArgument("choose the other actor: type its name and take one from the list")
    found = bench.record.named(name.strip())
    if len(found) > 1:
        raise BadArgument(f"{len(found)} actors are called {name!r}: take one from the list, or give its id")
    return found[0].id
