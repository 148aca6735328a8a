"""``dateline export``: claims out of the store, for other programs."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from dateline.cli.claim_filter import claim_filter
from dateline.cli.claims import claims
from dateline.cli.options import (
    ActorOption,
    FromOption,
    PlaceOption,
    ReportOption,
    SpeakerOption,
    StoreOption,
    SupersededOption,
    ToOption,
    TypeOption,
    VerboseOption,
)
from dateline.cli.words import counted, say
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.store import ClaimFilter, StoredClaim

Format = Literal["jsonl", "csv"]

FormatArgument = Annotated[
    Format,
    typer.Argument(
        metavar="jsonl|csv", help="jsonl: everything, a claim a line. csv: for spreadsheets and statistics."
    ),
]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="The file to write, whole or not at all. Default: standard output."),
]


def export_command(
    form: FormatArgument,
    out: OutOption = None,
    actor: ActorOption = None,
    claim_type: TypeOption = None,
    place: PlaceOption = None,
    date_from: FromOption = None,
    date_to: ToOption = None,
    speaker: SpeakerOption = None,
    report: ReportOption = None,
    superseded: SupersededOption = False,
    store: StoreOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Write claims to a file or to standard output; what to write is asked for as in `dateline claims`.

    In CSV, a text that a spreadsheet would take for a formula gets an apostrophe before it.

    **Examples:**

    - `dateline export csv --out claims.csv`

    - `dateline export jsonl --place Mali --from 2012 > mali.jsonl`
    """
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
    count = export(form, wanted, Settings.build(store=store), out)
    say(f"{counted(count, 'claim')} written{f' to {out}' if out else ''}")


def export(form: Format, wanted: "ClaimFilter", settings: Settings, out: Path | None) -> int:
    """Write the claims asked for; returns how many. Raises RunStopped when the store or the file fails."""
    from dateline.cli.progress import progress
    from dateline.export import FORMATS, destination

    with destination(out) as stream, progress("Writing claims", None) as advance:
        return FORMATS[form](_records(claims(wanted, settings), advance), stream)


def _records(found: "Iterator[StoredClaim]", advance: Callable[[], None]) -> Iterator[dict[str, Any]]:
    for claim in found:
        yield claim.as_record()
        advance()
