"""The JSON form of a reading, the contract of ``dateline read --json``. ``dateline schema`` prints its JSON Schema.

All offsets count Unicode code points of ``report.text``; the end is exclusive. Keys may be added in later versions,
never renamed or dropped without a new ``RECORD_VERSION``.
"""

from dataclasses import asdict
from typing import Any

from dateline.model.attribution import Attribution
from dateline.model.claim import ActorRef, Claim
from dateline.model.date_span import DateSpan, DayRange
from dateline.model.incident import Incident
from dateline.model.mention import Entity
from dateline.model.passage import Span
from dateline.model.reading import Reading
from dateline.model.record_types import (
    AttributionRecord,
    ClaimRecord,
    EntityRecord,
    IncidentRecord,
    ReadingRecord,
    ReportRecord,
    WhenRecord,
)
from dateline.model.report import Report

RECORD_VERSION = 1


def to_record(reading: Reading) -> ReadingRecord:
    """The reading as plain lists, dicts, strings and numbers, ready for ``json.dumps``."""
    return {
        "version": RECORD_VERSION,
        "reader": reading.reader,
        "report": report_record(reading.report),
        "sentences": _spans(reading.sentences),
        "mentions": [_record(mention, "head") for mention in reading.mentions],
        "entities": [_entity_record(entity) for entity in reading.entities],
        "attributions": [_attribution_record(attribution) for attribution in reading.attributions],
        "places": [_record(place) for place in reading.places],
        "dates": [
            {
                "start": mention.start,
                "end": mention.end,
                "text": mention.text,
                "type": mention.type,
                "value": mention.value,
                "certain": _days(mention.span.certain) if mention.span else None,
                "possible": _days(mention.span.possible) if mention.span else None,
                "reason": mention.reason,
            }
            for mention in reading.dates
        ],
        "claims": [claim_record(claim) for claim in reading.claims],
        "doubted": [claim_record(claim) for claim in reading.doubted],
        "incidents": [_incident_record(incident) for incident in reading.incidents],
        "relations": [_record(relation) for relation in reading.relations],
        "silence": reading.silence,
    }


def _incident_record(incident: Incident) -> IncidentRecord:
    return {
        "id": incident.id,
        "kind": incident.kind,
        "score": incident.score,
        "fillers": [_record(filler) for filler in incident.fillers],
        "when": when_record(incident.when) if incident.when else None,
        "place": incident.place.name if incident.place else None,
        "location": _record(incident.place, "name") if incident.place else None,
        "reason": incident.reason,
    }


def report_record(report: Report) -> ReportRecord:
    """The report without its raw bytes, which the store keeps."""
    published, dateline = report.published, report.dateline
    return {
        "id": report.id,
        "sha256": report.sha256,
        "source": report.source,
        "media_type": report.media_type,
        "title": report.title,
        "headline": list(report.headline) if report.headline else None,
        "published": published.day.isoformat() if published else None,
        "published_basis": {"basis": published.basis, "words": published.words} if published else None,
        "dateline": {
            "start": dateline.start,
            "end": dateline.end,
            "text": dateline.text,
            "place": dateline.place,
            "date": dateline.day.isoformat() if dateline.day else None,
            "agency": dateline.agency,
        }
        if dateline
        else None,
        "publisher": report.publisher,
        "author": report.author,
        "url": report.url,
        "language": report.language,
        "text": report.text,
        "furniture": [[item.start, item.end] for item in report.furniture],
        "furniture_kinds": [_record(item) for item in report.furniture],
        "notes": list(report.notes),
    }


def claim_record(claim: Claim) -> ClaimRecord:
    """One claim as the JSON contract has it."""
    place = claim.place
    return {
        "id": claim.id,
        "type": claim.type,
        "mode": claim.mode,
        "subject": _name(claim.subject),
        "subject_entity": _entity(claim.subject),
        "subject_span": _span(claim.subject),
        "object": _name(claim.object),
        "object_entity": _entity(claim.object),
        "object_span": _span(claim.object),
        "place": place.name if place else None,
        "location": _record(place, "name") if place else None,
        "when": when_record(claim.when) if claim.when else None,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "said_by": _name(claim.said_by),
        "said_by_entity": _entity(claim.said_by),
        "said_by_span": _span(claim.said_by),
        "speech": claim.speech,
        "attribution": claim.attribution,
        "role": claim.role,
        "weapon": claim.weapon,
        "evidence": list(claim.evidence.span),
        "quote": claim.evidence.quote,
        "counts": {name: count for name, count in asdict(claim.counts).items() if count is not None},
        "governed_by": list(claim.governed_by),
        "codes": {
            code.scheme: {"code": code.code, "detail": code.detail, "reason": code.reason} for code in claim.codes
        },
        "confidence": claim.confidence,
        "reason": claim.reason,
    }


def when_record(span: DateSpan) -> WhenRecord:
    """Both day ranges as ``[first, last]``, None for an open end, and the EDTF string for display."""
    return {
        "certain": _days(span.certain),
        "possible": _days(span.possible) or [None, None],
        "edtf": span.edtf,
        "basis": span.basis,
        "reason": span.reason,
    }


def _days(days: DayRange | None) -> list[str | None] | None:
    if days is None:
        return None
    return [day.isoformat() if day else None for day in (days.first, days.last)]


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def _name(actor: ActorRef | None) -> str | None:
    return actor.name if actor else None


def _entity(actor: ActorRef | None) -> str | None:
    return actor.entity if actor else None


def _span(actor: ActorRef | None) -> list[int] | None:
    return list(actor.span) if actor and actor.span else None


def _entity_record(entity: Entity) -> EntityRecord:
    record: EntityRecord = _record(entity)
    record["mentions"] = list(entity.mentions)
    return record


def _attribution_record(attribution: Attribution) -> AttributionRecord:
    record: AttributionRecord = _record(attribution)
    record["source"] = _spans(attribution.source)
    record["cue"] = _spans(attribution.cue)
    record["content"] = _spans(attribution.content)
    return record


def _record(noun: Any, *left_out: str) -> Any:
    """The fields of a noun as a dict; the typed dict it makes is named where it is used."""
    return {name: value for name, value in asdict(noun).items() if name not in left_out}
