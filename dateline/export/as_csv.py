"""CSV for spreadsheets and statistics: one claim a row, one value a cell, safe to open."""

import csv
from collections.abc import Iterable
from typing import Any, TextIO

Cell = str | int | float

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a text that begins so for a formula, which may run a program (OWASP, CSV Injection)."""

ACTORS = ("subject", "object", "said_by")
COUNTED = ("killed", "injured", "abducted", "arrested", "displaced", "crowd")
BOUNDS = ("low", "best", "high")

COLUMNS = (
    *("id", "type", "mode", "subject", "subject_entity", "object", "object_entity"),
    *("place", "country", "lat", "lon", "geonameid", "place_precision", "place_radius_km", "place_basis"),
    *("date", "possible_first", "possible_last", "certain_first", "certain_last", "date_basis"),
    *("polarity", "modality", "said_by", "said_by_entity", "speech", "attribution", "role", "weapon"),
    *(f"{name}_{bound}" for name in COUNTED for bound in BOUNDS),
    *("evidence_start", "evidence_end", "quote", "confidence", "reason"),
    *("report_id", "report_title", "report_published", "report_publisher", "report_source", "report_url"),
    *("reader", "superseded"),
    *(f"{part}_{end}" for part in ACTORS for end in ("start", "end")),
    "governed_by",
    *("plover_type", "plover_mode", "plover_reason", "cameo", "cameo_reason"),
    *("acled_event_type", "acled_sub_event_type", "acled_reason", "ucdp_type_of_violence", "ucdp_reason"),
)
"""The header. Columns may be added at the end of a later version, never renamed or moved."""


def write_csv(records: Iterable[dict[str, Any]], out: TextIO) -> int:
    """Write a header and a row for each record; returns how many records. ``out`` must not translate line ends."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    count = 0
    for record in records:
        row = flat(record)
        writer.writerow([cell(row.get(column)) for column in COLUMNS])
        count += 1
    return count


def flat(record: dict[str, Any]) -> dict[str, Any]:
    """The claim with its place, days, counts and spans spread over columns; what an older record lacks stays empty."""
    location, when = record["location"] or {}, record["when"] or {}
    possible, certain = when.get("possible") or [None, None], when.get("certain") or [None, None]
    counts = {f"{name}_{bound}": record["counts"].get(name, {}).get(bound) for name in COUNTED for bound in BOUNDS}
    return {
        **record,
        **{name: location.get(name) for name in ("country", "lat", "lon", "geonameid")},
        **{f"place_{name}": location.get(name) for name in ("precision", "radius_km", "basis")},
        "date": when.get("edtf"),
        "date_basis": when.get("basis"),
        "possible_first": possible[0],
        "possible_last": possible[1],
        "certain_first": certain[0],
        "certain_last": certain[1],
        **counts,
        **_codes(record.get("codes") or {}),
        **_ends("evidence", record["evidence"]),
        **{name: offset for part in ACTORS for name, offset in _ends(part, record.get(f"{part}_span")).items()},
    }


def _codes(codes: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The codes of other codebooks, each with its detail and reason."""
    plover, cameo, acled, ucdp = (codes.get(scheme, {}) for scheme in ("PLOVER", "CAMEO", "ACLED", "UCDP"))
    return {
        "plover_type": plover.get("code"),
        "plover_mode": plover.get("detail"),
        "plover_reason": plover.get("reason"),
        "cameo": cameo.get("code"),
        "cameo_reason": cameo.get("reason"),
        "acled_event_type": acled.get("code"),
        "acled_sub_event_type": acled.get("detail"),
        "acled_reason": acled.get("reason"),
        "ucdp_type_of_violence": ucdp.get("code"),
        "ucdp_reason": ucdp.get("reason"),
    }


def _ends(name: str, span: list[int] | None) -> dict[str, int]:
    return {f"{name}_start": span[0], f"{name}_end": span[1]} if span else {}


def cell(value: Any) -> Cell:
    """One cell: numbers stay numbers, None is empty, lists are joined, and no text can be taken for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return value
    text = "; ".join(str(item) for item in value) if isinstance(value, (list, tuple)) else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
