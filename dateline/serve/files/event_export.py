"""The events that a page shows, as a file to take away: through the exports of the record, masked like these."""

import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from dateline.export.facts import FACT_FORMATS, ExportOptions, export_facts
from dateline.export.facts.run import manifest_path
from dateline.record import Record
from dateline.serve.asked.event_query import Meant
from dateline.serve.shown.event_rows import conditions_of, ids_of

Form = Literal["csv", "zip", "geojson"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A file that was made."""

    content: bytes
    name: str
    media_type: str
    events: int


def taken(record: Record, meant: Meant, form: Form, *, made: date, given: Mapping[str, str], protect: bool) -> Taken:
    """``csv``: the table of events. ``zip``: that with actors, claims and the manifest. ``geojson``: for maps.

    Raises RunStopped when the store or the disk fails.
    """
    events = list(record.events(meant.wanted))
    if meant.off_map:
        kept = ids_of(record.view, conditions_of(meant))
        events = [event for event in events if event.id in kept]
    options = ExportOptions(made=made, filters=given, protect=protect)
    name = f"dateline-events-{made}-{'masked' if protect else 'UNMASKED'}"
    fact_format = FACT_FORMATS["geojson" if form == "geojson" else "csv"]
    with tempfile.TemporaryDirectory(prefix="dateline-export-") as folder:
        to = Path(folder) / (name if fact_format.is_folder else f"{name}.geojson")
        export_facts(record.portion(events), fact_format, to, options)
        if form == "geojson":
            content, media_type = to.read_bytes(), "application/geo+json"
        elif form == "csv":
            content, media_type = (to / "events.csv").read_bytes(), "text/csv; charset=utf-8"
        else:
            content, media_type = _zipped(to, manifest_path(fact_format, to)), "application/zip"
    return Taken(content=content, name=f"{name}.{form}", media_type=media_type, events=len(events))


def _zipped(folder: Path, manifest: Path) -> bytes:
    """All files of a folder, the manifest first."""
    packed = folder.with_suffix(".zip")
    others = sorted(path for path in folder.iterdir() if path != manifest)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in (manifest, *others):
            archive.write(path, f"{folder.name}/{path.name}")
    return packed.read_bytes()
