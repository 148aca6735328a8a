"""Facts as entities of FollowTheMoney, by name of schema and property: no library is needed here.

No entity gets a topic: ``crime.war`` and its like are accusations in a screening tool, and nobody is accused on the
word of a report.
"""

from collections.abc import Iterator

from dateline.export.facts.evidence import outlet, reports_of
from dateline.export.facts.ftm_draft import Draft, entity_id
from dateline.export.facts.ftm_relations import relation_draft
from dateline.export.facts.sectors import wikidata_of
from dateline.export.facts.wording import event_label, event_sentence, place_in_words
from dateline.model.actor import Actor
from dateline.model.fact import Event, Party, PlaceAt
from dateline.model.portion import Portion, ReportCard

SCHEMATA = {"person": "Person", "military": "PublicBody", "police": "PublicBody", "government": "PublicBody"}
"""By kind; all others are an Organization."""


def drafts(portion: Portion, profile: str) -> Iterator[Draft]:
    """Reports, actors, places, events, relations, and the links from events and relations to reports."""
    yield from (_article(card) for card in portion.reports.values())
    yield from (_actor(actor) for actor in portion.actors.values())
    for event in portion.events:
        if event.place:
            yield _address(event.id, event.place)
        yield _event(portion, event)
        yield from _documentation(portion, event)
    for relation in portion.relations:
        proof = [entity_id("report", card.id) for card in reports_of(portion, relation)] if profile != "3" else []
        schema, properties = relation_draft(portion, relation, profile)
        yield Draft(
            entity_id("relation", relation.id), schema, properties | ({"proof": proof} if proof else {}), relation
        )


def _article(card: ReportCard) -> Draft:
    """A report without its text, which is its publisher's."""
    properties = {
        "fileName": [f"{card.id}.txt"],
        "title": _some(card.title),
        "author": _some(card.author),
        "publisher": _some(outlet(card)),
        "publishedAt": _some(card.published.isoformat() if card.published else None),
        "sourceUrl": _some(card.url),
        "language": _some(card.language),
    }
    return Draft(entity_id("report", card.id), "Article", properties)


def _actor(actor: Actor) -> Draft:
    known = wikidata_of(Party(actor=actor.known, name=actor.name, kind=actor.kind, country=actor.country))
    properties = {
        "name": [actor.name],
        "alias": [use.name for use in actor.names if use.name != actor.name],
        "country": _some(actor.country),
        "wikidataId": _some(known),
    }
    schema = SCHEMATA.get(actor.kind, "Organization")
    if schema != "Person":
        properties["classification"] = [actor.kind]
    return Draft(entity_id("actor", actor.id), schema, properties)


def _address(event: str, place: PlaceAt) -> Draft:
    properties = {
        "full": [place_in_words(place)],
        "city": [place.name] if place.precision == "settlement" else [],
        "state": [place.name] if place.precision == "province" else [],
        "country": _some(place.country),
        "latitude": _some(str(place.lat) if place.lat is not None else None),
        "longitude": _some(str(place.lon) if place.lon is not None else None),
        "remarks": [f"precision: {place.precision}"],
    }
    return Draft(entity_id("place", event), "Address", properties)


def _event(portion: Portion, event: Event) -> Draft:
    days, place = event.possible, event.place
    same = days is not None and days.first is not None and days.first == days.last
    properties = {
        "name": [event_label(event)],
        "summary": [event_sentence(event)],
        "date": _some(days.first.isoformat() if days and days.first and same else None),
        "startDate": _some(days.first.isoformat() if days and days.first and not same else None),
        "endDate": _some(days.last.isoformat() if days and days.last and not same else None),
        "location": _some(place_in_words(place) if place else None),
        "country": _some(place.country if place else None),
        "addressEntity": [entity_id("place", event.id)] if place else [],
        "organizer": [entity_id("actor", p.actor) for p in event.actors if p.actor in portion.actors and p.actor],
        "involved": [entity_id("actor", p.actor) for p in event.recipients if p.actor in portion.actors and p.actor],
        "proof": [entity_id("report", card.id) for card in reports_of(portion, event)],
        "keywords": [event.type, *_some(event.mode), event.modality, event.status],
    }
    return Draft(entity_id("event", event.id), "Event", properties, event)


def _documentation(portion: Portion, event: Event) -> Iterator[Draft]:
    """What each report is to an event: supports, contradicts, …"""
    roles: dict[str, list[str]] = {}
    for evidence in event.evidence:
        roles.setdefault(evidence.report, []).append(evidence.stance)
    for report, stances in roles.items():
        if report in portion.reports:
            properties = {
                "document": [entity_id("report", report)],
                "entity": [entity_id("event", event.id)],
                "role": list(dict.fromkeys(stances)),
            }
            yield Draft(entity_id("documentation", event.id, report), "Documentation", properties, event)


def _some(value: str | None) -> list[str]:
    return [value] if value else []
