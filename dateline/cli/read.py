"""``dateline read``: show what reports claim, without a store."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from dateline.cli.add import SourcesArgument
from dateline.cli.ingest_options import ingest_options
from dateline.cli.options import (
    AllowPrivateOption,
    ColumnOption,
    EncodingOption,
    JsonOption,
    MaxMegabytesOption,
    ModelOption,
    PublishedOption,
    VerboseOption,
)
from dateline.cli.progress import progress
from dateline.cli.words import counted, say
from dateline.errors import ReportSkipped
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.ingest import IngestOptions
    from dateline.model import Reading, Report


def read_command(
    sources: SourcesArgument,
    published: PublishedOption = None,
    as_json: JsonOption = False,
    encoding: EncodingOption = None,
    columns: ColumnOption = None,
    max_megabytes: MaxMegabytesOption = None,
    allow_private: AllowPrivateOption = False,
    model: ModelOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Show what reports claim, on whose word. Nothing is stored.

    For each claim: what, who, whom, where, when, who says so, and below it the words of the report. `NOT`, `PLANNED`,
    `POSSIBLE` and `ALLEGED` stand before what did not simply happen. An empty last column is the report's own voice.

    **Examples:**

    - `dateline read report.txt --published 2012-12-03`
    - `dateline read - < report.html`
    - `dateline read archive/ --json > readings.jsonl`
    """
    options = ingest_options(
        published=published,
        encoding=encoding,
        columns=columns,
        max_megabytes=max_megabytes,
        allow_private=allow_private,
    )
    tally = read(sources, options, Settings.build(model=model), as_json=as_json)
    raise typer.Exit(3 if tally["skipped"] else 0)


def read(sources: list[str], options: "IngestOptions", settings: Settings, *, as_json: bool) -> Counter[str]:
    """Read and print; returns how many reports and claims there were, and how many items were skipped.

    Raises BadArgument for a day of publication that cannot be, RunStopped when the reader cannot go on.
    """
    from dateline.ingest import collect, expand
    from dateline.pipeline import Reader

    reader = Reader(settings.model) if settings.model else Reader()
    tally: Counter[str] = Counter()
    with progress("Reading", len(expand(sources))) as advance:
        for item in collect(sources, options):
            _read_one(item, reader.read, tally, as_json=as_json)
            advance()
    skipped = f", {tally['skipped']} skipped" if tally["skipped"] else ""
    say(f"{counted(tally['reports'], 'report')} read, {counted(tally['claims'], 'claim')}{skipped}")
    return tally


def _read_one(item: "Report | ReportSkipped", read_report: "_ReadsOne", tally: Counter[str], *, as_json: bool) -> None:
    if isinstance(item, ReportSkipped):
        tally["skipped"] += 1
        say(f"skipped {item.source}: {item.reason}")
        return
    reading = read_report(item)
    tally["reports"] += 1
    tally["claims"] += len(reading.claims)
    if as_json:
        from dateline.model.record import to_record

        typer.echo(json.dumps(to_record(reading), ensure_ascii=False))
    else:
        from dateline.cli.reading_view import reading_lines
        from dateline.cli.tables import console

        screen = console()
        _print_lines(screen, reading_lines(reading, screen.width))


if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    _ReadsOne = Callable[[Report], Reading]


def _print_lines(screen: "Any", lines: "Iterable[Any]") -> None:
    for line in lines:
        screen.print(line, soft_wrap=True)
