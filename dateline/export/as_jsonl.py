"""JSON lines: one claim a line, UTF-8, nothing left out."""

import json
from collections.abc import Iterable
from typing import Any, TextIO

LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""JSON leaves these as they are, and some readers take them for the end of a line."""


def write_jsonl(records: Iterable[dict[str, Any]], out: TextIO) -> int:
    """Write each record on a line of its own; returns how many."""
    count = 0
    for record in records:
        out.write(json_line(record))
        count += 1
    return count


def json_line(record: dict[str, Any]) -> str:
    """The record as one line with its end; letters stay readable."""
    return f"{json.dumps(record, ensure_ascii=False).translate(LINE_ENDS)}\n"
