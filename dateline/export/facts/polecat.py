"""POLECAT's table: tab-separated, 40 columns (Harvard Dataverse, doi:10.7910/DVN/AJGVIT). ``None`` is missing."""

from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from dateline import __version__
from dateline.export.country_list import iso_alpha3
from dateline.export.facts.evidence import claims_of, outlet, place_words, reports_of
from dateline.export.facts.options import ExportOptions, LeftOut, Outcome
from dateline.export.facts.plover_event import QUADS, plover_event, why_not
from dateline.export.facts.sectors import country_code_of, sector_of
from dateline.export.facts.states import first_order_division
from dateline.export.facts.tabular import one_line, write_table
from dateline.model.fact import Event, Party, PlaceAt
from dateline.model.portion import Portion

COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Event Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title"),
    *("Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW"),
    *("Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw"),
    *("Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude"),
    *("GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People"),
    *("Story Organizations", "Story Locations", "Language", "Version"),
)
MISSING = "None"
MARKS = ("alleged", "planned", "possible")


def write_polecat(portion: Portion, out: TextIO, options: ExportOptions) -> Outcome:
    """Write the events that PLOVER has a type for. The columns have no place for who says so; ``Contexts`` holds what
    keeps an event from being plain (``dateline:alleged``) and its status.
    """
    left = LeftOut()
    count = write_table(out, COLUMNS, _rows(portion, left), delimiter="\t", missing=MISSING)
    notes = (
        "Contexts also holds dateline:alleged and the like, and the status: POLECAT has no column for them",
        "Actor COW, Recipient COW, titles, Wikipedia ids and Feature Type are not known and stay None",
    )
    return Outcome(counts={"events": count}, left_out=left.by_reason, notes=notes)


def _rows(portion: Portion, left: LeftOut) -> Iterator[dict[str, Any]]:
    for event in portion.events:
        if reason := why_not(event):
            left.add(reason, event.id)
        else:
            yield _row(portion, event)


def _row(portion: Portion, event: Event) -> dict[str, Any]:
    coded, days = plover_event(event), event.possible
    assert coded is not None
    assert days is not None
    first = days.first or days.last
    cards = reports_of(portion, event)
    marks = [event.modality] if event.modality in MARKS else []
    contexts = [*coded.contexts, *(f"dateline:{mark}" for mark in [*marks, event.status])]
    return {
        "Event ID": event.id,
        "Event Date": first.isoformat() if first else None,
        "Event Type": coded.type,
        "Event Mode": coded.mode,
        "Event Intensity": coded.score,
        "Quad Code": QUADS[coded.quad],
        "Contexts": contexts,
        **_side("Actor", event.actors, _raw(portion, event, "subject")),
        **_side("Recipient", event.recipients, _raw(portion, event, "object")),
        **(_place(event.place) if event.place else {}),
        "Raw Placename": [one_line(words) for words in place_words(portion, event)],
        "Source": list(dict.fromkeys(filter(None, (outlet(card) for card in cards)))),
        "Publication Date": next((card.published.isoformat() for card in cards if card.published), None),
        **_story(event),
        "Language": next((card.language for card in cards if card.language), None),
        "Version": f"Dateline {__version__}",
    }


def _side(side: str, parties: Sequence[Party], raw: list[str]) -> dict[str, Any]:
    sectors = [sector_of(party) for party in parties]
    countries = [country_code_of(party) or MISSING for party in parties]
    return {
        f"{side} Name": [one_line(party.name) for party in parties],
        f"{side} Country": countries,
        f"Primary {side} Sector": sectors[0] if sectors else None,
        f"{side} Sectors": sectors,
        f"{side} Name Raw": raw,
    }


def _raw(portion: Portion, event: Event, part: str) -> list[str]:
    """The names as the reports have them, each once."""
    names = [said.record[part] for _, said in claims_of(portion, event)]  # type: ignore[literal-required]
    return list(dict.fromkeys(one_line(name) for name in names if name))


def _place(place: PlaceAt) -> dict[str, Any]:
    division = first_order_division(place.name, place.geonameid)
    return {
        "Placename": one_line(place.name),
        "City": place.name if place.precision == "settlement" else None,
        "District": place.name if place.precision == "district" else None,
        "Province": place.name if place.precision == "province" else division,
        "Country": iso_alpha3(place.country),
        "Latitude": place.lat,
        "Longitude": place.lon,
        "GeoNames ID": place.geonameid,
    }


def _story(event: Event) -> dict[str, Any]:
    """Whom and what the event names, by kind."""
    parties = (*event.actors, *event.recipients)
    return {
        "Story People": [one_line(party.name) for party in parties if party.kind == "person"],
        "Story Organizations": [one_line(party.name) for party in parties if party.kind not in ("person", "place")],
        "Story Locations": [one_line(event.place.name)] if event.place else [],
    }
