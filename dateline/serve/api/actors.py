"""Actors: found by name, as fields offer them while somebody types."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from dateline.record.actor_list import find_actors
from dateline.serve.access.guard import AsReader
from dateline.serve.workbench import Bench

router = APIRouter(prefix="/api/actors", tags=["actors"])
OTHERS = 8
"""So many other names are given of an actor."""


class FoundActor(BaseModel):
    """An actor of the record, with what tells it from others of its name."""

    id: str
    name: str
    kind: Annotated[str, Field(description="person, armed_group, military, police, government, organisation and so on")]
    country: Annotated[str | None, Field(description="ISO 3166-1 alpha-2; null when reports do not say, or differ")]
    reports: Annotated[int, Field(description="How many reports name it")]
    other_names: Annotated[list[str], Field(description="Its other names, the most used first; at most eight")]


@router.get("")
def find(
    bench: Bench,
    _visitor: AsReader,
    q: Annotated[str, Query(max_length=200, description="Words of a name, or the beginnings of them; or an id")] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 12,
) -> list[FoundActor]:
    """Actors by name, the likeliest first; without words those that most reports name."""
    return [
        FoundActor(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            country=actor.country,
            reports=actor.reports,
            other_names=[use.name for use in actor.names if use.name != actor.name][:OTHERS],
        )
        for actor in find_actors(bench.store, q, limit=limit)
    ]
