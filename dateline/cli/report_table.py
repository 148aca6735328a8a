"""The table of ``dateline reports``."""

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from dateline.cli.words import printable

if TYPE_CHECKING:
    from dateline.store import StoredReport

MANY_READINGS = 2


def report_table(reports: "list[StoredReport]") -> Table:
    """One row a report; long titles fold, ids never do."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("report", no_wrap=True, min_width=17)
    table.add_column("published", no_wrap=True, min_width=10)
    table.add_column("claims", justify="right", no_wrap=True)
    table.add_column("publisher", overflow="fold", max_width=20)
    table.add_column("title", overflow="fold")
    for report in reports:
        table.add_row(
            report.id,
            report.published.isoformat() if report.published else Text("not known", style="dim"),
            f"{report.claims:,}",
            Text(printable(report.publisher or "")),
            _title(report),
        )
    return table


def _title(report: "StoredReport") -> Text:
    title = Text(printable(report.title or report.source))
    if report.readings >= MANY_READINGS:
        title.append(f"  (read {report.readings} times)", style="dim")
    return title
