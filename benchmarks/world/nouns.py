"""What the made-up world consists of, and what is printed of it. Everything is frozen and in no need of Dateline.

Days are ``date``; offsets count Unicode code points of the report's text, the end is exclusive.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

ActorKind = Literal["person", "armed_group", "military", "police", "government", "civilians", "media"]
CopyKind = Literal["copy", "update"]
Polarity = Literal["asserted", "negated"]
Modality = Literal["actual", "planned", "possible", "alleged"]
RelationType = Literal[
    "leads", "member_of", "part_of", "allegiance_to", "controls", "allied_with", "split_from", "merged_with"
]
Days = tuple[date | None, date | None]
"""First and last day, both included; None: open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody or some body of the world."""

    id: str
    kind: ActorKind
    name: str
    names: tuple[str, ...]
    """Every spelling that a report may print, ``name`` first; of people also the surname alone."""
    country: str | None
    """ISO 3166-1 alpha-2; None for agencies and papers that belong to no country."""
    private: bool
    """A victim, a witness, a passer-by. Different private people may have the very same ``names``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Victim:
    """Who suffered an event."""

    kind: str
    """In words, plural unless it is one person: "farmers", "teacher"."""
    actor: str | None
    """Id of the person; None for those whom the world has no name for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that truly happened."""

    id: str
    kind: str
    """One of ``kinds.KINDS``, such as "bombing"."""
    type: str
    mode: str | None
    first: date
    last: date
    place: str
    lat: float
    lon: float
    country: str
    actors: tuple[str, ...]
    """Ids of those who did it; both sides for a clash, talks and a ceasefire."""
    victims: tuple[Victim, ...]
    number: int
    """How many were abducted, arrested or released; 0 for other kinds."""
    killed: int
    injured: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Something that truly held, on every day from ``first`` to ``last``."""

    type: RelationType
    subject: str
    object: str
    """Id of an actor; for ``controls`` the name of the town."""
    first: date
    last: date | None
    """None: still so when the world ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name of an actor as printed."""

    start: int
    end: int
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one sentence says. ``start`` and ``end`` are the sentence's."""

    start: int = 0
    end: int = 0
    kind: Literal["event", "relation"]
    type: str
    mode: str | None = None
    event: str | None = None
    """Id of the true event; None for relations."""
    subject: str | None = None
    """None also where the words only describe somebody, such as "gunmen"."""
    object: str | None = None
    """Id of an actor or, for ``controls``, the name of the town."""
    place: str | None = None
    day: Days | None = None
    """What the words fix; None: they give no day. Of a relation: since when and until when, as far as said."""
    polarity: Polarity = "asserted"
    modality: Modality = "actual"
    said_by: str | None = None
    """Id of an actor, or words for an unnamed source; None: the report's own voice."""
    killed: int | None = None
    injured: int | None = None
    wrong: bool = False
    """The report errs in a day, a number or a doer. A false word of somebody it quotes is no error of the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What an outlet published, as ``dateline add`` takes it."""

    id: str
    text: str
    title: str
    published: date
    publisher: str
    author: str | None
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What is so about a report."""

    id: str
    copy_of: str | None
    """The report that it copies, or its outlet's own report that it updates."""
    copy_kind: CopyKind | None
    agency: str | None
    """Name of the agency that the text or the byline credits."""
    mentions: tuple[Mention, ...]
    """Every printed occurrence of a name of an actor in the text; the title is not looked at."""
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everything: what was so, what was printed, and what each report says."""

    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    reports: tuple[Report, ...]
    truths: tuple[Truth, ...]
    """One for each report, in the same order."""
