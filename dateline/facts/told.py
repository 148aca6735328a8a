"""A claim with all that facts ask beside its own words: who its parties are in the record, and who vouches for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dateline.facts.background import entity_of
from dateline.facts.inputs import ClaimIn, EntityId, EntityIn, PartyIn, ReportIn
from dateline.facts.sources import Outlet, source_of
from dateline.model.fact import Evidence, Party, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One claim, who vouches for it, and when it was published."""

    claim: ClaimIn
    source: str
    """The independent source."""
    said_by: str
    """Readable: the speaker, else the outlet."""
    published: date | None
    order: tuple[int, int]
    """Of the report, and of the claim in it; later is greater."""
    subject: Party | None
    object: Party | None
    object_kind: str | None
    """What the report takes the object for; None where it is no entity of it."""
    superseded: bool
    """Whether a newer version of the report has taken the place of the one it stands in."""

    def evidence(self, stance: Stance) -> Evidence:
        """The claim as a fact lists it. A rejected or superseded claim is that, whatever it would be otherwise."""
        if self.claim.rejected:
            stance = "rejected"
        elif self.superseded and stance in ("supports", "contradicts"):
            stance = "superseded"
        speaker = self.claim.said_by
        return Evidence(
            claim=self.claim.id,
            report=self.claim.report,
            stance=stance,
            source=self.source,
            said_by=speaker.name if speaker else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What is needed to make ``Told`` of claims."""

    reports: Mapping[str, ReportIn]
    outlets: Mapping[str, Outlet]
    superseded: frozenset[str]
    """Reports of which there is a newer version."""
    actors: Mapping[EntityId, str]
    entities: Mapping[EntityId, EntityIn]

    def told(self, claim: ClaimIn) -> Told:
        """The claim with its parties and source."""
        report = self.reports[claim.report]
        outlet = self.outlets[claim.report]
        said_by = claim.said_by.name if claim.said_by else outlet.name or f"report {claim.report}"
        return Told(
            claim=claim,
            source=source_of(claim, self.outlets, self.actors),
            said_by=said_by,
            published=report.published,
            order=(report.order, claim.order),
            subject=self.party(claim.report, claim.subject),
            object=self.party(claim.report, claim.object),
            object_kind=self._kind(claim.report, claim.object),
            superseded=claim.report in self.superseded,
        )

    def _kind(self, report: str, party: PartyIn | None) -> str | None:
        key = entity_of(report, party)
        entity = self.entities.get(key) if key is not None else None
        return entity.kind if entity is not None else None

    def party(self, report: str, party: PartyIn | None) -> Party | None:
        """A participant. Of an actor only the id is set: its name may change with every report, and is put in on
        reading.
        """
        if party is None:
            return None
        key = entity_of(report, party)
        if key is not None and key in self.actors:
            return Party(actor=self.actors[key], name="", kind="other", country=None)
        entity = self.entities.get(key) if key is not None else None
        return Party(
            actor=None,
            name=party.name,
            kind=entity.kind if entity else "other",
            country=entity.country if entity else None,
        )
