"""The claims of one report as a person reads them: what, who, whom, where, when, on whose word, and the sentence."""

import textwrap
from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from dateline.cli.words import printable
from dateline.model.record import ClaimRecord

if TYPE_CHECKING:
    from dateline.store import StoredClaim

NARROWEST = 60
ID_WIDTH = 13
GAP = 2
COLUMNS = {"what": 14, "who": 14, "whom": 14, "where": 11, "when": 11, "says": 11}
"""Widths that with the id and the gaps make 100 columns."""

MARK_STYLE = {"not": "bold red", "planned": "bold yellow", "possible": "bold yellow", "alleged": "bold yellow"}


def claims_of_report(claims: "list[StoredClaim]", width: int) -> Iterator[Text]:
    """Line by line: a heading for the report, then for each claim a row and the words of the report, then a blank line.

    Laid out here and not by rich's tables, which take milliseconds for a row.
    """
    width = max(width, NARROWEST)
    widths = column_widths(width)
    yield from _heading(claims[0], width)
    yield Text(_line("claim", list(widths), widths), style="bold")
    for claim in claims:
        yield from _row(claim, widths)
        for line in _wrapped(f"“{printable(claim.record['quote'])}”", width - GAP):
            yield Text(" " * GAP + line, style="dim italic")
    yield Text()


def column_widths(width: int) -> dict[str, int]:
    """The widths of the columns in a screen of ``width`` columns: the room shared out in proportion."""
    room = width - ID_WIDTH - GAP * len(COLUMNS)
    whole = sum(COLUMNS.values())
    return {name: share * room // whole for name, share in COLUMNS.items()}


def marks(record: ClaimRecord) -> list[str]:
    """What keeps a claim from saying plainly that it happened: ``not``, ``planned``, ``possible``, ``alleged``."""
    negated = ["not"] if record["polarity"] == "negated" else []
    return negated + ([record["modality"]] if record["modality"] != "actual" else [])


def _heading(claim: "StoredClaim", width: int) -> Iterator[Text]:
    published = claim.report_published.isoformat() if claim.report_published else None
    parts = [published, claim.report_publisher, claim.report_title or claim.report_source]
    words = " · ".join([claim.report_id, *(printable(part) for part in parts if part)])
    for number, line in enumerate(_wrapped(words, width)):
        heading = Text(line)
        if number == 0:
            heading.stylize("bold cyan", 0, len(claim.report_id))
        yield heading


def _row(claim: "StoredClaim", widths: dict[str, int]) -> Iterator[Text]:
    """The lines of one claim: marks first, in capitals, each on its own line, so that they stand out without colour."""
    cells = [_wrapped(cell, width) for cell, width in zip(_cells(claim), widths.values(), strict=True)]
    marked = marks(claim.record)
    cells[0] = [*(mark.upper() for mark in marked), *cells[0]]
    for number, parts in enumerate(zip_longest(*cells, fillvalue="")):
        line = Text(_line(claim.record["id"] if number == 0 else "", list(parts), widths))
        if number < len(marked):
            line.stylize(MARK_STYLE[marked[number]], ID_WIDTH + GAP, ID_WIDTH + GAP + len(marked[number]))
        if claim.superseded:
            line.stylize("dim")
        yield line


def _cells(claim: "StoredClaim") -> list[str]:
    record = claim.record
    what = "/".join(part for part in (record["type"], record["mode"]) if part)
    if claim.superseded:
        what += " (superseded)"
    when = record["when"]["edtf"].replace("/", "/ ") if record["when"] else ""
    named = (record["subject"], record["object"], record["place"], when, record["said_by"])
    return [what, *(printable(part or "") for part in named)]


def _line(name: str, parts: list[str], widths: dict[str, int]) -> str:
    cells = [set_cell_size(part, width) for part, width in zip(parts, widths.values(), strict=True)]
    return (" " * GAP).join([name.ljust(ID_WIDTH), *cells]).rstrip()


def _wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most so many columns of the screen; a letter of Chinese takes two."""
    lines: list[str] = []
    for piece in textwrap.wrap(text, width, break_on_hyphens=False):
        line = ""
        for letter in piece:
            if cell_len(line + letter) > width:
                lines.append(line)
                line = ""
            line += letter
        lines.append(line)
    return lines or [""]
