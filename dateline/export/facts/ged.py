"""UCDP Georeferenced Event Dataset, as CSV with the 49 columns of releases 22.1 to 26.1."""

from collections.abc import Iterator
from datetime import date
from math import floor
from typing import Any, TextIO

from dateline.export.facts import ged_sides
from dateline.export.facts.evidence import REJECTED, outlet, place_words, reports_of, speakers_of
from dateline.export.facts.options import ExportOptions, LeftOut, Outcome
from dateline.export.facts.precision import UCDP_WHERE, Days, days_of
from dateline.export.facts.states import country_name, first_order_division, gleditsch_ward, ucdp_region
from dateline.export.facts.tabular import high_of, one_line, write_table
from dateline.export.facts.wording import doubts
from dateline.model.fact import Event, PlaceAt
from dateline.model.portion import Portion, ReportCard

COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id"),
    *("conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a"),
    *("side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office"),
    *("source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description"),
    *("adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region"),
    *("event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians"),
    *("deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"),
)
UNKNOWN_ID = -1
"""In place of the ids that UCDP alone gives out."""
ASSIGNED_BY_UCDP = (
    *("id", "conflict_dset_id", "conflict_new_id", "dyad_dset_id", "dyad_new_id"),
    *("side_a_dset_id", "side_a_new_id", "side_b_dset_id", "side_b_new_id"),
)
LONGEST_CLEAR = 31
"""Days. An event spread over more is taken for a sum that its source made (``event_clarity`` 2)."""


def write_ged(portion: Portion, out: TextIO, options: ExportOptions) -> Outcome:
    """Write the events that UCDP's rules take; the others are left out with the rule."""
    left = LeftOut()
    count = write_table(out, COLUMNS, _rows(portion, left))
    notes = (f"-1 stands for ids that UCDP gives out: {', '.join(ASSIGNED_BY_UCDP)}; relid holds Dateline's id",)
    return Outcome(counts={"events": count}, left_out=left.by_reason, notes=notes)


def _rows(portion: Portion, left: LeftOut) -> Iterator[dict[str, Any]]:
    for event in portion.events:
        if reason := why_not(event):
            left.add(reason, event.id)
        else:
            yield _row(portion, event)


def why_not(event: Event) -> str | None:
    """The rule of inclusion that an event does not meet; None when it meets all."""
    killed, days = event.counts.get("killed"), days_of(event)
    checks = {
        REJECTED: event.status == "rejected",
        f"not told as something that happened ({event.modality})": event.modality in ("planned", "possible"),
        "no death is counted": killed is None or killed.best < 1,
        "no place with coordinates": event.place is None or event.place.lat is None or event.place.lon is None,
        "no first or no last day": days is None,
        "the days span more than a year": days is not None and days.ucdp is None,
        "UCDP has no type for it": ged_sides.type_of_violence(event) is None,
        "no organised actor is named on each side": ged_sides.sides(event) is None,
    }
    return next((reason for reason, holds in checks.items() if holds), None)


def _row(portion: Portion, event: Event) -> dict[str, Any]:
    days, place = days_of(event), event.place
    assert days is not None
    assert place is not None
    return {
        **dict.fromkeys(ASSIGNED_BY_UCDP, UNKNOWN_ID),
        "relid": event.id,
        "year": days.first.year,
        "code_status": "; ".join(dict.fromkeys([*doubts(event), event.status])),
        "number_of_sources": event.sources,
        "event_clarity": 1 if days.count <= LONGEST_CLEAR else 2,
        **ged_sides.side_columns(event),
        **_sources(portion, event),
        **_where(place, "; ".join(place_words(portion, event))),
        **_when(days),
        **_deaths(event),
    }


def _sources(portion: Portion, event: Event) -> dict[str, str]:
    cards = reports_of(portion, event)
    return {
        "source_article": ";".join(_article(card) for card in cards),
        "source_office": ";".join(_within(outlet(card)) for card in cards),
        "source_date": ";".join(_iso(card.published) for card in cards),
        "source_headline": ";".join(_within(card.title) for card in cards),
        "source_original": "; ".join(speakers_of(event)),
    }


def _article(card: ReportCard) -> str:
    """``"Office,YYYY-MM-DD,Headline"``, quotation marks within made single."""
    parts = (_within(outlet(card)), _iso(card.published), _within(card.title))
    return f'"{",".join(parts).replace(chr(34), chr(39))}"'


def _within(text: str | None) -> str:
    """A part of a list whose parts a semicolon divides."""
    return one_line(text).replace(";", ",")


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _where(place: PlaceAt, words: str) -> dict[str, Any]:
    assert place.lat is not None
    assert place.lon is not None
    division = first_order_division(place.name, place.geonameid)
    return {
        "where_prec": UCDP_WHERE[place.precision],
        "where_coordinates": place.name,
        "where_description": one_line(words),
        "adm_1": place.name if place.precision == "province" else division,
        "adm_2": place.name if place.precision == "district" else None,
        "latitude": place.lat,
        "longitude": place.lon,
        "geom_wkt": f"POINT ({place.lon} {place.lat})",
        "priogrid_gid": priogrid(place.lat, place.lon),
        "country": country_name(place.country),
        "country_id": gleditsch_ward(place.country),
        "region": ucdp_region(place.country),
    }


def priogrid(lat: float, lon: float) -> int:
    """The cell of the PRIO-GRID, half a degree wide, 720 to a row from the south-west; degrees WGS84."""
    row, column = min(floor((lat + 90) / 0.5), 359), min(floor((lon + 180) / 0.5), 719)
    return row * 720 + column + 1


def _when(days: Days) -> dict[str, Any]:
    return {
        "date_prec": days.ucdp,
        "date_start": f"{days.first.isoformat()} 00:00:00.000",
        "date_end": f"{days.last.isoformat()} 00:00:00.000",
    }


def _deaths(event: Event) -> dict[str, int]:
    """The best number under the side that it fell on, zero elsewhere; ``best`` is their sum."""
    tally = event.counts["killed"]
    columns = dict.fromkeys(("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"), 0)
    columns[ged_sides.whose_deaths(event)] = tally.best
    return {**columns, "best": tally.best, "high": high_of(tally), "low": tally.low}
