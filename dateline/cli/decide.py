"""``dateline decide``: what people say of claims, facts, actors and reports, written down with name and reason."""

from typing import Annotated

import typer

from dateline.cli.decide_who import apart_command, merge_command, split_command
from dateline.cli.deciding import (
    ByOption,
    NoteOption,
    SetOption,
    carried_out,
    decisions,
    fields_of,
    one_report,
)
from dateline.cli.options import StoreOption, VerboseOption
from dateline.errors import BadArgument
from dateline.settings import Settings

HELP = """Say what is so: accept, reject, correct, add, merge, split, undo.

A decision is written down with your name, the time and a note, and never changed; a later one takes it back. Reports
and claims stay as they are; facts follow at once.
"""

decide_app = typer.Typer(no_args_is_help=True, help=HELP)

IdsArgument = Annotated[
    list[str], typer.Argument(metavar="ID...", help="Ids of claims (c…, h…), events (v…) or relations (x…).")
]
ReportArgument = Annotated[
    str, typer.Argument(metavar="REPORT", help="A report: its id or its beginning, a file, a URL.")
]


@decide_app.callback()
def decide() -> None:
    """Say what is so: accept, reject, correct, add, merge, split, undo."""


@decide_app.command("accept")
def accept_command(
    ids: IdsArgument,
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Accept claims, events or relations: you have looked, and it is so.

    **Example:** `dateline decide accept v0123456789ab --by Ada --note "seen on video"`
    """
    with decisions(Settings.build(store=store, coder=by)) as deciding:
        carried_out(deciding, lambda: deciding.judge_all("accept", ids, note))


@decide_app.command("reject")
def reject_command(
    ids: IdsArgument,
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Reject claims, events or relations. They stay to be seen, marked rejected, and count no more.

    **Example:** `dateline decide reject c0123456789ab --by Ada --note "another town of the name"`
    """
    with decisions(Settings.build(store=store, coder=by)) as deciding:
        carried_out(deciding, lambda: deciding.judge_all("reject", ids, note))


@decide_app.command("correct")
def correct_command(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim.")],
    given: SetOption = None,
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Put fields of a claim right; what you do not name stays. A corrected claim counts as accepted.

    Fields: type (or type/mode), mode, subject, object, said_by (and subject_kind and so on for whom no report names),
    place, when, polarity, modality, role, weapon, killed, injured, abducted, arrested, displaced, crowd.

    **Examples:**

    - `dateline decide correct c0123456789ab --set type=ASSAULT/abduct --set killed=12`

    - `dateline decide correct c0123456789ab --set subject="Reed Brigade" --set when=2012-04 --set place=Gao#2457163`
    """
    with decisions(Settings.build(store=store, coder=by)) as deciding:
        carried_out(deciding, lambda: [deciding.correct(claim, fields_of(given or []), note)])


@decide_app.command("add")
def add_claim_command(
    report: Annotated[str, typer.Option("--report", metavar="ID", help="The report that says it.")],
    quote: Annotated[
        str, typer.Option("--quote", metavar="WORDS", help="Its words that say it, copied as they stand.")
    ],
    given: SetOption = None,
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Add a claim that the reader missed, with the words of the report that state it.

    **Example:** `dateline decide add --report r01234 --quote "Omar Tall leads the Front" --set type=leads
    --set subject="Omar Tall" --set object="Front"`
    """
    with decisions(Settings.build(store=store, coder=by)) as deciding:
        found = one_report(deciding.store, report)
        carried_out(deciding, lambda: [deciding.add(found, quote, fields_of(given or []), note)])


@decide_app.command("duplicate")
def duplicate_command(
    report: ReportArgument,
    of: Annotated[str, typer.Argument(metavar="OF", help="The report that it is a copy of.")],
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Say that a report is a copy of another, so that the two are one source.

    **Example:** `dateline decide duplicate r01234 rabcde --by Ada`
    """
    with decisions(Settings.build(store=store, coder=by)) as deciding:
        pair = [one_report(deciding.store, one) for one in (report, of)]
        carried_out(deciding, lambda: [deciding.duplicate(pair[0], pair[1], note)])


@decide_app.command("undo")
def undo_command(
    number: Annotated[
        str | None, typer.Argument(metavar="[NUMBER]", help="Of the decision. Default: your last that stands.")
    ] = None,
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Take a decision back. Both stay in the list; an undo is undone by its number.

    **Example:** `dateline decide undo 12 --by Ada`
    """
    if number is not None and not number.isdigit():
        raise BadArgument(f"{number!r} is no number of a decision: `dateline decisions` lists them")
    with decisions(Settings.build(store=store, coder=by)) as deciding:
        carried_out(deciding, lambda: [deciding.undo(int(number) if number is not None else None, note)])


decide_app.command("merge")(merge_command)
decide_app.command("split")(split_command)
decide_app.command("apart")(apart_command)
