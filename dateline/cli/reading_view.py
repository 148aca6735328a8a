"""One reading as a person reads it: what the report is, then its claims."""

from collections.abc import Iterator

from rich.text import Text

from dateline.cli.claim_table import NARROWEST, claim_lines, wrapped
from dateline.cli.words import counted, printable
from dateline.model import Reading, Report
from dateline.model.record import claim_record

DOUBTED = "Doubted: words state it, and most such claims turn out wrong. No part of the record."
NO_CLAIMS = "No claims about conflict or politics were found in this report."


def reading_lines(reading: Reading, width: int) -> Iterator[Text]:
    """Line by line: title, where the report is from and when, then each claim with its words, then a blank line."""
    width = max(width, NARROWEST)
    report = reading.report
    for line in wrapped(printable(report.title or report.source), width):
        yield Text(line, style="bold cyan")
    for line in wrapped(" · ".join(printable(part) for part in _about(report)), width):
        yield Text(line, style="dim")
    for note in report.notes:
        yield Text(f"note: {printable(note)}", style="yellow")
    yield Text()
    if reading.claims:
        records = [claim_record(claim) for claim in reading.claims]
        numbered = [(str(number), record, False) for number, record in enumerate(records, 1)]
        yield from claim_lines(numbered, width, head="", label_width=3)
    else:
        none = f"Nothing is claimed of it: the report is {reading.silence}." if reading.silence else NO_CLAIMS
        yield from (Text(line) for line in wrapped(printable(none), width))
    if reading.doubted:
        yield Text()
        yield from (Text(line, style="yellow") for line in wrapped(DOUBTED, width))
        doubted = [("?", claim_record(claim), False) for claim in reading.doubted]
        yield from claim_lines(doubted, width, head="", label_width=3)
    yield Text()


def _about(report: Report) -> Iterator[str]:
    if report.title:
        yield report.source
    if report.publisher:
        yield report.publisher
    if report.published:
        yield f"published {report.published.day.isoformat()} (from {_basis(report)})"
    else:
        yield "no day of publication: with --published, “Monday” or “3 May” become dates"
    if report.dateline and report.dateline.place:
        yield f"filed from {report.dateline.place}"
    if report.furniture:
        yield f"{counted(len(report.furniture), 'piece')} of page furniture left out"


def _basis(report: Report) -> str:
    published = report.published
    if published is None:
        return ""
    words = {"user": "--published", "metadata": "the page's metadata", "text": "the text", "file name": "the file name"}
    return words[published.basis]
