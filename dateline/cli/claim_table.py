"""The claims of one report as a person reads them: what, who, whom, where, when, on whose word, and the sentence."""

import textwrap
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from dateline.cli.words import printable
from dateline.model.date_span import edtf_in_words
from dateline.model.record_types import ClaimRecord

if TYPE_CHECKING:
    from dateline.store import StoredClaim

NARROWEST = 60
ID_WIDTH = 13
GAP = 2
COLUMNS = {"what": 14, "who": 14, "whom": 14, "where": 11, "when": 11, "says": 11}
"""Shares of the room that is left beside the label and the gaps; with an id they are columns of a screen of 100."""

MARK_STYLE = {"not": "bold red", "planned": "bold yellow", "possible": "bold yellow", "alleged": "bold yellow"}


def claims_of_report(claims: "list[StoredClaim]", width: int) -> Iterator[Text]:
    """Line by line: a heading for the report, then for each claim a row and the words of the report, then a blank line.

    Laid out here and not by rich's tables, which take milliseconds for a row.
    """
    width = max(width, NARROWEST)
    yield from _heading(claims[0], width)
    yield from claim_lines([(claim.record["id"], claim.record, claim.superseded) for claim in claims], width)
    yield Text()


def claim_lines(
    claims: Iterable[tuple[str, ClaimRecord, bool]], width: int, *, head: str = "claim", label_width: int = ID_WIDTH
) -> Iterator[Text]:
    """Column heads, then each claim and the words of the report. A claim comes with a label and whether it is
    superseded.
    """
    widths = {"label": label_width, **column_widths(width, label_width)}
    yield Text(_line([head, *list(widths)[1:]], widths), style="bold")
    for label, record, superseded in claims:
        yield from _row(label, record, widths, superseded=superseded)
        for line in wrapped(f"“{printable(record['quote'])}”", width - GAP):
            yield Text(" " * GAP + line, style="dim italic")


def column_widths(width: int, label_width: int = ID_WIDTH) -> dict[str, int]:
    """The widths of the columns in a screen of ``width`` columns: the room shared out in proportion."""
    room = width - label_width - GAP * len(COLUMNS)
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
    for number, line in enumerate(wrapped(words, width)):
        heading = Text(line)
        if number == 0:
            heading.stylize("bold cyan", 0, len(claim.report_id))
        yield heading


def _row(label: str, record: ClaimRecord, widths: dict[str, int], *, superseded: bool) -> Iterator[Text]:
    """The lines of one claim: marks first, in capitals, each on its own line, so that they stand out without colour."""
    texts = [label, *_cells(record, superseded)]
    cells = [wrapped(cell, width) for cell, width in zip(texts, widths.values(), strict=True)]
    marked = marks(record)
    cells[1] = [*(mark.upper() for mark in marked), *cells[1]]
    indent = widths["label"] + GAP
    for number, parts in enumerate(zip_longest(*cells, fillvalue="")):
        line = Text(_line(list(parts), widths))
        if number < len(marked):
            line.stylize(MARK_STYLE[marked[number]], indent, indent + len(marked[number]))
        if superseded:
            line.stylize("dim")
        yield line


def _cells(record: ClaimRecord, superseded: bool) -> list[str]:
    what = "/".join(part for part in (record["type"], record["mode"]) if part)
    if len(what) > COLUMNS["what"]:
        what = what.replace("/", "/ ")  # to break there and not within a word
    if superseded:
        what += " (superseded)"
    when = edtf_in_words(record["when"]["edtf"]) if record["when"] else ""
    named = (record["subject"], record["object"], record["place"], when, record["said_by"])
    return [what, *(printable(part or "") for part in named)]


def _line(parts: list[str], widths: dict[str, int]) -> str:
    cells = [set_cell_size(part, width) for part, width in zip(parts, widths.values(), strict=True)]
    return (" " * GAP).join(cells).rstrip()


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most so many columns of the screen; a letter of Chinese takes two."""
    lines: list[str] = []
    for piece in textwrap.wrap(text, width, break_on_hyphens=False):
        if piece.isascii():  # a column for each letter, which is what the pieces were made by
            lines.append(piece)
            continue
        line = ""
        for letter in piece:
            if cell_len(line + letter) > width:
                lines.append(line)
                line = ""
            line += letter
        lines.append(line)
    return lines or [""]
