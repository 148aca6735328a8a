"""Writing a world to files: ``reports.jsonl``, ``truth.jsonl``, ``world.json``. Keys are the fields of ``nouns``."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.world.nouns import World


def write(world: World, folder: Path) -> None:
    """Make the folder if need be and write the three files, UTF-8."""
    folder.mkdir(parents=True, exist_ok=True)
    _lines(folder / "reports.jsonl", (asdict(report) for report in world.reports))
    _lines(folder / "truth.jsonl", (asdict(truth) for truth in world.truths))
    truth = {
        "actors": [asdict(actor) for actor in world.actors],
        "events": [asdict(event) for event in world.events],
        "relations": [asdict(relation) for relation in world.relations],
    }
    (folder / "world.json").write_text(_json(truth, indent=1) + "\n", encoding="utf-8")


def _lines(path: Path, records: Iterable[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as out:
        out.writelines(_json(record) + "\n" for record in records)


def _json(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent, default=_day)


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {value!r}")
