"""``dateline batch``: read an archive or a crawl into a folder of tables."""

import dataclasses
from collections.abc import Mapping
from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dateline.cli.batch_view import Bar, summary_lines
from dateline.cli.ingest_options import ingest_options
from dateline.cli.options import (
    ActorsOption,
    ColumnOption,
    EncoderOption,
    EncodingOption,
    MaxMegabytesOption,
    ModelOption,
    OntologyOption,
    PetrarchVerbsOption,
    PublishedOption,
    TimeLimitOption,
    VerboseOption,
)
from dateline.cli.readers import given_paths
from dateline.cli.words import say
from dateline.errors import BadArgument
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.batch.engine import Engine
    from dateline.batch.folder import Folder

GATE = 0.1
READ_LANGUAGE = "en"

InputsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="WARC, WACZ, JSON lines, CSV and Parquet files, folders and patterns, here or in an object store (s3://…).",
    ),
]
OutOption = Annotated[
    str, typer.Option("--out", metavar="FOLDER", help="Where the tables go, here or in an object store.")
]
EngineOption = Annotated[
    Literal["local", "ray"], typer.Option("--engine", help="Processes of this machine, or a Ray cluster.")
]
WorkersOption = Annotated[
    int | None,
    typer.Option("--workers", min=1, help="Readers at work at once. Default: one for each processor there is."),
]
AddressOption = Annotated[
    str | None,
    typer.Option("--ray-address", metavar="ADDRESS", help="Of the Ray cluster. Default: RAY_ADDRESS, else its own."),
]
ResumeOption = Annotated[bool, typer.Option("--resume", help="Go on with the run that the folder holds.")]
BatchGateOption = Annotated[
    float | None,
    typer.Option(
        "--gate",
        metavar="PROBABILITY",
        min=0,
        max=1,
        help="Do not read reports that the encoder thinks less likely than this to be about conflict. Default: "
        f"DATELINE_GATE, else {GATE}.",
    ),
]
NoGateOption = Annotated[bool, typer.Option("--no-gate", help="Read every report.")]
LanguagesOption = Annotated[
    str,
    typer.Option("--languages", metavar="en|any", help="Skip texts in other languages (en), or look at all (any)."),
]


def batch_command(
    inputs: InputsArgument,
    out: OutOption,
    engine: EngineOption = "local",
    workers: WorkersOption = None,
    ray_address: AddressOption = None,
    resume: ResumeOption = False,
    gate: BatchGateOption = None,
    no_gate: NoGateOption = False,
    languages: LanguagesOption = READ_LANGUAGE,
    published: PublishedOption = None,
    encoding: EncodingOption = None,
    columns: ColumnOption = None,
    max_megabytes: MaxMegabytesOption = None,
    model: ModelOption = None,
    actors: ActorsOption = None,
    ontology: OntologyOption = None,
    petrarch_verbs: PetrarchVerbsOption = None,
    encoder: EncoderOption = None,
    time_limit: TimeLimitOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Read an archive or a crawl into Parquet tables: reports, claims, attributions, and what was skipped and why.

    Copies are told and not read again; reports that are hardly about conflict are kept out by the gate. Stop whenever
    you like, and go on with the same command and `--resume`. `dateline add --from FOLDER` takes the tables into a
    store; `dateline claims --lake FOLDER` asks them without one.

    **Examples:**

    - `dateline batch crawl/*.warc.gz --out crawl-2024`
    - `dateline batch articles.jsonl --column text=body --out articles --no-gate`
    - `dateline batch s3://archive/2024/ --out s3://results/2024 --engine ray --ray-address auto`
    """
    from dateline.batch.options import BatchOptions
    from dateline.batch.publish import reasons
    from dateline.batch.run import run_batch

    settings = Settings.build(
        model=model,
        actors=given_paths(actors),
        ontology=given_paths(ontology),
        petrarch_verbs=given_paths(petrarch_verbs),
        encoder=encoder,
        gate=gate,
        time_limit_seconds=time_limit,
    )
    options = BatchOptions(
        inputs=tuple(inputs),
        settings=_gated(settings, given=gate is not None, no_gate=no_gate),
        ingest=ingest_options(published=published, encoding=encoding, columns=columns, max_megabytes=max_megabytes),
        languages=_languages(languages),
    )
    folder = _folder(out)
    try:
        with closing(_engine(engine, workers, ray_address)) as chosen, Bar() as bar:
            summary = run_batch(options, folder, chosen, resume=resume, told=bar.told)
    except KeyboardInterrupt:
        say("stopped. What was done is kept: go on with the same command and --resume")
        raise typer.Exit(130) from None
    for line in summary_lines(summary, out, reasons(folder) if _skipped(summary.counts) else []):
        say(line)
    raise typer.Exit(3 if _skipped(summary.counts) else 0)


def _folder(out: str) -> "Folder":
    """Raises BadArgument for memory, which only one process sees."""
    from dateline.batch.folder import Folder

    if out.startswith("memory:"):
        raise BadArgument(f"{out} is gone when the run ends: choose a folder on a disk or in an object store")
    return Folder(out)


def _gated(settings: Settings, *, given: bool, no_gate: bool) -> Settings:
    """Raises BadArgument for a gate and none at once."""
    if no_gate and given:
        raise BadArgument("--gate and --no-gate cannot both be meant: give one of them up")
    if no_gate or not settings.encoder:
        return settings if given else dataclasses.replace(settings, gate=None)
    return settings if settings.gate is not None else dataclasses.replace(settings, gate=GATE)


def _languages(given: str) -> frozenset[str]:
    if given == "any":
        return frozenset()
    if given != READ_LANGUAGE:
        raise BadArgument(f"--languages {given}: Dateline reads English only; say en, or any to leave no text out")
    return frozenset({given})


def _engine(name: str, workers: int | None, address: str | None) -> "Engine":
    if name == "ray":
        from dateline.batch.ray import RayEngine

        return RayEngine(address, workers)
    from dateline.batch.local import LocalEngine

    return LocalEngine(workers)


def _skipped(counts: Mapping[str, int]) -> int:
    return sum(counts.get(stage, 0) for stage in ("record", "clean", "given up"))
