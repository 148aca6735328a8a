"""JSON lines: one claim a line, UTF-8, nothing left out."""

import json
from collections.abc import Iterable
from typing import Any, TextIO


def write_jsonl(records: Iterable[dict[str, Any]], out: TextIO) -> int:
    """Write each record on a line of its own; returns how many."""
    count = 0
    for record in records:
        out.write(json_line(record))
        count += 1
    return count


def json_line(record: dict[str, Any]) -> str:
    """The record as one line with its end. U+2028 and U+2029, which some readers take for line ends, are escaped."""
    line = json.dumps(record, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{line}\n"
