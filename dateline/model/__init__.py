"""The nouns of Dateline. This folder imports nothing else from the package."""

from dateline.model.attribution import Attribution, Speech
from dateline.model.claim import ActorRef, Claim, Count, Counts, Modality, PlaceRef, Polarity
from dateline.model.code import Code, Scheme
from dateline.model.date_mention import DateMention, TimexType
from dateline.model.date_span import DateSpan, DayRange
from dateline.model.incident import Filler, FillerRole, Incident, IncidentKind
from dateline.model.mention import Entity, EntityKind, Mention, MentionForm
from dateline.model.passage import Passage, Span
from dateline.model.place import PlaceMention, PlacePrecision, PlaceRole
from dateline.model.reading import Reading
from dateline.model.relation import RelationKind, SeenRelation
from dateline.model.report import Dateline, Furniture, Published, Report

__all__ = [
    "ActorRef",
    "Attribution",
    "Claim",
    "Code",
    "Count",
    "Counts",
    "DateMention",
    "DateSpan",
    "Dateline",
    "DayRange",
    "Entity",
    "EntityKind",
    "Filler",
    "FillerRole",
    "Furniture",
    "Incident",
    "IncidentKind",
    "Mention",
    "MentionForm",
    "Modality",
    "Passage",
    "PlaceMention",
    "PlacePrecision",
    "PlaceRef",
    "PlaceRole",
    "Polarity",
    "Published",
    "Reading",
    "RelationKind",
    "Report",
    "Scheme",
    "SeenRelation",
    "Span",
    "Speech",
    "TimexType",
]
