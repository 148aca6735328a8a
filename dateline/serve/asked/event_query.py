"""Which events a page or a script asks for: the filters of an address, which map, timeline, table and exports share."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Query
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from dateline.model.actor import Actor
from dateline.model.claim import Modality
from dateline.model.days import first_day, last_day, parse_day
from dateline.model.fact import Status
from dateline.record import FactFilter, Record
from dateline.record.places import country_codes

Order = Literal["latest", "earliest", "killed", "sources"]
_Words = Annotated[str, BeforeValidator(lambda given: given.strip() if isinstance(given, str) else given)]


def _unless_empty(given: Any) -> Any:
    """What a form sends for a field that was left empty is no answer."""
    return None if given == "" else given


class EventQuery(BaseModel):
    """All that is given must hold. What is left empty is not asked for."""

    model_config = ConfigDict(populate_by_name=True)
    type: Annotated[_Words, Field(max_length=100, description="ASSAULT, or with its mode ASSAULT/abduct")] = ""
    actor: Annotated[_Words, Field(max_length=200, description="An actor's id, or a name: then all who bear it")] = ""
    place: Annotated[_Words, Field(max_length=200, description="Words of a place's name, a country or its code")] = ""
    date_from: Annotated[
        _Words, Field(alias="from", max_length=20, description="A day, month or year; not over before it")
    ] = ""
    date_to: Annotated[_Words, Field(alias="to", max_length=20, description="A day, month or year; begun by it")] = ""
    said_by: Annotated[_Words, Field(max_length=200, description="Words of a speaker whom a report cites")] = ""
    status: Annotated[
        Status | None, BeforeValidator(_unless_empty), Field(description="How well it is vouched for")
    ] = None
    modality: Annotated[Modality | None, BeforeValidator(_unless_empty), Field(description="actual, alleged …")] = None
    sources: Annotated[
        int, BeforeValidator(lambda given: given or 0), Field(ge=0, le=1000, description="So many sources at least")
    ] = 0
    on_map: Annotated[
        Literal["no"] | None, BeforeValidator(_unless_empty), Field(description="no: only events without a point")
    ] = None

    def given(self) -> dict[str, str]:
        """What was asked for, by the names that it has in an address."""
        values = self.model_dump(by_alias=True, exclude_none=True)
        return {name: str(value) for name, value in values.items() if value not in ("", 0)}


EventsAsked = Annotated[EventQuery, Query()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What an ``EventQuery`` means in a record."""

    wanted: FactFilter
    actors: tuple[Actor, ...]
    """Who is meant by the name, those that more reports name first; empty when no actor was asked for."""
    off_map: bool
    """Only events without a point."""


def meant_by(asked: EventQuery, record: Record) -> Meant:
    """Raises BadArgument for an actor who is not there, a malformed day and a name without a word."""
    actors = tuple(record.named(asked.actor)) if asked.actor else ()
    wanted = FactFilter(
        kind="event",
        actors=frozenset(one.id for one in actors) if asked.actor else None,
        type=asked.type or None,
        place=asked.place or None,
        countries=country_codes(asked.place) if asked.place else frozenset(),
        date_from=first_day(asked.date_from or None),
        date_to=last_day(asked.date_to or None),
        status=asked.status,
        modality=asked.modality,
        speaker=asked.said_by or None,
        least_sources=asked.sources,
    )
    wanted.conditions()  # raises for what cannot be meant
    return Meant(wanted=wanted, actors=actors, off_map=asked.on_map == "no")


def as_of_day(text: str) -> date | None:
    """The day of an address; None when none is given. Raises BadArgument for anything else."""
    return parse_day(text) if text.strip() else None


def in_words(given: Mapping[str, str]) -> str:
    """What was asked for, for a log: ``type: ASSAULT; from: 2012``."""
    return "; ".join(f"{name}: {value}" for name, value in given.items()) or "all events"
