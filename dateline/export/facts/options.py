"""What an export is told, and what it tells when it is done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dateline.versions import data_digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """What the types and modes of the facts mean."""

    name: str = "Dateline ontology: the event types and modes of the PLOVER manual v0.8, and Dateline's relations"
    version: str = field(default_factory=data_digest)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What an export is told beside the portion. Nothing is read from the clock: the same options and portion give
    the same bytes.
    """

    made: date
    """The day that is stated as the day of the export."""
    filters: Mapping[str, str] = field(default_factory=dict)
    """How the portion was chosen, as the user gave it."""
    codebook: Codebook = field(default_factory=Codebook)
    protect: bool = True
    """Whether people who are not public are masked (``protect.py``)."""


class LeftOut:
    """What a format has no place for, by reason."""

    def __init__(self) -> None:
        self._ids: dict[str, list[str]] = {}

    def add(self, reason: str, identifier: str) -> None:
        self._ids.setdefault(reason, []).append(identifier)

    @property
    def by_reason(self) -> dict[str, tuple[str, ...]]:
        return {reason: tuple(ids) for reason, ids in self._ids.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was written."""

    counts: Mapping[str, int]
    """By what the lines are, such as ``events``."""
    left_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By reason, the ids of the facts left out."""
    notes: tuple[str, ...] = ()
    """What a reader of the files must know."""
