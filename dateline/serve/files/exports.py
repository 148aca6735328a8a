"""Facts as files: what a page's filters mean, and the files in a folder of their own until they are sent."""

import importlib.util
import re
import shutil
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

from dateline.errors import RunStopped
from dateline.export.facts import FACT_FORMATS, ExportOptions, export_facts
from dateline.export.facts.registry import FactFormat
from dateline.export.facts.run import manifest_path
from dateline.model.days import first_day, last_day, parse_day
from dateline.model.fact import Status
from dateline.record import FactFilter, Record
from dateline.record.places import country_codes

NEEDS = {"parquet": "pyarrow", "ftm": "followthemoney", "ftm3": "followthemoney", "gexf": "networkx"} | {
    "graphml": "networkx"
}
"""Libraries of formats that not every installation has."""
FIRST = ("ucdp-ged", "acled", "csv", "html")
"""Formats that most people come for."""
MOST_AT_ONCE = 2
_making = threading.BoundedSemaphore(MOST_AT_ONCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsWanted:
    """The filters of an export as they stand in an address; empty: not asked for."""

    actor: str = ""
    type: str = ""
    place: str = ""
    date_from: str = ""
    date_to: str = ""
    as_of: str = ""
    status: Status | None = None
    sources: int = 0

    def given(self) -> dict[str, str]:
        """What is asked for, by the names of the command's options: for the manifest, the log and addresses."""
        names = {"date_from": "from", "date_to": "to", "as_of": "as-of"}
        values = ((names.get(one.name, one.name), getattr(self, one.name)) for one in fields(self))
        return {name: str(value) for name, value in values if value}

    def filter(self, record: Record) -> FactFilter:
        """What it means in the record. Raises BadArgument for what cannot be meant, and for an actor not there."""
        wanted = FactFilter(
            actors=frozenset(one.id for one in record.named(self.actor)) if self.actor else None,
            type=self.type or None,
            place=self.place or None,
            countries=country_codes(self.place) if self.place else frozenset(),
            date_from=first_day(self.date_from or None),
            date_to=last_day(self.date_to or None),
            as_of=parse_day(self.as_of) if self.as_of else None,
            status=self.status,
            least_sources=self.sources,
            described_too=True,
        )
        wanted.conditions()  # raises for what cannot be meant
        return wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A format as the page lists it."""

    format: FactFormat
    missing: str | None
    """The library that it needs and that is not installed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file to be sent, in a folder that is to be taken away afterwards."""

    path: Path
    folder: Path
    written: int
    """Lines, over all kinds."""
    left_out: int

    def forget(self) -> None:
        """Take the folder away."""
        shutil.rmtree(self.folder, ignore_errors=True)


def forms() -> list[Form]:
    """All formats, those that most people come for first."""
    names = [*FIRST, *(name for name in FACT_FORMATS if name not in FIRST)]
    return [Form(format=FACT_FORMATS[name], missing=_missing(name)) for name in names]


def _missing(name: str) -> str | None:
    needed = NEEDS.get(name)
    return needed if needed is not None and importlib.util.find_spec(needed) is None else None


def make(record: Record, form: FactFormat, wanted: FactsWanted, *, protect: bool, zipped: bool) -> Made:
    """Write the facts to a file in a folder of its own: as the format has it, or with its manifest in a zip.

    Raises BadArgument for what cannot be asked, RunStopped when it cannot be written or too many are being made.
    """
    asked = wanted.filter(record)
    day = datetime.now(UTC).date()
    options = ExportOptions(made=day, filters=wanted.given(), protect=protect)
    stem = f"dateline-{form.name}-{day}{'' if protect else '-unmasked'}"
    with _turn(), _folder() as folder:
        to = folder / f"{stem}{form.suffix}"
        manifest = export_facts(record.portion(record.facts(asked)), form, to, options)
        path = _zipped(form, to, folder / f"{stem}.zip") if zipped or form.is_folder else to
    counts = manifest["counts"]["written"].values()
    left_out = sum(one["count"] for one in manifest["left_out"])
    return Made(path=path, folder=folder, written=sum(counts), left_out=left_out)


@contextmanager
def _turn() -> Iterator[None]:
    """Each takes all facts into memory, so that there are few at once."""
    if not _making.acquire(timeout=30):
        raise RunStopped(f"{MOST_AT_ONCE} exports are being made already: try again in a moment")
    try:
        yield
    finally:
        _making.release()


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder that stays when all goes well."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-export-"))
    try:
        yield folder
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _zipped(form: FactFormat, written: Path, to: Path) -> Path:
    files = sorted(written.iterdir()) if form.is_folder else [written, manifest_path(form, written)]
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            archive.write(path, f"{written.name}/{path.name}" if form.is_folder else path.name)
    return to


def media_type(path: Path) -> str:
    """What a browser is told: nothing that it would show in place of keeping it."""
    known = {".zip": "application/zip", ".csv": "text/csv; charset=utf-8", ".geojson": "application/geo+json"}
    return known.get(re.sub(r"^.*(?=\.)", "", path.name), "application/octet-stream")
