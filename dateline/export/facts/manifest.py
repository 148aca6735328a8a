"""What goes with every export: how it was chosen and made, and what is in it, so that a reader can hold it to that."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline import __version__
from dateline.export.facts.options import ExportOptions, Outcome
from dateline.model.portion import Portion

PROTECTED_NOTE = (
    "People who are not public are masked. Offsets of claims count the masked text; the SHA-256 of a report is that of "
    "the bytes as they were published."
)


def manifest(
    name: str, portion: Portion, options: ExportOptions, outcome: Outcome, files: Sequence[Path]
) -> dict[str, Any]:
    """The manifest of an export of the format ``name``, as it goes to JSON. ``files`` are read for their digests."""
    return {
        "format": name,
        "made": options.made.isoformat(),
        "dateline": __version__,
        "readers": sorted({said.reader for said in portion.claims.values()}),
        "codebook": {"name": options.codebook.name, "version": options.codebook.version},
        "filters": dict(options.filters),
        "protected": options.protect,
        "notes": [*([PROTECTED_NOTE] if options.protect else []), *outcome.notes],
        "counts": {**_given(portion), "written": dict(outcome.counts)},
        "left_out": [_left_out(reason, ids) for reason, ids in outcome.left_out.items()],
        "files": [_file(path) for path in files],
    }


def write_manifest(content: Mapping[str, Any], path: Path) -> None:
    path.write_text(f"{json.dumps(content, ensure_ascii=False, indent=2)}\n", encoding="utf-8")


def _given(portion: Portion) -> dict[str, int]:
    """How much the portion holds, whatever the format has place for."""
    return {
        "events": len(portion.events),
        "relations": len(portion.relations),
        "actors": len(portion.actors),
        "claims": len(portion.claims),
        "reports": len(portion.reports),
    }


def _left_out(reason: str, ids: Sequence[str]) -> dict[str, Any]:
    return {"reason": reason, "count": len(ids), "ids": list(ids)}


def _file(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    return {"name": path.name, "sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
