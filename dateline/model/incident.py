"""Incidents: what a report tells of as a whole, with who and what fills which role."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.claim import PlaceRef
from dateline.model.date_span import DateSpan

IncidentKind = Literal["attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage"]
"""The kinds of the fourth Message Understanding Conference (MUC-4, 1992)."""

FillerRole = Literal["perpetrator", "perpetrator_organisation", "target", "victim", "weapon"]
"""The five roles of MUC-4 that name someone or something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """Someone or something in a role of an incident. Offsets as in ``Span``, of the words that name it most surely."""

    role: FillerRole
    start: int
    end: int
    text: str
    entity: str | None
    """The id of the entity that the words name, where a mention says so."""
    score: float
    """Probability that it has this role, 0 to 1, as the encoder sees it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident, put together from all over the report. Unlike a claim it has no single passage and no speaker."""

    id: str
    """Unique within the report: ``i1``, ``i2``, …, the surest first."""
    kind: IncidentKind
    score: float
    """Probability that the report tells of an incident of this kind."""
    fillers: tuple[Filler, ...]
    """In order of role, then the surest first."""
    when: DateSpan | None
    place: PlaceRef | None
    reason: str
    """One sentence on what the incident was made from."""

    def in_role(self, role: FillerRole) -> tuple[Filler, ...]:
        """The fillers of one role, the surest first."""
        return tuple(filler for filler in self.fillers if filler.role == role)
