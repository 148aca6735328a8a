"""The formats of the record, by name."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from dateline.export.facts import ftm, parquet, sfm, sheets
from dateline.export.facts.acled import write_acled
from dateline.export.facts.dossier import write_dossier
from dateline.export.facts.ged import write_ged
from dateline.export.facts.geo_json import write_geojson
from dateline.export.facts.graphs import write_gexf, write_graphml
from dateline.export.facts.options import ExportOptions, Outcome
from dateline.export.facts.plover import write_plover
from dateline.export.facts.polecat import write_polecat
from dateline.export.facts.web_annotation import write_web_annotation
from dateline.model.portion import Portion

WriteFile = Callable[[Portion, TextIO, ExportOptions], Outcome]
WriteFolder = Callable[[Portion, Path, ExportOptions], Outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactFormat:
    """A form in which the record leaves Dateline. It has one of the two functions."""

    name: str
    help: str
    """One line."""
    suffix: str
    """Of the file; empty for a folder."""
    write_file: WriteFile | None = None
    write_folder: WriteFolder | None = None
    files: tuple[str, ...] = ()
    """Names of the files in the folder, the manifest aside."""

    @property
    def is_folder(self) -> bool:
        return self.write_folder is not None


def _file(name: str, suffix: str, write: WriteFile, words: str) -> FactFormat:
    return FactFormat(name=name, help=words, suffix=suffix, write_file=write)


def _folder(name: str, files: tuple[str, ...], write: WriteFolder, words: str) -> FactFormat:
    return FactFormat(name=name, help=words, suffix="", write_folder=write, files=files)


_ALL = (
    _folder(
        "csv", sheets.FILES, sheets.write_sheets, "plain tables for spreadsheets: events, relations, actors, claims"
    ),
    _folder("parquet", parquet.FILES, parquet.write_parquet, "the same tables, typed, for analysis (needs pyarrow)"),
    _file("ucdp-ged", ".csv", write_ged, "UCDP GED events, 49 columns: deadly events with a place, days and sides"),
    _file("acled", ".csv", write_acled, "ACLED events, 31 columns"),
    _file("plover", ".jsonl", write_plover, "PLOVER events as JSON lines"),
    _file("polecat", ".txt", write_polecat, "POLECAT events, tab-separated, 40 columns"),
    _folder("sfm", sfm.FILES, sfm.write_sfm, "Security Force Monitor: units, persons, incidents, sources and claims"),
    _folder("ftm", ftm.FILES, ftm.write_ftm, "FollowTheMoney 4: entities and statements (needs followthemoney)"),
    _folder("ftm3", ftm.FILES, ftm.write_ftm3, "FollowTheMoney for readers of version 3, such as older Alephs"),
    _file("geojson", ".geojson", write_geojson, "events for maps, with precision and radius"),
    _file("webannotation", ".jsonld", write_web_annotation, "each claim on its words, as W3C Web Annotations"),
    _file("gexf", ".gexf", write_gexf, "actors and relations over time, for Gephi (needs networkx)"),
    _file("graphml", ".graphml", write_graphml, "actors and relations as GraphML (needs networkx)"),
    _file("html", ".html", write_dossier, "a dossier in one page: actors, command, events, every fact with its words"),
)
FACT_FORMATS: dict[str, FactFormat] = {form.name: form for form in _ALL}
