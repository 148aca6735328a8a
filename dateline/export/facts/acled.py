"""ACLED event CSV, with the 31 columns in use since March 2023."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, TextIO

from dateline.export.country_list import iso_number
from dateline.export.facts.acled_actors import actor_columns, civilians_hit
from dateline.export.facts.evidence import REJECTED, outlet, quotes_of, reports_of, speakers_of
from dateline.export.facts.options import ExportOptions, LeftOut, Outcome
from dateline.export.facts.precision import ACLED_WHERE, days_of
from dateline.export.facts.states import country_name, first_order_division
from dateline.export.facts.tabular import one_line, write_table
from dateline.export.facts.wording import doubts, event_sentence
from dateline.model.fact import Event, PlaceAt
from dateline.model.portion import Portion

COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp"),
)
VIOLENCE, DEMONSTRATIONS, STRATEGIC = "Political violence", "Demonstrations", "Strategic developments"
DISORDER = {
    "Battles": VIOLENCE,
    "Explosions/Remote violence": VIOLENCE,
    "Violence against civilians": VIOLENCE,
    "Peaceful protest": DEMONSTRATIONS,
    "Protest with intervention": DEMONSTRATIONS,
    "Excessive force against protesters": f"{VIOLENCE}; {DEMONSTRATIONS}",
    "Violent demonstration": DEMONSTRATIONS,
    "Mob violence": VIOLENCE,
    "Strategic developments": STRATEGIC,
}
"""By event type, or by sub-event type for protests and riots."""


def write_acled(portion: Portion, out: TextIO, options: ExportOptions) -> Outcome:
    """Write the events that ACLED has a type for; the others are left out with the reason."""
    left = LeftOut()
    count = write_table(out, COLUMNS, _rows(portion, options.made, left))
    notes = ("event_id_cnty holds Dateline's id; region and source_scale are ACLED's own to give and stay empty",)
    return Outcome(counts={"events": count}, left_out=left.by_reason, notes=notes)


def _rows(portion: Portion, made: date, left: LeftOut) -> Iterator[dict[str, Any]]:
    for event in portion.events:
        if reason := why_not(event):
            left.add(reason, event.id)
        else:
            yield _row(portion, event, made)


def why_not(event: Event) -> str | None:
    """The rule of inclusion that an event does not meet; None when it meets all."""
    days, place = days_of(event), event.place
    checks = {
        REJECTED: event.status == "rejected",
        f"not told as something that happened ({event.modality})": event.modality in ("planned", "possible"),
        "ACLED has no type for it": _types(event) is None,
        "no first or no last day": days is None,
        "the days span more than a month": days is not None and days.acled is None,
        "no place with coordinates": place is None or place.lat is None or place.lon is None,
        "no place sharper than a country or a sea": place is not None and place.precision not in ACLED_WHERE,
    }
    return next((reason for reason, holds in checks.items() if holds), None)


def _types(event: Event) -> tuple[str, str] | None:
    """Event type and sub-event type; None where ACLED has no code for the event."""
    code, _, detail = event.codes.get("ACLED", "").partition(": ")
    return (code, detail) if code and detail else None


def _row(portion: Portion, event: Event, made: date) -> dict[str, Any]:
    days, place, types = days_of(event), event.place, _types(event)
    assert days is not None
    assert place is not None
    assert types is not None
    killed = event.counts.get("killed")
    return {
        "event_id_cnty": event.id,
        "event_date": days.first.isoformat(),
        "year": days.first.year,
        "time_precision": days.acled,
        "disorder_type": DISORDER.get(types[0]) or DISORDER.get(types[1]),
        "event_type": types[0],
        "sub_event_type": types[1],
        **actor_columns(event, types[0]),
        "civilian_targeting": "Civilian targeting" if civilians_hit(event, types[0]) else None,
        **_where(place),
        "source": "; ".join(dict.fromkeys(filter(None, (outlet(card) for card in reports_of(portion, event))))),
        "notes": _notes(portion, event),
        "fatalities": killed.best if killed else 0,
        "tags": _tags(event),
        "timestamp": int(datetime(made.year, made.month, made.day, tzinfo=UTC).timestamp()),
    }


def _where(place: PlaceAt) -> dict[str, Any]:
    division = first_order_division(place.name, place.geonameid)
    return {
        "iso": iso_number(place.country),
        "country": country_name(place.country),
        "admin1": place.name if place.precision == "province" else division,
        "admin2": place.name if place.precision == "district" else None,
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": ACLED_WHERE[place.precision],
    }


def _notes(portion: Portion, event: Event) -> str:
    """The event in a sentence that begins with what is not sure of it, and the words of the reports."""
    doubt = "; ".join(doubts(event))
    opening = f"{doubt[0].upper()}{doubt[1:]}. " if doubt else ""
    quoted = " ".join(f"“{one_line(quote)}”" for quote in quotes_of(portion, event))
    return f"{opening}{one_line(event_sentence(event))} {quoted}".strip()


def _tags(event: Event) -> str:
    """``crowd size=…`` as ACLED writes it; what is not sure; the status; whom the reports rely on."""
    crowd = event.counts.get("crowd")
    size = [f"crowd size={crowd.best}"] if crowd else []
    said = [f"said by {name.replace(';', ',')}" for name in speakers_of(event)]
    return "; ".join(dict.fromkeys([*size, *doubts(event), f"status={event.status}", *said]))
