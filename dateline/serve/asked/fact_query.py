"""Which facts a page or a script asks for: the filters of an address."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Query
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from dateline.errors import BadArgument
from dateline.model.actor import Actor
from dateline.model.claim import Modality
from dateline.model.days import first_day, last_day, parse_day
from dateline.model.fact import Status
from dateline.record import FactFilter, Record
from dateline.record.places import country_codes


def _unless_empty(given: Any) -> Any:
    """What a form sends for a field that was left empty is no answer."""
    return None if given == "" else given


_Empty = BeforeValidator(_unless_empty)
_Words = Annotated[str, BeforeValidator(lambda given: given.strip() if isinstance(given, str) else given)]


class FactQuery(BaseModel):
    """All that is given must hold. What is left empty is not asked for."""

    model_config = ConfigDict(populate_by_name=True)
    kind: Annotated[Literal["event", "relation"] | None, _Empty] = None
    type: Annotated[_Words, Field(max_length=100, description="`ASSAULT`, `ASSAULT/abduct`, `leads`.")] = ""
    actor: Annotated[_Words, Field(max_length=200, description="An actor's id, or a name: then all who bear it.")] = ""
    place: Annotated[_Words, Field(max_length=200, description="Words of a place's name, a country or its code.")] = ""
    status: Annotated[Status | None, _Empty] = None
    modality: Annotated[Modality | None, _Empty] = None
    said_by: Annotated[_Words, Field(max_length=200, description="A speaker whom a report cites.")] = ""
    sources: Annotated[
        int, BeforeValidator(lambda given: given or 0), Field(ge=0, le=1000, description="At least so many.")
    ] = 0
    date_from: Annotated[_Words, Field(alias="from", max_length=20, description="A day, month or year.")] = ""
    date_to: Annotated[_Words, Field(alias="to", max_length=20, description="A day, month or year.")] = ""
    as_of: Annotated[_Words, Field(max_length=20, description="A day: relations that hold on it.")] = ""
    possible: Annotated[bool, Field(description="With as_of: also what claims only allow on that day.")] = False
    described: Annotated[bool, Field(description="Also relations of whom no report names.")] = False

    def given(self) -> dict[str, str]:
        """What was asked for, by the names that it has in an address."""
        values = self.model_dump(by_alias=True, exclude_none=True)
        return {name: _written(value) for name, value in values.items() if value not in ("", 0, False)}


def _written(value: Any) -> str:
    return "1" if value is True else str(value)


FactsAsked = Annotated[FactQuery, Query()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What a ``FactQuery`` means in a record."""

    wanted: FactFilter
    actors: tuple[Actor, ...]
    """Who is meant by the name, those that more reports name first; empty when no actor was asked for."""
    day: date | None
    """The day of ``as_of``."""


def meant_by(asked: FactQuery, record: Record) -> Meant:
    """Raises BadArgument for an actor who is not there, a malformed day, a name without a word, and for what cannot be
    asked together.
    """
    day = parse_day(asked.as_of) if asked.as_of else None
    if asked.possible and day is None:
        raise BadArgument("“possible too” belongs to a day: fill in “holds on”")
    if day is not None and (asked.kind == "event" or asked.type.split("/")[0].isupper()):
        raise BadArgument("“holds on” is about relations, which hold for a time: ask for events with from and to")
    actors = tuple(_named(asked.actor, record)) if asked.actor else ()
    wanted = FactFilter(
        kind=asked.kind,
        actors=frozenset(one.id for one in actors) if asked.actor else None,
        type=asked.type or None,
        place=asked.place or None,
        countries=country_codes(asked.place) if asked.place else frozenset(),
        status=asked.status,
        modality=asked.modality,
        speaker=asked.said_by or None,
        least_sources=asked.sources,
        date_from=first_day(asked.date_from or None),
        date_to=last_day(asked.date_to or None),
        as_of=day,
        possible_too=asked.possible,
        described_too=asked.described,
    )
    wanted.conditions()  # raises for what cannot be meant
    return Meant(wanted=wanted, actors=actors, day=day)


def _named(name: str, record: Record) -> list[Actor]:
    try:
        return record.named(name)
    except BadArgument as error:
        raise BadArgument(
            f"no actor in the record is called {name!r}: the list of actors has those there are"
        ) from error
