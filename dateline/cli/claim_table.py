"""The claims of one report as a person reads them: what, who, whom, where, when, on whose word, and the sentence."""

from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli.words import printable
from dateline.model.record import ClaimRecord

if TYPE_CHECKING:
    from dateline.store import StoredClaim

ID_WIDTH = 13
GAP = 2
COLUMNS = {"what": 14, "who": 15, "whom": 14, "where": 11, "when": 10, "says": 11}
"""Widths that with the id and the gaps make 100 columns."""


def claims_of_report(claims: "list[StoredClaim]", width: int) -> Group:
    """A heading for the report, a row for each claim, and below each row the words of the report."""
    widths = column_widths(width)
    parts: list[Any] = [_heading(claims[0]), _row(Text("claim"), [Text(name) for name in widths], widths, "bold")]
    for claim in claims:
        style = "dim" if claim.superseded else ""
        name = Text(claim.record["id"])
        parts.append(_row(name, _cells(claim), widths, style))
        parts.append(Padding(Text(f"“{printable(claim.record['quote'])}”", style="italic dim"), (0, 0, 0, GAP)))
    return Group(*parts, Text())


def column_widths(width: int) -> dict[str, int]:
    """The widths of the columns in a screen of ``width`` columns, at least 60; the room is shared out in proportion."""
    room = max(width, 60) - ID_WIDTH - GAP * len(COLUMNS)
    whole = sum(COLUMNS.values())
    return {name: share * room // whole for name, share in COLUMNS.items()}


def marks(record: ClaimRecord) -> list[str]:
    """What keeps a claim from saying plainly that it happened: ``not``, ``planned``, ``possible``, ``alleged``."""
    negated = ["not"] if record["polarity"] == "negated" else []
    return negated + ([record["modality"]] if record["modality"] != "actual" else [])


def _heading(claim: "StoredClaim") -> Text:
    published = claim.report_published.isoformat() if claim.report_published else None
    rest = [published, claim.report_publisher, claim.report_title or claim.report_source]
    heading = Text(claim.report_id, style="bold cyan")
    for part in rest:
        if part:
            heading.append(f" · {printable(part)}", style="default")
    return heading


def _row(name: Text, cells: list[Text], widths: dict[str, int], style: str) -> Table:
    table = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    table.add_column(width=ID_WIDTH, no_wrap=True)
    for width in widths.values():
        table.add_column(width=width, overflow="fold")
    table.add_row(name, *cells, style=style)
    return table


def _cells(claim: "StoredClaim") -> list[Text]:
    record = claim.record
    what = Text()
    for mark in marks(record):
        what.append(f"{mark.upper()} ", style="bold red" if mark == "not" else "bold yellow")
    what.append("/".join(part for part in (record["type"], record["mode"]) if part))
    if claim.superseded:
        what.append(" (superseded)")
    when = record["when"]["edtf"] if record["when"] else ""
    named = (record["subject"], record["object"], record["place"], when.replace("/", "/\u200b"), record["said_by"])
    return [what, *(Text(printable(part or "")) for part in named)]
