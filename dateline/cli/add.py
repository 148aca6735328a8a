"""``dateline add``: read reports and keep them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.add_batch import add_batch
from dateline.cli.ingest_options import ingest_options
from dateline.cli.options import (
    ActorsOption,
    AllowPrivateOption,
    ColumnOption,
    EncoderOption,
    EncodingOption,
    GateOption,
    MaxMegabytesOption,
    ModelOption,
    OntologyOption,
    PetrarchVerbsOption,
    PublishedOption,
    StoreOption,
    TimeLimitOption,
    VerboseOption,
)
from dateline.cli.progress import progress
from dateline.cli.readers import given_paths, reader_for
from dateline.cli.words import say
from dateline.errors import BadArgument, ReportSkipped
from dateline.settings import Settings
from dateline.time_limit import TimeLimited

if TYPE_CHECKING:
    from dateline.ingest import IngestOptions
    from dateline.model import Report
    from dateline.store import Store
    from dateline.store.intake import Reads

MOST_NOTES = 20
"""Notes that one run tells on standard error."""

SourcesArgument = Annotated[
    list[str], typer.Argument(metavar="PATH|URL|FOLDER|GLOB|-", help="What to read; - is standard input.")
]
AddedArgument = Annotated[
    list[str] | None, typer.Argument(metavar="PATH|URL|FOLDER|GLOB|-", help="What to read; - is standard input.")
]
FromOption = Annotated[
    str | None,
    typer.Option(
        "--from", metavar="FOLDER", help="Store what `dateline batch` read into this folder, and read nothing."
    ),
]


def add_command(
    sources: AddedArgument = None,
    from_batch: FromOption = None,
    published: PublishedOption = None,
    encoding: EncodingOption = None,
    columns: ColumnOption = None,
    max_megabytes: MaxMegabytesOption = None,
    allow_private: AllowPrivateOption = False,
    store: StoreOption = None,
    model: ModelOption = None,
    actors: ActorsOption = None,
    ontology: OntologyOption = None,
    petrarch_verbs: PetrarchVerbsOption = None,
    encoder: EncoderOption = None,
    gate: GateOption = None,
    time_limit: TimeLimitOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Read reports and keep them, with their claims, in the store.

    What is there already is not read again. A report that a newer Dateline reads differently keeps its older claims,
    marked superseded. Each report is stored as soon as it is read: stop whenever you like, and go on with the same
    command. A report that takes longer than `--time-limit` is named and left out; the others are read. With `--gate`,
    reports that are not likely to be about conflict are kept with a note that says so, and not read.

    **Examples:**

    - `dateline add report.html --published 2012-12-03`
    - `dateline add archive/ 'incoming/*.txt' https://example.org/feed.xml`
    - `dateline add table.csv --column text=body --column published=day`
    - `dateline add --from crawl-2024`
    """
    if bool(sources) == bool(from_batch):
        raise BadArgument("say what to read, or which batch to store with --from, and not both")
    options = ingest_options(
        published=published,
        encoding=encoding,
        columns=columns,
        max_megabytes=max_megabytes,
        allow_private=allow_private,
    )
    settings = Settings.build(
        store=store,
        model=model,
        actors=given_paths(actors),
        ontology=given_paths(ontology),
        petrarch_verbs=given_paths(petrarch_verbs),
        encoder=encoder,
        gate=gate,
        time_limit_seconds=time_limit,
    )
    if from_batch:
        tally = add_batch(from_batch, settings)
        say(summary(tally))
    else:
        tally = add(sources or [], options, settings)
    raise typer.Exit(3 if tally["skipped"] else 0)


def add(sources: list[str], options: "IngestOptions", settings: Settings) -> Counter[str]:
    """Collect, read and store; returns how many were new, reread, unchanged and skipped.

    Raises BadArgument for a day of publication that cannot be, RunStopped when store or reader cannot go on.
    """
    from dateline.ingest import collect, expand
    from dateline.record import bring_up_to_date
    from dateline.store import open_store

    items = collect(sources, options)
    reader = reader_for(settings)
    limited = TimeLimited(reader, settings.time_limit_seconds)
    with open_store(settings.store, wait_seconds=settings.store_wait_seconds) as store:
        tally = add_reports(items, store, limited, total=len(expand(sources)))
        bring_up_to_date(store)
    return tally


def add_reports(
    items: "Iterable[Report | ReportSkipped]", store: "Store", reader: "Reads", *, total: int | None = None
) -> Counter[str]:
    """Read and store the reports, telling of each one skipped and of what a person should know of the new ones, and at
    the end, however it comes, what happened.
    """
    from dateline.store import keep

    notes: dict[str, tuple[str, ...]] = {}
    with _told() as tally, progress("Reading", total) as advance:
        for outcome in keep(_noting(items, notes), store, reader):
            tally[outcome.result] += 1
            if outcome.result == "skipped":
                say(f"skipped {outcome.source}: {outcome.reason}")
            elif outcome.result == "new":
                _tell(outcome.source, notes.get(outcome.source, ()), tally)
            if outcome.silence is not None:
                tally["kept out"] += 1
                _tell(outcome.source, (f"not read: it is {outcome.silence}",), tally)
            advance()
        if tally["notes"] > MOST_NOTES:
            say(f"… and {tally['notes'] - MOST_NOTES:,} more notes; `dateline reports --json` gives them all")
    return tally


def _noting(
    items: "Iterable[Report | ReportSkipped]", notes: dict[str, tuple[str, ...]]
) -> "Iterator[Report | ReportSkipped]":
    """The items as they come; ``notes`` holds those of the last one by its source."""
    for item in items:
        notes.clear()
        if not isinstance(item, ReportSkipped):
            notes[item.source] = item.notes
        yield item


def _tell(source: str, notes: tuple[str, ...], tally: Counter[str]) -> None:
    """Say the notes of a report, as long as there are not too many in the run."""
    for note in notes:
        tally["notes"] += 1
        if tally["notes"] <= MOST_NOTES:
            say(f"note on {source}: {note}")


@contextmanager
def _told() -> Iterator[Counter[str]]:
    """Count, and say the count even when the run is stopped: what was counted is stored."""
    tally: Counter[str] = Counter()
    try:
        yield tally
    except BaseException:
        say(f"stopped after {summary(tally)}")
        raise
    say(summary(tally))


def summary(tally: Counter[str]) -> str:
    """``12 new, 3 unchanged, 1 skipped``; ``0 new`` when nothing came; then how many the gate kept from being read."""
    said = ("new", "reread", "unchanged", "skipped")
    nothing = not any(tally[name] for name in said)
    counts = ", ".join(f"{tally[name]:,} {name}" for name in said if tally[name] or (name == "new" and nothing))
    return f"{counts}; the gate kept {tally['kept out']:,} from being read" if tally["kept out"] else counts
