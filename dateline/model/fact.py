"""What the record concludes from claims and decisions. Facts are never edited: they are rebuilt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model.claim import Modality
from dateline.model.date_span import DayRange
from dateline.model.mention import EntityKind
from dateline.model.place import PlacePrecision

Status = Literal["reported", "corroborated", "conflicting", "accepted", "rejected"]
"""Said by one independent source; by two or more; contradicted, or with sources that differ; accepted or rejected by a
person.
"""
Stance = Literal["supports", "contradicts", "ends", "superseded", "rejected"]
"""What a claim is to a fact. "ends": it says that a relation was over. "superseded": a later version of the same report
says it anew. "rejected": a person rejected the claim, which is kept to be seen.
"""


Holds = Literal["certain", "presumed", "possible", "no"]
"""Claims vouch for it on that day, or on days before and after; they vouch for an earlier day, and nothing says that it
ended; they allow it; they say that it was over.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who takes part in a fact."""

    actor: str | None
    """The id of the ``Actor``; None for whom the reports only describe ("gunmen")."""
    name: str
    kind: EntityKind | Literal["place"]
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAt:
    """Where: as in ``PlaceRef``, without the words."""

    name: str
    lat: float | None
    lon: float | None
    country: str | None
    geonameid: int | None
    precision: PlacePrecision
    radius_km: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A claim and what it is to the fact."""

    claim: str
    report: str
    stance: Stance
    source: str
    """Who vouches for it, as an independent source: ``actor:…`` for a named speaker, ``outlet:…`` for an agency or a
    publisher, ``copies:…`` for a cluster of copies that names neither.
    """
    said_by: str | None
    """The speaker as the report names it; None when the report speaks in its own voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many people, over all claims of an event. ``low`` <= ``best`` <= ``high``; ``high`` is None where a claim
    sets no upper bound.
    """

    low: int
    best: int
    high: int | None
    rule: str
    """The rule that chose ``best``, in words."""
    claims: tuple[str, ...]
    """Ids of the claims that give ``best``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One of several answers to the same question."""

    value: str
    claims: tuple[str, ...]
    said_by: tuple[str, ...]
    """Who says so, readable: speakers, or outlets in their own voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A field on which the claims of a fact differ."""

    field: str
    versions: tuple[Version, ...]
    """The most supported first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, from all claims that tell of it."""

    id: str
    """``v`` and 12 hex digits, made of the first claim added that tells of it."""
    type: str
    mode: str | None
    actors: tuple[Party, ...]
    """Who did it, the most supported first; empty when nobody says."""
    recipients: tuple[Party, ...]
    place: PlaceAt | None
    certain: DayRange | None
    """As in ``DateSpan``."""
    possible: DayRange | None
    """None: no claim gives a day. ``reported`` is not put in its place."""
    reported: DayRange | None
    """The days of publication of its reports, from the first to the last; None when none has one."""
    counts: dict[str, Tally]
    """By what is counted: killed, injured, abducted, arrested, displaced, crowd."""
    weapon: str | None
    modality: Modality
    """"actual" when one claim says so plainly; "alleged" when all only allege it."""
    status: Status
    sources: int
    """Independent sources of the claims that support it."""
    evidence: tuple[Evidence, ...]
    disagreements: tuple[Disagreement, ...]
    codes: dict[str, str]
    """By codebook, in words: PLOVER ``ASSAULT/abduct``, CAMEO ``181``, ACLED ``Battles: Armed clash``, UCDP
    ``3 one-sided``."""
    confidence: float
    """The greatest of the supporting claims."""
    reason: str
    """Why these claims are one event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """When a relation holds: one stretch of it, told by claims."""

    certain: DayRange | None
    """It holds on every one of these days: from the first to the last day for which a claim says so, with nothing to
    the contrary between. None: no claim says of any day that it held then.
    """
    possible: DayRange
    """It may hold on these days. An open last day: no claim says that it ended. An open first day: no claim says when
    it began.
    """
    ended_by: str | None
    """Why it ended, in words: "a claim that he left", "the death of …", "replaced by …"; None while it is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Who leads, belongs to, left or fights whom, or holds what, and when."""

    id: str
    """``x`` and 12 hex digits, made of its type and the ids of its parties."""
    type: str
    subject: Party
    object: Party
    """An actor, or for operates_in, controls and based_in a place (kind "place")."""
    place: PlaceAt | None
    """The object where it is a place; else where the claims say the relation holds."""
    roles: tuple[str, ...]
    """The words for the office or rank, the most used first."""
    validity: tuple[Validity, ...]
    """Stretches in order of time; empty when no claim of it has a day and no report a day of publication."""
    modality: Modality
    status: Status
    sources: int
    evidence: tuple[Evidence, ...]
    disagreements: tuple[Disagreement, ...]
    confidence: float
    reason: str

    def on(self, day: date) -> Holds:
        """Whether the relation holds on a day."""
        return holds_on(self.validity, day)


Fact = Event | Relation


def holds_on(stretches: Iterable[Validity], day: date) -> Holds:
    """Whether a relation of these stretches holds on a day: the surest answer that one of them gives."""
    return min((_holds(stretch, day) for stretch in stretches), key=_SURENESS.index, default="no")


_SURENESS: tuple[Holds, ...] = ("certain", "presumed", "possible", "no")


def _holds(stretch: Validity, day: date) -> Holds:
    if not _within(day, stretch.possible) and not (stretch.certain and _within(day, stretch.certain)):
        return "no"
    if stretch.certain is None:
        return "possible"
    if _within(day, stretch.certain):
        return "certain"
    return "presumed" if stretch.certain.last is not None and day > stretch.certain.last else "possible"


def _within(day: date, days: DayRange) -> bool:
    return (days.first is None or days.first <= day) and (days.last is None or day <= days.last)
