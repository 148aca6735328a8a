"""What facts are made from, cut down to what they need, so that a hundred thousand claims fit in memory."""

from dataclasses import dataclass
from datetime import date

from dateline.model import DayRange, EntityKind, Modality, Polarity
from dateline.model.fact import PlaceAt

EntityId = tuple[str, str]
"""The id of a report and of an entity in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportIn:
    """A report, as far as facts ask."""

    id: str
    order: int
    """Counts up in the order of adding; only ever compared."""
    published: date | None
    publisher: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityIn:
    """An entity of a report that is named, or takes part in a claim."""

    report: str
    id: str
    name: str
    kind: EntityKind
    country: str | None
    known: str | None
    plural: bool
    names: tuple[str, ...]
    """Names as printed, titles included; empty when it is only described."""
    descriptions: tuple[str, ...]
    taken_for_body: bool = False
    """Whether the reader took it for a person, and other reports have a body of that name."""

    @property
    def key(self) -> EntityId:
        return self.report, self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class CountIn:
    """As ``Count``."""

    low: int
    best: int
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyIn:
    """A participant of a claim."""

    name: str
    entity: str | None
    """The id of the entity in the report; None where the words stand for no entity kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimIn:
    """A claim, as far as facts ask, with a person's corrections in it."""

    id: str
    report: str
    order: int
    """Its place in the report."""
    type: str
    mode: str | None
    subject: PartyIn | None
    object: PartyIn | None
    said_by: PartyIn | None
    place: PlaceAt | None
    certain: DayRange | None
    possible: DayRange | None
    """None: no date is said."""
    since: date | None
    """The day by which it had begun, where the words say since when ("since 2009": the last day of that year)."""
    polarity: Polarity
    modality: Modality
    role: str | None
    weapon: str | None
    counts: tuple[tuple[str, CountIn], ...]
    codes: tuple[tuple[str, str], ...]
    """By codebook, in words."""
    confidence: float
    start: int
    """Where its evidence starts in the report's text."""
    end: int
    deadly: bool
    """Whether its words speak of death."""
    former: bool
    """Whether the role's words say that it is over: "former head"."""
    accepted: bool = False
    rejected: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What the claims of a report say of where it is set."""

    country: str | None
    """The country of most of its places; None when it names none, or two alike often."""


def place_in_report(entity: str) -> tuple[int, str]:
    """What the entities of a report are ordered by: their number, and the id of those that only a decision names."""
    is_numbered = entity[0] == "e" and entity[1:].isdigit()
    return (int(entity[1:]) if is_numbered else 1_000_000), entity
