"""Names to choose from while a person writes one: actors, places, types of claims."""

from typing import Annotated

from fastapi import APIRouter, Query

from dateline.ontology.load import load_ontology
from dateline.record.suggest import name_choices, places_for
from dateline.serve.access.guard import AsReader
from dateline.serve.shown.review_cards import Model
from dateline.serve.workbench import Bench

router = APIRouter(prefix="/api/suggest", tags=["suggest"])
Begun = Annotated[str, Query(max_length=200)]


class Choice(Model):
    """Something to choose."""

    value: str
    """What is sent when it is chosen."""
    name: str
    """What is shown in the field then."""
    detail: str
    """What tells it from others of its name."""


class TypeChoice(Choice):
    """A type of claim."""

    modes: tuple[str, ...]
    is_relation: bool


@router.get("/actors")
def actors(bench: Bench, _visitor: AsReader, words: Begun = "", report: Begun = "") -> list[Choice]:
    """Those whom a report names, then actors of the record whose name has words that begin so."""
    found = name_choices(bench.store, words, report=report or None)
    return [
        Choice(value=one.name, name=one.name, detail=_told(one.kind, one.country, one.reports, one.here))
        for one in found
    ]


def _told(kind: str, country: str | None, reports: int, here: bool) -> str:
    number = f"{reports:,} report{'' if reports == 1 else 's'}" if reports else "only described"
    parts = ["in this report" if here else "", kind.replace("_", " "), country or "", number]
    return " · ".join(part for part in parts if part)


@router.get("/places")
def places(bench: Bench, _visitor: AsReader, words: Begun = "") -> list[Choice]:
    """Places of the record, then of the gazetteer, with their coordinates."""
    if not words.strip():
        return []
    found = places_for(bench.store, words)
    return [
        Choice(value=one.value, name=one.name, detail=f"{one.told} · {one.lat:.2f}, {one.lon:.2f}") for one in found
    ]


@router.get("/types")
def types(_visitor: AsReader) -> list[TypeChoice]:
    """All types of claims with their modes."""
    return [
        TypeChoice(
            value=one.name,
            name=one.name,
            detail=one.definition,
            modes=tuple(one.modes),
            is_relation=not one.name.isupper(),
        )
        for one in load_ontology().types.values()
    ]
