"""What one passage of one report says, and on whose word."""

from dataclasses import dataclass, field
from typing import Literal

from dateline.model.attribution import Speech
from dateline.model.code import Code
from dateline.model.date_span import DateSpan
from dateline.model.passage import Passage, Span
from dateline.model.place import PlacePrecision

Polarity = Literal["asserted", "negated"]
Modality = Literal["actual", "planned", "possible", "alleged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRef:
    """A participant as the report names it. An unresolved participant is an ActorRef, not None."""

    name: str
    """Readable: the entity's name in the report, else the words themselves."""
    entity: str | None
    """The entity id within the report; None when the words are no mention."""
    words: str
    """The words in the evidence that stand for the participant."""
    span: Span | None = None
    """Where those words stand in the report's text; None when they stand nowhere, as for a name given by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRef:
    """The place of a claim as resolved within the report. Fields as in ``PlaceMention``."""

    name: str
    lat: float | None
    lon: float | None
    country: str | None
    geonameid: int | None
    precision: PlacePrecision
    radius_km: float | None
    basis: str
    """The words that say where; "dateline" or "lead" words when taken from the report's frame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many people, as said. ``low`` <= ``best`` <= ``high``; ``high`` is None when the words set no upper bound."""

    low: int
    best: int
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Numbers of people that a claim states. None: the passage gives no number."""

    killed: Count | None = None
    injured: Count | None = None
    abducted: Count | None = None
    arrested: Count | None = None
    displaced: Count | None = None
    crowd: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one passage says. Immutable: people's verdicts are Decisions, conclusions are Facts."""

    id: str
    """Made from the report's id and what is claimed, so that the same reading gives the same id: ``c`` and 12 hex
    digits.
    """
    type: str
    """A relation or a PLOVER event type of ``dateline/ontology``."""
    mode: str | None
    """A mode of the event type; None when the words say no more than the type. For ``leads``, None."""
    subject: ActorRef | None
    """None: the passage names nobody, as in a passive without agent."""
    object: ActorRef | None
    """For operates_in, controls and based_in the place, by name."""
    place: PlaceRef | None
    when: DateSpan | None
    """None: the passage gives no date. The publication date is never put here in its place."""
    polarity: Polarity
    modality: Modality
    said_by: ActorRef | None
    """None: the report speaks in its own voice. An unnamed speaker is an ActorRef, not None."""
    speech: Speech | None
    """None when ``said_by`` is None."""
    attribution: str | None
    """The id of the attribution that vouches for the claim; its ``within`` gives the chain."""
    role: str | None
    """The words for an office or rank, such as "former head"; None where there are none."""
    weapon: str | None
    evidence: Passage
    counts: Counts = field(default_factory=Counts)
    governed_by: tuple[str, ...] = ()
    """The words that set polarity and modality, such as "fail" or "accuse"; empty for a plain assertion."""
    codes: tuple[Code, ...] = ()
    """For an event: what PLOVER, CAMEO, ACLED and UCDP would call it, suggested with reasons. Empty for a relation."""
    confidence: float
    """0 to 1: the share of such claims that are right, as far as measured (``docs/benchmarks.md``)."""
    reason: str
    """One sentence: the words and the rule that made the claim."""
