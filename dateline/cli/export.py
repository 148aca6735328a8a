"""``dateline export``: claims or facts out of the store, for other programs."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

import typer

from dateline.cli.claim_filter import claim_filter
from dateline.cli.claims import claims
from dateline.cli.export_facts import FactsAsked, export_facts
from dateline.cli.lake import settings_for
from dateline.cli.options import (
    ActorOption,
    FromOption,
    LakeOption,
    ReportOption,
    SpeakerOption,
    StoreOption,
    SupersededOption,
    ToOption,
    TypeOption,
    VerboseOption,
)
from dateline.cli.record_options import AsOfOption, InOption, SourcesOption, StatusOption
from dateline.cli.words import counted, say
from dateline.errors import BadArgument
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.store import ClaimFilter, StoredClaim

ClaimFormat = Literal["jsonl", "csv"]
FactFormatName = Literal[
    "facts-csv", "parquet", "ucdp-ged", "acled", "plover", "polecat", "sfm", "ftm", "ftm3", "geojson",
    "webannotation", "gexf", "graphml", "html",
]  # fmt: skip
Format = Literal[
    "jsonl", "csv", "facts-csv", "parquet", "ucdp-ged", "acled", "plover", "polecat", "sfm", "ftm", "ftm3", "geojson",
    "webannotation", "gexf", "graphml", "html",
]  # fmt: skip

FormatArgument = Annotated[
    Format,
    typer.Argument(
        metavar="FORMAT",
        show_choices=False,
        help="Of claims: jsonl (everything, a claim a line) or csv (for spreadsheets). Of facts: "
        f"{', '.join(get_args(FactFormatName))}.",
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="FILE|FOLDER",
        help="What to write; a file is written whole or not at all. Default: standard output.",
    ),
]
UnprotectedOption = Annotated[
    bool,
    typer.Option(
        "--unprotected", help="Facts: do not mask private persons, victims, witnesses, children, anonymous sources."
    ),
]
CodebookOption = Annotated[
    str | None, typer.Option("--codebook", metavar="NAME", help="Facts: the codebook's name, for the manifest.")
]


def export_command(
    form: FormatArgument,
    out: OutOption = None,
    actor: ActorOption = None,
    claim_type: TypeOption = None,
    place: InOption = None,
    date_from: FromOption = None,
    date_to: ToOption = None,
    speaker: SpeakerOption = None,
    report: ReportOption = None,
    superseded: SupersededOption = False,
    as_of: AsOfOption = None,
    status: StatusOption = None,
    sources: SourcesOption = 0,
    unprotected: UnprotectedOption = False,
    codebook: CodebookOption = None,
    store: StoreOption = None,
    lake: LakeOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Write claims, or the facts that the record concludes from them, in a form that other programs read.

    `jsonl` and `csv` are claims as the reader found them, asked for as in `dateline claims`; nobody is masked there.
    All others are facts, with people's decisions in them and a manifest of what was left out and why; people who are
    not public are masked unless you say `--unprotected`. In tables, a text that a spreadsheet would take for a formula
    gets an apostrophe before it.

    **Examples:**

    - `dateline export csv --out claims.csv`

    - `dateline export jsonl --place Mali --from 2012 > mali.jsonl`

    - `dateline export ucdp-ged --in Mali --from 2012 --to 2012 --out mali-2012.csv`

    - `dateline export facts-csv --status corroborated --out facts`
    """
    settings = settings_for(store, lake)
    if form in get_args(ClaimFormat):
        _refuse(form, "facts", {"--as-of": as_of, "--status": status, "--sources": sources, "--codebook": codebook})
        _refuse(form, "facts", {"--unprotected": unprotected})
        wanted = claim_filter(
            actor=actor,
            claim_type=claim_type,
            place=place,
            date_from=date_from,
            date_to=date_to,
            speaker=speaker,
            report=report,
            superseded=superseded,
        )
        count = export(form, wanted, settings, out)  # type: ignore[arg-type]
        where = f" to {out}" if out else ""
        say(f"{counted(count, 'claim')} written{where}; nobody is masked in claims as the reader found them")
        return
    _refuse(form, "claims", {"--speaker": speaker, "--report": report, "--superseded": superseded})
    asked = FactsAsked(
        actor=actor,
        type=claim_type,
        place=place,
        date_from=date_from,
        date_to=date_to,
        as_of=as_of,
        status=status,
        sources=sources or None,
    )
    export_facts(form, asked, settings, out, protect=not unprotected, codebook=codebook)


def export(form: ClaimFormat, wanted: "ClaimFilter", settings: Settings, out: Path | None) -> int:
    """Write the claims asked for; returns how many. Raises RunStopped when the store or the file fails."""
    from dateline.cli.progress import progress
    from dateline.export import FORMATS, destination

    with destination(out) as stream, progress("Writing claims", None) as advance:
        return FORMATS[form](_records(claims(wanted, settings), advance), stream)


def _refuse(form: str, of: str, options: dict[str, object]) -> None:
    """Raises BadArgument for an option that the format has no use for: it should not look like an answer."""
    for name, value in options.items():
        if value:
            raise BadArgument(f"{name} asks for {of}, which {form} does not hold: leave it out or take another format")


def _records(found: "Iterator[StoredClaim]", advance: Callable[[], None]) -> Iterator[dict[str, Any]]:
    for claim in found:
        yield claim.as_record()
        advance()
