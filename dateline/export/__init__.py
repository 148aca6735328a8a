"""Claims out of Dateline, one file per format. Each takes the records that ``dateline claims --json`` prints."""

from collections.abc import Callable, Iterable
from typing import Any, TextIO

from dateline.export.as_csv import write_csv
from dateline.export.as_jsonl import write_jsonl
from dateline.export.destination import destination

Write = Callable[[Iterable[dict[str, Any]], TextIO], int]
"""Writes the records and returns how many there were."""

FORMATS: dict[str, Write] = {"csv": write_csv, "jsonl": write_jsonl}

__all__ = ["FORMATS", "Write", "destination", "write_csv", "write_jsonl"]
