"""``dateline read``: show what reports claim, without a store."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.add import SourcesArgument
from dateline.cli.ingest_options import ingest_options
from dateline.cli.options import (
    ActorsOption,
    AllowPrivateOption,
    ColumnOption,
    EncoderOption,
    EncodingOption,
    GateOption,
    JsonOption,
    MaxMegabytesOption,
    ModelOption,
    OntologyOption,
    PetrarchVerbsOption,
    PublishedOption,
    VerboseOption,
)
from dateline.cli.progress import progress
from dateline.cli.readers import given_paths, reader_for
from dateline.cli.shows import wanted_shows
from dateline.cli.words import counted, say
from dateline.errors import ReportSkipped
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.cli.shows import Show, Shows
    from dateline.ingest import IngestOptions
    from dateline.model import Reading, Report

ExplainOption = Annotated[
    bool, typer.Option("--explain", help="Print everything that was read, each thing with its reason.")
]
HtmlOption = Annotated[
    Path | None,
    typer.Option("--html", metavar="FILE", help="Write a page that draws what was read over the text; - prints it."),
]


def read_command(
    sources: SourcesArgument,
    published: PublishedOption = None,
    as_json: JsonOption = False,
    explain: ExplainOption = False,
    html: HtmlOption = None,
    encoding: EncodingOption = None,
    columns: ColumnOption = None,
    max_megabytes: MaxMegabytesOption = None,
    allow_private: AllowPrivateOption = False,
    model: ModelOption = None,
    actors: ActorsOption = None,
    ontology: OntologyOption = None,
    petrarch_verbs: PetrarchVerbsOption = None,
    encoder: EncoderOption = None,
    gate: GateOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Show what reports claim, on whose word. Nothing is stored.

    For each claim: what, who, whom, where, when, who says so, and below it the words of the report. `NOT`, `PLANNED`,
    `POSSIBLE` and `ALLEGED` stand before what did not simply happen. An empty last column is the report's own voice.

    **Examples:**

    - `dateline read report.txt --published 2012-12-03`
    - `dateline read - < report.html`
    - `dateline read archive/ --json > readings.jsonl`
    - `dateline read report.txt --explain | less`
    - `dateline read report.txt --html report-read.html`
    """
    shows = wanted_shows(as_json=as_json, explain=explain, html=html)
    options = ingest_options(
        published=published,
        encoding=encoding,
        columns=columns,
        max_megabytes=max_megabytes,
        allow_private=allow_private,
    )
    settings = Settings.build(
        model=model,
        actors=given_paths(actors),
        ontology=given_paths(ontology),
        petrarch_verbs=given_paths(petrarch_verbs),
        encoder=encoder,
        gate=gate,
    )
    tally = read(sources, options, settings, shows)
    raise typer.Exit(3 if tally["skipped"] else 0)


def read(sources: list[str], options: "IngestOptions", settings: Settings, shows: "Shows") -> Counter[str]:
    """Read and show; returns how many reports and claims there were, and how many items the gate kept out or were
    skipped.

    Raises BadArgument for a day of publication that cannot be, RunStopped when the reader or the page cannot go on.
    """
    from dateline.ingest import collect, expand

    reader = reader_for(settings)
    tally: Counter[str] = Counter()
    with shows() as show, progress("Reading", len(expand(sources))) as advance:
        for item in collect(sources, options):
            _read_one(item, reader.read, tally, show)
            advance()
    unread = {"kept out": "kept out by the gate", "skipped": "skipped"}
    told = "".join(f", {tally[name]:,} {words}" for name, words in unread.items() if tally[name])
    say(f"{counted(tally['reports'], 'report')} read, {counted(tally['claims'], 'claim')}{told}")
    return tally


def _read_one(
    item: "Report | ReportSkipped", read_report: "Callable[[Report], Reading]", tally: Counter[str], show: "Show"
) -> None:
    if isinstance(item, ReportSkipped):
        tally["skipped"] += 1
        say(f"skipped {item.source}: {item.reason}")
        return
    reading = read_report(item)
    tally["kept out" if reading.kept_out else "reports"] += 1
    tally["claims"] += len(reading.claims)
    show(reading)
