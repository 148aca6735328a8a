"""Everything that was read from one report."""

from dataclasses import dataclass

from dateline.model.attribution import Attribution
from dateline.model.claim import Claim
from dateline.model.date_mention import DateMention
from dateline.model.incident import Incident
from dateline.model.mention import Entity, Mention
from dateline.model.place import PlaceMention
from dateline.model.relation import SeenRelation
from dateline.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One report as one version of the reader understood it. A pure function of the report and ``reader``."""

    report: Report
    reader: str
    """What read it: Dateline's version, the language model's, and a digest of the data files."""
    sentences: tuple[tuple[int, int], ...]
    """Spans of the sentences read, furniture and dateline left out."""
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    places: tuple[PlaceMention, ...]
    """Places as a claim wants them: "northern Mali" is one area."""
    dates: tuple[DateMention, ...]
    claims: tuple[Claim, ...]
    doubted: tuple[Claim, ...] = ()
    """What words of the report state and is likelier wrong than right; to be looked at, and no part of the record."""
    silence: str | None = None
    """Why nothing is claimed of a report that is not about conflict, in words; None when it may be."""
    toponyms: tuple[PlaceMention, ...] = ()
    """The plain place names alone, as a geoparser gives them: the "Mali" of "northern Mali"."""
    incidents: tuple[Incident, ...] = ()
    """What the report tells of as a whole, as the encoder sees it; none when it was read without one."""
    relations: tuple[SeenRelation, ...] = ()
    """Pairs of mentions that the encoder sees in a relation; not claims."""

    @property
    def kept_out(self) -> bool:
        """Whether the gate kept the report from being read: it is silent, and no sentence of it was read."""
        return self.silence is not None and not self.sentences

    def entity(self, identifier: str) -> Entity:
        """The entity of that id. Raises KeyError when there is none."""
        for entity in self.entities:
            if entity.id == identifier:
                return entity
        raise KeyError(identifier)
