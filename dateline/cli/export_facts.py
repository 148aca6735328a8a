"""The part of ``dateline export`` that writes facts: a portion of the record in a form of the field."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.cli.fact_filter import asked_record, fact_filter
from dateline.cli.progress import progress
from dateline.cli.words import counted, say
from dateline.errors import BadArgument
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.model.fact import Fact, Status
    from dateline.record import FactFilter, Record

CALLED = {"facts-csv": "csv"}
"""Formats of facts that have another name here, since that of claims is older."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsAsked:
    """How the user chose facts; None: not asked for."""

    actor: str | None = None
    type: str | None = None
    place: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    as_of: str | None = None
    status: "Status | None" = None
    sources: int | None = None

    def given(self) -> dict[str, str]:
        """What was asked for, for the manifest."""
        names = {"date_from": "from", "date_to": "to", "as_of": "as-of"}
        values = ((names.get(name, name), getattr(self, name)) for name in self.__dataclass_fields__)
        return {name: str(value) for name, value in values if value is not None}


def export_facts(
    form: str,
    asked: FactsAsked,
    settings: Settings,
    out: Path | None,
    *,
    protect: bool = True,
    codebook: str | None = None,
    made: date | None = None,
) -> dict[str, Any]:
    """Write the facts asked for; returns the manifest. ``made``: the day of the export, None for today (UTC).

    Raises RunStopped when the store or the file fails, BadArgument for what cannot be asked.
    """
    from dateline.export.facts import FACT_FORMATS, Codebook, ExportOptions
    from dateline.export.facts import export_facts as write

    fact_format = FACT_FORMATS[CALLED.get(form, form)]
    if out is None and fact_format.is_folder:
        raise BadArgument(f"{form} is a folder of several files: name it with --out FOLDER")
    options = ExportOptions(
        made=made or datetime.now(UTC).date(),
        filters=asked.given(),
        codebook=Codebook(name=codebook) if codebook else Codebook(),
        protect=protect,
    )
    with asked_record(settings) as record:
        with progress("Collecting facts", None) as advance:
            portion = record.portion(_advancing(record.facts(_filter(asked, record)), advance))
        hidden = sum(actor.protection != "public" for actor in portion.actors.values())
        manifest = write(portion, fact_format, out, options)
    say(_told(manifest, out, hidden if protect else None, form))
    return manifest


def _filter(asked: FactsAsked, record: "Record") -> "FactFilter":
    return fact_filter(
        record,
        actor=asked.actor,
        fact_type=asked.type,
        place=asked.place,
        as_of=asked.as_of,
        date_from=asked.date_from,
        date_to=asked.date_to,
        status=asked.status,
        sources=asked.sources or 0,
        described=True,
    )


def _advancing(facts: "Iterable[Fact]", advance: Any) -> "Iterator[Fact]":
    for fact in facts:
        yield fact
        advance()


def _told(manifest: Mapping[str, Any], out: Path | None, hidden: int | None, form: str) -> str:
    """``12 events, 3 relations written to x; 4 left out: no day (3), no place (1); 2 people masked``."""
    counts = ", ".join(f"{number:,} {name}" for name, number in manifest["counts"]["written"].items()) or "nothing"
    parts = [f"{form}: {counts} written{f' to {out}' if out else ''}"]
    if left_out := manifest["left_out"]:
        reasons = ", ".join(f"{one['reason']} ({one['count']:,})" for one in left_out)
        parts.append(f"{sum(one['count'] for one in left_out):,} left out: {reasons}")
    if hidden is None:
        parts.append("people are not masked: keep it to yourself")
    else:
        parts.append(f"{counted(hidden, 'person').replace('persons', 'people')} masked")
    return "; ".join(parts)
