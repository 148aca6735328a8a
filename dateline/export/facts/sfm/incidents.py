"""incidents.csv and sources.csv."""

from collections.abc import Iterator
from typing import Any

from dateline.export.facts.evidence import outlet, reports_of
from dateline.export.facts.ids import uuid_of
from dateline.export.facts.precision import CENTROIDS
from dateline.export.facts.sfm.cells import access_point, before, date_columns, place_text, sources, status
from dateline.export.facts.wording import event_kind, event_sentence, standing_words
from dateline.model.fact import Event, Party
from dateline.model.portion import Portion, ReportCard

VIOLATIONS = frozenset({"ASSAULT", "COERCE"})
"""Event types that are incidents for the Monitor: harm done to people, whoever did it."""


def is_incident(event: Event) -> bool:
    return event.type in VIOLATIONS and event.modality in ("actual", "alleged")


def incident_rows(portion: Portion) -> Iterator[dict[str, Any]]:
    """A row for each perpetrator of each incident; one without perpetrator when nobody says who."""
    for event in portion.events:
        if is_incident(event):
            base = _incident(portion, event)
            for party in event.actors or (None,):
                yield {**base, **(_perpetrator(party) if party else {})}


def _incident(portion: Portion, event: Event) -> dict[str, Any]:
    cards = reports_of(portion, event)
    published = [card.published for card in cards if card.published]
    limit = max(published, default=None)
    first = before(event.possible.first, limit) if event.possible else None
    last = before(event.possible.last, limit, cap=True) if event.possible else None
    place = event.place
    return {
        "incident:id:admin": uuid_of("event", event.id),
        "incident:status:admin": status(event),
        "incident:comments:admin": standing_words(event),
        **date_columns("incident:start_date", first.isoformat() if first else None),
        **date_columns("incident:end_date", last.isoformat() if last else None),
        **date_columns("incident:pub_date", min(published).isoformat() if published else None),
        "incident:location_description": place.name if place else None,
        "incident:location": place_text(place) if place and place.precision not in CENTROIDS else None,
        "incident:violation_type": event_kind(event),
        "incident:violation_description": event_sentence(event),
        "incident:all:source": sources(portion, event),
    }


def _perpetrator(party: Party) -> dict[str, Any]:
    identifier = uuid_of("actor", party.actor) if party.actor else None
    if party.kind == "person":
        return {"incident:perpetrator_person_id:admin": identifier, "incident:perpetrator_person_name": party.name}
    return {
        "incident:perpetrator_unit_id:admin": identifier,
        "incident:perpetrator_unit_name": party.name if identifier else None,
        "incident:perpetrator_classification": party.kind if identifier else party.name,
    }


def source_rows(portion: Portion) -> Iterator[dict[str, Any]]:
    """A row for each report."""
    for card in portion.reports.values():
        yield _source(card)


def _source(card: ReportCard) -> dict[str, Any]:
    return {
        "source:external_archive_sha_content:admin": card.sha256,
        "source:access_point_id:admin": access_point(card.id),
        "source:type": "News report",
        "source:title": card.title,
        "source:author": card.author,
        "source:url": card.url,
        "source:published_timestamp": card.published.isoformat() if card.published else None,
        "source:publication_name": outlet(card) or None,
        "source:publication_id:admin": uuid_of("outlet", outlet(card)) if outlet(card) else None,
    }
