"""The columns of what a batch writes; ``docs/batch.md`` says what each holds. Text is UTF-8, days are dates, spans are
start and end in code points of the report's text, the end exclusive.
"""

from functools import cache
from typing import Any

from dateline.batch.extra import library

_NAMED = tuple(f"{part}{more}" for part in ("subject", "object", "said_by") for more in ("", "_entity", "_words"))
TABLES = ("reports", "attributions", "claims", "skipped")


@cache
def cleaned() -> Any:
    """Of the first stage: reports, and what was skipped (then ``stage`` says where)."""
    arrow = library("pyarrow")
    words, raw = arrow.string(), arrow.binary()
    return arrow.schema(
        [
            *[(name, words) for name in ("source", "url")],
            ("captured", arrow.timestamp("ms", tz="UTC")),
            *[(name, words) for name in ("stage", "reason", "report_id", "report")],
            ("raw", raw),
            ("words", words),
            ("shingles", arrow.int32()),
            ("hashes", raw),
        ]
    )


@cache
def output(table: str) -> Any:
    """The ``pyarrow.Schema`` of one of ``TABLES``."""
    arrow = library("pyarrow")
    words, number, day = arrow.string(), arrow.float64(), arrow.date32()
    whole = arrow.int64()
    texts = {
        "reports": ("report_id", "sha256", "source", "url", "publisher", "author", "title", "language", "media_type"),
        "attributions": ("report_id", "attribution_id", "speech", "speaker", "verb", "source", "cue", "content"),
        "claims": ("report_id", "claim_id", "type", "mode", *_NAMED, "place", "place_words", "country"),
        "skipped": ("source", "url", "stage", "reason"),
    }
    more = {
        "reports": [
            ("published", day),
            ("published_basis", words),
            ("captured", arrow.timestamp("ms", tz="UTC")),
            ("outcome", words),
            ("reason", words),
            ("copy_of", words),
            ("similarity", number),
            ("claims", whole),
            ("text", words),
            ("reading", words),
            ("raw", arrow.binary()),
        ],
        "attributions": [("anonymous", arrow.bool_()), ("record", words)],
        "claims": [
            *[("lat", number), ("lon", number), ("edtf", words)],
            *[(name, day) for name in ("certain_first", "certain_last", "possible_first", "possible_last")],
            *[(name, words) for name in ("polarity", "modality", "speech", "quote")],
            *[(name, whole) for name in ("position", "evidence_start", "evidence_end")],
            *[(name, whole) for name in ("killed", "injured", "abducted", "arrested", "displaced")],
            *[("confidence", number), ("record", words)],
        ],
        "skipped": [],
    }
    return arrow.schema([*((name, words) for name in texts[table]), *more[table]])
