"""Read actors from a CSV file of a user's own: Dateline's columns, or as few as name and kind."""

import csv
from collections.abc import Mapping
from pathlib import Path

from dateline.errors import DataFileError
from dateline.knowledge.actor_file import ActorFile, Faults, text_lines
from dateline.knowledge.countries import alpha2
from dateline.knowledge.load import COLUMNS, KnownActor, actor_of_row
from dateline.knowledge.petrarch_actors import slug

FORMAT = "CSV"
NEEDED = ("name", "kind")
SECTOR_OF_KIND = {
    "armed_group": "REB",
    "military": "MIL",
    "police": "COP",
    "government": "GOV",
    "intergovernmental": "IGO",
    "civilians": "CVL",
    "media": "JRN",
}
"""PLOVER's sector where a row gives none; ``UNK`` for the other kinds."""


def read_own_rows(path: Path) -> ActorFile:
    """The actors of a CSV file with a line of headings. Raises DataFileError, naming every malformed line."""
    faults = Faults(path)
    rows = csv.reader((line for _, line in text_lines(path)), strict=True)
    columns = [column.strip().lower() for column in next(rows, [])]
    _check_columns(columns, path)
    actors: list[KnownActor] = []
    lines: dict[str, int] = {}
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                _take(row, columns, rows.line_num, actors, lines, faults)
    except csv.Error as error:
        faults.add(rows.line_num, f"is no CSV: {error}")
    faults.stop_if_any()
    return ActorFile(path=path, format=FORMAT, actors=tuple(actors))


def _check_columns(columns: list[str], path: Path) -> None:
    unknown = [column for column in columns if column not in COLUMNS]
    missing = [column for column in NEEDED if column not in columns]
    if unknown or missing or len(set(columns)) < len(columns):
        raise DataFileError(
            f"{path.name}, line 1: the columns may be {', '.join(COLUMNS)}, each once, and name and kind must be among "
            f"them; they are {', '.join(columns)}"
        )


def _take(
    row: list[str], columns: list[str], line: int, actors: list[KnownActor], lines: dict[str, int], faults: Faults
) -> None:
    """Add the actor of a row to the others, or what is wrong with it to the faults."""
    if len(row) != len(columns):
        faults.add(line, f"{len(row)} columns instead of {len(columns)}")
        return
    values = {column: cell.strip() for column, cell in zip(columns, row, strict=True)}
    prefix = f"{faults.path.name}, line {line}"
    try:
        actor = actor_of_row(_completed(values), prefix)
    except DataFileError as error:
        faults.add(line, str(error).removeprefix(prefix).lstrip(",: "))
        return
    if values.get("key") and values["key"] in lines:
        faults.add(line, f"column key: {actor.key!r} is used already in line {lines[actor.key]}")
    lines.setdefault(actor.key, line)
    actors.append(actor)


def _completed(values: Mapping[str, str]) -> list[str]:
    """The cells of ``COLUMNS``: key and sector made up where they are not given, the country in two letters."""
    whole = {column: values.get(column, "") for column in COLUMNS}
    whole["key"] = whole["key"] or "user-" + slug(whole["name"])
    whole["plover"] = whole["plover"] or SECTOR_OF_KIND.get(whole["kind"], "UNK")
    whole["country"] = alpha2(whole["country"]) or whole["country"]
    return list(whole.values())
