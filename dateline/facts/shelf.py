"""What facts are read from and written to. The store has one (``store/shelf.py``)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from dateline.facts.inputs import ClaimIn, EntityId, EntityIn, ReportIn
from dateline.facts.signatures import Copy, Signature
from dateline.model.actor import Actor, Judgement
from dateline.model.decision import Decision
from dateline.model.fact import Event, Relation

if TYPE_CHECKING:
    from dateline.facts.actors import Tallies

Ids = frozenset[str] | None
"""Ids of reports; None for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextIn:
    """What copies are told by: ``text`` without furniture and dateline, and the agency that the report credits."""

    report: str
    text: str
    agency: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An entity that is an actor, with what its report's claims say of it, in the form of ``background_record``."""

    key: EntityId
    actor: str
    background: Mapping[str, Any]
    profile: str
    """As ``profile_of`` gives it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldActor:
    """An actor with what was counted to make it, so that one entity more can be counted in."""

    actor: Actor
    tallies: "Tallies"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldJudgement:
    """A judgement and the actors that its two entities are."""

    judgement: Judgement
    left_actor: str
    right_actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """A claim of an event, and to what it belongs."""

    claim: str
    report: str
    item: str
    component: str
    family: str
    country: str | None
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRow:
    """A claim of a relation, and what relation it is; ``type`` "ends" for a claim that may end some of its subject."""

    claim: str
    report: str
    type: str
    subject: str
    object: str
    planned: bool


class Shelf(Protocol):
    """All of it happens in one transaction: nothing is seen by others before all is done."""

    def reports(self, ids: Ids) -> dict[str, ReportIn]: ...
    def texts(self, ids: Ids) -> Iterable[TextIn]: ...
    def entities(self, ids: Ids) -> dict[str, list[EntityIn]]: ...
    def entities_at(self, keys: Iterable[EntityId]) -> dict[EntityId, EntityIn]: ...
    def claims(self, ids: Ids) -> dict[str, list[ClaimIn]]: ...
    def standing_claims(self, claims: Iterable[str]) -> set[str]: ...
    def reports_of_claims(self, claims: Iterable[str]) -> set[str]: ...
    def reports_naming(self, name: str) -> set[str]: ...
    def decisions(self) -> list[Decision]: ...

    def signatures(self, ids: Ids) -> dict[str, Signature]: ...
    def reports_with_bands(self, bands: Iterable[str]) -> set[str]: ...
    def copies(self, ids: Ids) -> dict[str, Copy]: ...
    def reports_in_clusters(self, clusters: Iterable[str]) -> set[str]: ...
    def put_copies(self, signatures: Iterable[Signature], copies: Iterable[Copy]) -> None: ...

    def keys(self, ids: Iterable[EntityId]) -> dict[EntityId, list[str]]: ...
    def keys_held(self, ids: frozenset[str]) -> dict[str, int]: ...
    def holders(self, keys: Iterable[str]) -> set[EntityId]: ...
    def holders_counted(self, keys: Iterable[str]) -> dict[str, int]: ...
    def first_holder(self, key: str) -> EntityId:
        """The entity that was added first of those with a key. Raises ValueError when none has it."""
        ...

    def put_keys(self, ids: Iterable[EntityId], keys: Iterable[tuple[str, EntityId]]) -> None: ...
    def members(self, ids: Ids) -> dict[EntityId, Member]: ...
    def members_at(self, keys: Iterable[EntityId]) -> dict[EntityId, Member]: ...
    def members_of(self, actors: Iterable[str]) -> dict[EntityId, Member]: ...
    def actors_at(self, keys: Iterable[EntityId]) -> set[str]: ...
    def twins(self, profiles: Iterable[str], besides: frozenset[str]) -> dict[str, str]:
        """For each profile the actor of an entity that has it, of a report not among ``besides``."""
        ...

    def are_last(self, ids: frozenset[str]) -> bool:
        """Whether all other reports were added before these."""
        ...

    def held_actors(self, ids: Iterable[str]) -> dict[str, HeldActor]: ...
    def judgements_of(self, actors: Iterable[str]) -> list[HeldJudgement]: ...
    def actors(self, ids: Iterable[str] | None) -> dict[str, Actor]: ...
    def put_actors(
        self,
        gone: Iterable[str],
        without: Iterable[EntityId],
        actors: Iterable[HeldActor],
        members: Iterable[Member],
        unjudged: Iterable[HeldJudgement],
        judgements: Iterable[HeldJudgement],
    ) -> None: ...

    def event_rows(self, reports: Ids) -> list[EventRow]: ...
    def event_rows_of(self, components: Iterable[str]) -> list[EventRow]: ...
    def components_with(self, claims: Iterable[str]) -> set[str]: ...
    def event_rows_near(self, family: str, country: str | None, first: date, last: date) -> list[EventRow]: ...
    def put_events(self, gone: Iterable[str], rows: Iterable[EventRow], events: Iterable[Event]) -> None: ...

    def relation_rows(self, reports: Ids) -> list[RelationRow]: ...
    def relation_rows_of(self, groups: Iterable[tuple[str, str]]) -> list[RelationRow]: ...
    def relation_rows_by(self, subjects: Iterable[str]) -> list[RelationRow]: ...
    def put_relations(
        self,
        gone_claims: Iterable[str],
        gone: Iterable[str],
        rows: Iterable[RelationRow],
        relations: Iterable[Relation],
    ) -> None: ...
