"""What a form offers for the fields of a claim."""

from dataclasses import dataclass
from functools import cache
from typing import get_args

from dateline.model.claim import Modality, Polarity
from dateline.model.mention import EntityKind
from dateline.ontology.load import load_ontology
from dateline.record.corrections import COUNTED


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeChoice:
    """A type of claim."""

    name: str
    definition: str
    modes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimForm:
    """The choices of every field that has some."""

    relations: tuple[TypeChoice, ...]
    events: tuple[TypeChoice, ...]
    polarities: tuple[str, ...]
    modalities: tuple[str, ...]
    kinds: tuple[str, ...]
    """Of actors."""
    counted: tuple[str, ...]


@cache
def claim_form() -> ClaimForm:
    """The choices, with the types of the shipped ontology."""
    types = sorted(load_ontology().types.values(), key=lambda one: one.name)
    choices = {
        kind: tuple(
            TypeChoice(name=one.name, definition=one.definition, modes=tuple(one.modes))
            for one in types
            if one.kind == kind
        )
        for kind in ("relation", "event")
    }
    return ClaimForm(
        relations=choices["relation"],
        events=choices["event"],
        polarities=get_args(Polarity),
        modalities=get_args(Modality),
        kinds=tuple(kind for kind in get_args(EntityKind) if kind != "weapon"),
        counted=COUNTED,
    )
