"""The nouns of Dateline. This folder imports nothing else from the package."""

from typing import TYPE_CHECKING

from dateline.lazily import on_first_use

if TYPE_CHECKING:
    from dateline.model.actor import Actor, Judgement, NameUse, Protection, Verdict
    from dateline.model.attribution import Attribution, Speech
    from dateline.model.claim import ActorRef, Claim, Count, Counts, Modality, PlaceRef, Polarity
    from dateline.model.code import Code, Scheme
    from dateline.model.date_mention import DateMention, TimexType
    from dateline.model.date_span import DateSpan, DayRange
    from dateline.model.decision import Decision, DecisionKind
    from dateline.model.fact import (
        Disagreement,
        Event,
        Evidence,
        Fact,
        Holds,
        Party,
        PlaceAt,
        Relation,
        Stance,
        Status,
        Tally,
        Validity,
        Version,
    )
    from dateline.model.incident import Filler, FillerRole, Incident, IncidentKind
    from dateline.model.mention import Entity, EntityKind, Mention, MentionForm
    from dateline.model.passage import Passage, Span
    from dateline.model.place import PlaceMention, PlacePrecision, PlaceRole
    from dateline.model.portion import Portion, ReportCard, SaidClaim
    from dateline.model.reading import Reading
    from dateline.model.relation import RelationKind, SeenRelation
    from dateline.model.report import Dateline, Furniture, Published, Report
else:
    __getattr__ = on_first_use(
        __name__,
        {
            "actor": "Actor Judgement NameUse Protection Verdict",
            "attribution": "Attribution Speech",
            "claim": "ActorRef Claim Count Counts Modality PlaceRef Polarity",
            "code": "Code Scheme",
            "date_mention": "DateMention TimexType",
            "date_span": "DateSpan DayRange",
            "decision": "Decision DecisionKind",
            "fact": "Disagreement Event Evidence Fact Holds Party PlaceAt Relation Stance Status Tally "
            "Validity Version",
            "incident": "Filler FillerRole Incident IncidentKind",
            "mention": "Entity EntityKind Mention MentionForm",
            "passage": "Passage Span",
            "place": "PlaceMention PlacePrecision PlaceRole",
            "portion": "Portion ReportCard SaidClaim",
            "reading": "Reading",
            "relation": "RelationKind SeenRelation",
            "report": "Dateline Furniture Published Report",
        },
    )

__all__ = [
    "Actor",
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
    "Decision",
    "DecisionKind",
    "Disagreement",
    "Entity",
    "EntityKind",
    "Event",
    "Evidence",
    "Fact",
    "Filler",
    "FillerRole",
    "Furniture",
    "Holds",
    "Incident",
    "IncidentKind",
    "Judgement",
    "Mention",
    "MentionForm",
    "Modality",
    "NameUse",
    "Party",
    "Passage",
    "PlaceAt",
    "PlaceMention",
    "PlacePrecision",
    "PlaceRef",
    "PlaceRole",
    "Polarity",
    "Portion",
    "Protection",
    "Published",
    "Reading",
    "Relation",
    "RelationKind",
    "Report",
    "ReportCard",
    "SaidClaim",
    "Scheme",
    "SeenRelation",
    "Span",
    "Speech",
    "Stance",
    "Status",
    "Tally",
    "TimexType",
    "Validity",
    "Verdict",
    "Version",
]
