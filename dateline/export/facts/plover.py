"""PLOVER event JSON (manual v0.8, draft), one event a line."""

from typing import Any, TextIO

from dateline import __version__
from dateline.export.as_jsonl import json_line
from dateline.export.country_list import iso_alpha3
from dateline.export.facts.evidence import claims_of, outlet, reports_of, speakers_of, supporting
from dateline.export.facts.options import ExportOptions, LeftOut, Outcome
from dateline.export.facts.plover_event import plover_event, why_not
from dateline.export.facts.precision import PLOVER_WHERE
from dateline.export.facts.sectors import country_code_of, sector_of, wikidata_of
from dateline.export.facts.states import country_name, first_order_division
from dateline.export.facts.wording import standing_words
from dateline.model.fact import Event, Party, PlaceAt
from dateline.model.portion import Portion, ReportCard

SIZES = {"dead": "killed", "injured": "injured", "arrested": "arrested"}


def write_plover(portion: Portion, out: TextIO, options: ExportOptions) -> Outcome:
    """Write one event a line. What PLOVER has no key for stands under ``dateline`` and, in words, in ``comment``."""
    left, count = LeftOut(), 0
    for event in portion.events:
        if reason := why_not(event):
            left.add(reason, event.id)
            continue
        out.write(json_line(plover_json(portion, event, options)))
        count += 1
    return Outcome(counts={"events": count}, left_out=left.by_reason)


def plover_json(portion: Portion, event: Event, options: ExportOptions) -> dict[str, Any]:
    """One event by the manual's chapter on JSON; keys without a value are left out."""
    coded, days = plover_event(event), event.possible
    assert coded is not None
    assert days is not None
    first = days.first or days.last
    assert first is not None
    told = {
        "id": event.id,
        "date": first.isoformat(),
        "enddate": days.last.isoformat() if days.last and days.last != first else None,
        "actor": [_actor(party) for party in event.actors],
        "recipient": [_actor(party) for party in event.recipients],
        "event": [coded.type],
        "mode": [mode for mode in (coded.mode, coded.auxiliary) if mode],
        "context": list(coded.contexts),
        "quad_code": coded.quad,
        "event_scale": coded.score,
        "event_loc": _place(event.place),
        "size": _size(event),
        **_texts(portion, event),
        "cite_info": _cited(portion, event, options),
        "coder": f"Dateline {__version__}",
        "coded_date": options.made.isoformat(),
        "comment": standing_words(event),
        "dateline": _more(event),
    }
    kept = {"actor", "recipient", "event", "mode", "context"}
    return {key: value for key, value in told.items() if value or key in kept or value == 0}


def _actor(party: Party) -> dict[str, Any]:
    actor = {
        "code": country_code_of(party),
        "sector": sector_of(party) or None,
        "entity_text": party.name,
        "identifier_id": wikidata_of(party),
    }
    return {key: value for key, value in actor.items() if value is not None}


def _place(place: PlaceAt | None) -> dict[str, Any]:
    if place is None:
        return {}
    location = {
        "resolved_place": place.name,
        "geonameid": place.geonameid,
        "lat": place.lat,
        "lon": place.lon,
        "city": place.name if place.precision == "settlement" else None,
        "district": place.name if place.precision == "district" else None,
        "province": place.name if place.precision == "province" else first_order_division(place.name, place.geonameid),
        "country": country_name(place.country),
        "country_code": iso_alpha3(place.country),
        "resolution": PLOVER_WHERE.get(place.precision),
    }
    return {key: value for key, value in location.items() if value is not None}


def _size(event: Event) -> dict[str, int]:
    return {name: event.counts[kind].best for name, kind in SIZES.items() if kind in event.counts}


def _texts(portion: Portion, event: Event) -> dict[str, Any]:
    """The sentences that support the event; ``text_info`` says where each stands in which report."""
    found = [
        (evidence.report, said.record) for evidence, said in claims_of(portion, event) if evidence.stance == "supports"
    ]
    info = [
        {"sequence": number, "start": record["evidence"][0], "end": record["evidence"][1], "report": report}
        for number, (report, record) in enumerate(found, 1)
    ]
    quotes = [record["quote"] for _, record in found]
    return {
        "event_text": list(dict.fromkeys(quotes)),
        "text": " ".join(dict.fromkeys(quotes)),
        "text_info": {**info[0], "text_story": info} if info else {},
    }


def _cited(portion: Portion, event: Event, options: ExportOptions) -> dict[str, Any]:
    """The first report in full, all of them under ``citation``."""
    cards = reports_of(portion, event)
    if not cards:
        return {}
    first = cards[0]
    cited = {
        "citation": "; ".join(_citation(card) for card in cards),
        "url": first.url,
        "title": first.title,
        "language": first.language,
        "publication": outlet(first) or None,
        "codebook": options.codebook.name,
        "version": options.codebook.version,
        "coder": f"Dateline {__version__}",
    }
    return {key: value for key, value in cited.items() if value}


def _citation(card: ReportCard) -> str:
    day = card.published.isoformat() if card.published else ""
    return ", ".join(part for part in (outlet(card), day, card.title, card.id) if part)


def _more(event: Event) -> dict[str, Any]:
    return {
        "modality": event.modality,
        "status": event.status,
        "independent_sources": event.sources,
        "said_by": speakers_of(event),
        "supporting": [evidence.claim for evidence in supporting(event)],
        "contradicting": [evidence.claim for evidence in event.evidence if evidence.stance == "contradicts"],
        "confidence": event.confidence,
    }
