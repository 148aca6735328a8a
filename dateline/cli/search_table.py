"""The table of ``dateline search``."""

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from dateline.cli.words import printable

if TYPE_CHECKING:
    from dateline.store import Hit


def search_table(hits: "list[Hit]") -> Table:
    """Two rows a hit: where it is, and the words around it with the matches in bold."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("report", no_wrap=True, min_width=17)
    table.add_column("claim", no_wrap=True, min_width=13)
    table.add_column("published", no_wrap=True, min_width=10)
    table.add_column("title, and what fits", overflow="fold")
    for hit in hits:
        published = hit.published.isoformat() if hit.published else Text("not known", style="dim")
        table.add_row(hit.report_id, hit.claim_id or "", published, Text(printable(hit.title or "")))
        table.add_row("", "", "", _snippet(hit))
    return table


def _snippet(hit: "Hit") -> Text:
    shown = Text("".join(letter if letter.isprintable() else " " for letter in hit.snippet), style="dim")
    for first, last in hit.matches:
        shown.stylize("not dim bold", first, last)
    return shown
