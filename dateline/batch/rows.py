"""Readings as rows of the output's tables."""

import json
from collections.abc import Iterator
from typing import Any

from dateline.model.reading import Reading
from dateline.model.record import report_record, to_record
from dateline.model.record_types import AttributionRecord
from dateline.model.report import Report
from dateline.store.rows import claim_rows as stored_rows

Row = dict[str, Any]
COUNTED = ("killed", "injured", "abducted", "arrested", "displaced")


def report_row(report: Report, captured: Any, outcome: str, **more: Any) -> Row:
    """``outcome``: ``read``, ``kept out`` by the gate, or ``copy``."""
    same = ("sha256", "source", "url", "publisher", "author", "title", "language", "media_type", "text")
    record: Row = {**report_record(report)}
    return {
        "report_id": report.id,
        **{name: record[name] for name in same},
        "published": report.published.day if report.published else None,
        "published_basis": report.published.basis if report.published else None,
        "captured": captured,
        "outcome": outcome,
        "claims": 0,
        **more,
    }


def read_row(reading: Reading, captured: Any) -> Row:
    """Of a report that was read: with its bytes and all that was read, so that a store can take it in."""
    record = json.dumps(to_record(reading), ensure_ascii=False)
    more = {"claims": len(reading.claims), "reading": record, "raw": reading.report.raw, "reason": reading.silence}
    return report_row(reading.report, captured, "read", **more)


def attribution_rows(reading: Reading) -> Iterator[Row]:
    """Who is cited, with which words, for what."""
    text = reading.report.text
    for one in to_record(reading)["attributions"]:
        yield _attribution(one, text, reading.report.id)


def _attribution(one: AttributionRecord, text: str, report: str) -> Row:
    return {
        "report_id": report,
        "attribution_id": one["id"],
        **{name: one[name] for name in ("speech", "speaker", "verb", "anonymous")},
        **{name: _words(one[name], text) for name in ("source", "cue", "content")},
        "record": json.dumps(one, ensure_ascii=False),
    }


def _words(spans: list[list[int]], text: str) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def claim_rows(reading: Reading) -> Iterator[Row]:
    """What is claimed, one row a claim, in the columns that a store keeps, with the words by which it is searched."""
    for row in stored_rows(reading):
        counts = row["record"]["counts"]
        yield {
            **row,
            "claim_id": row["id"],
            **{kind: counts[kind]["best"] if kind in counts else None for kind in COUNTED},
            "record": json.dumps(row["record"], ensure_ascii=False),
        }
