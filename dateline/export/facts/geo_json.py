"""GeoJSON (RFC 7946): one feature an event, WGS84, longitude first."""

import json
from typing import Any, TextIO

from dateline.export.facts.evidence import contradicting, outlet, quotes_of, reports_of, speakers_of, without_rejected
from dateline.export.facts.options import ExportOptions, LeftOut, Outcome
from dateline.export.facts.precision import CENTROIDS
from dateline.export.facts.wording import event_label, names, standing_words
from dateline.model.fact import Event, PlaceAt
from dateline.model.portion import Portion


def write_geojson(portion: Portion, out: TextIO, options: ExportOptions) -> Outcome:
    """Write all events; one without a point has the geometry null, as the standard asks."""
    left = LeftOut()
    features = [_feature(portion, event) for event in without_rejected(portion, left).events]
    json.dump({"type": "FeatureCollection", "features": features}, out, ensure_ascii=False)
    out.write("\n")
    unplaced = sum(feature["geometry"] is None for feature in features)
    return Outcome(counts={"events": len(features), "events without a point": unplaced}, left_out=left.by_reason)


def _feature(portion: Portion, event: Event) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": _geometry(event.place),
        "properties": {**_what(event), **_where(event.place), **_who_says(portion, event)},
    }


def _geometry(place: PlaceAt | None) -> dict[str, Any] | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def _what(event: Event) -> dict[str, Any]:
    days = event.possible
    return {
        "label": event_label(event),
        "type": event.type,
        "mode": event.mode,
        "actors": names(event.actors),
        "recipients": names(event.recipients),
        "first_day": days.first.isoformat() if days and days.first else None,
        "last_day": days.last.isoformat() if days and days.last else None,
        **{f"{kind}_{bound}": getattr(tally, bound) for kind, tally in event.counts.items() for bound in _BOUNDS},
        "weapon": event.weapon,
    }


_BOUNDS = ("low", "best", "high")


def _where(place: PlaceAt | None) -> dict[str, Any]:
    """The place with its precision. ``centroid``: the point stands for an area and nothing happened just there."""
    if place is None:
        return {"place": None, "precision": None, "radius_km": None, "centroid": None}
    return {
        "place": place.name,
        "country": place.country,
        "geonameid": place.geonameid,
        "precision": place.precision,
        "radius_km": place.radius_km,
        "centroid": place.precision in CENTROIDS,
    }


def _who_says(portion: Portion, event: Event) -> dict[str, Any]:
    cards = reports_of(portion, event)
    return {
        "modality": event.modality,
        "alleged": event.modality == "alleged",
        "status": event.status,
        "standing": standing_words(event),
        "sources": event.sources,
        "contradicted_by": len(contradicting(event)),
        "said_by": "; ".join(speakers_of(event)),
        "outlets": "; ".join(dict.fromkeys(filter(None, map(outlet, cards)))),
        "urls": "; ".join(card.url for card in cards if card.url),
        "quotes": " | ".join(quotes_of(portion, event)),
    }
