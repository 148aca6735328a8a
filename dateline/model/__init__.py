"""The nouns of Dateline. This folder imports nothing else from the package."""

from dateline.model.attribution import Attribution, Speech
from dateline.model.claim import ActorRef, Claim, Count, Counts, Modality, PlaceRef, Polarity
from dateline.model.code import Code, Scheme
from dateline.model.date_mention import DateMention, TimexType
from dateline.model.date_span import DateSpan, DayRange
from dateline.model.mention import Entity, EntityKind, Mention, MentionForm
from dateline.model.passage import Passage, Span
from dateline.model.place import PlaceMention, PlacePrecision, PlaceRole
from dateline.model.reading import Reading
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
    "Furniture",
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
    "Report",
    "Scheme",
    "Span",
    "Speech",
    "TimexType",
]
