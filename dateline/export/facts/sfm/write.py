"""Write the folder: five tables of the spreadsheet import, and the claims of the handbook with their citations."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from dateline.export.destination import destination
from dateline.export.facts.evidence import without_rejected
from dateline.export.facts.options import ExportOptions, LeftOut, Outcome
from dateline.export.facts.sfm import columns
from dateline.export.facts.sfm.claims import citation_rows, claim_rows
from dateline.export.facts.sfm.incidents import incident_rows, is_incident, source_rows
from dateline.export.facts.sfm.units import is_told, person_rows, unit_rows
from dateline.export.facts.tabular import write_table
from dateline.model.portion import Portion

Rows = Callable[[Portion], Iterable[dict[str, Any]]]


def no_rows(portion: Portion) -> Iterable[dict[str, Any]]:
    """Births, deaths and accounts are not of what Dateline reads: the table has its header alone."""
    return ()


TABLES: dict[str, tuple[tuple[str, ...], Rows]] = {
    "units.csv": (columns.UNITS, unit_rows),
    "persons.csv": (columns.PERSONS, person_rows),
    "persons_extra.csv": (columns.PERSONS_EXTRA, no_rows),
    "incidents.csv": (columns.INCIDENTS, incident_rows),
    "sources.csv": (columns.SOURCES, source_rows),
    "claims.csv": (columns.CLAIMS, claim_rows),
    "citations.csv": (columns.CITATIONS, citation_rows),
}
FILES = tuple(TABLES)
KEEP_REJECTED = frozenset({"sources.csv", "claims.csv", "citations.csv"})
"""Claims of a rejected fact stay, with the status ``issue``."""


def write_sfm(portion: Portion, folder: Path, options: ExportOptions) -> Outcome:
    """Write the tables into a folder that exists."""
    left, counts = LeftOut(), {}
    kept = without_rejected(portion, left)
    for name, (header, rows) in TABLES.items():
        with destination(folder / name) as out:
            counts[name] = write_table(out, header, rows(portion if name in KEEP_REJECTED else kept))
    for event in kept.events:
        if not is_incident(event):
            left.add("no incident of harm done to people", event.id)
    for relation in kept.relations:
        if not is_told(portion, relation):
            left.add("no posting, superior or place of a named unit", relation.id)
    return Outcome(counts=counts, left_out=left.by_reason)
