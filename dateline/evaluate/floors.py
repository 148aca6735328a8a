"""The lowest figures allowed on the annotated reports that ship with Dateline, kept in ``floors.json``.

A set of reports is pinned by a digest, so that a floor cannot be reached by changing what is measured.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("floors.json")


def load_floors() -> dict[str, Any]:
    """For each set: its ``files`` (below the project's folder), their ``sha256`` and its ``floors``."""
    floors: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return floors


def digest(files: Iterable[Path]) -> str:
    """SHA-256 in hex over the bytes of files, in the order given."""
    total = hashlib.sha256()
    for path in files:
        total.update(path.read_bytes())
    return total.hexdigest()


def figure(figures: Mapping[str, Any], name: str) -> float:
    """The figure called ``claim.p`` or ``attribution.accuracy`` in what ``score_claims`` gives; 0.0 for none graded."""
    slot, _, measure = name.partition(".")
    return float(figures[slot][measure] or 0.0)


def fallen(figures: Mapping[str, Any], floors: Mapping[str, float]) -> list[str]:
    """A line for each figure below its floor."""
    return [
        f"{name} is {figure(figures, name):.4f}, below its floor of {floor}"
        for name, floor in floors.items()
        if figure(figures, name) < floor
    ]
