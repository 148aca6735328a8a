"""``dateline decide merge``, ``split`` and ``apart``: what is one and what is not."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.deciding import ByOption, NoteOption, carried_out, decisions, one_actor, one_report
from dateline.cli.options import StoreOption, VerboseOption
from dateline.errors import BadArgument
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.record.decide import Decisions

_EVENT = re.compile(r"v[0-9a-f]{4,12}")
_REPORT = re.compile(r"r[0-9a-f]{4,16}")

MergedArgument = Annotated[
    list[str], typer.Argument(metavar="ACTOR...|EVENT...", help="Actors by id or name, or events by id (v…).")
]
WholeArgument = Annotated[str, typer.Argument(metavar="ACTOR|EVENT", help="An actor by id or name, or an event by id.")]
ClaimsArgument = Annotated[
    list[str] | None, typer.Argument(metavar="[CLAIM]...", help="Of an event: the claims that tell of another.")
]
PairArgument = Annotated[
    str, typer.Argument(metavar="ACTOR|REPORT", help="An actor by id or name, or a report by id (r…).")
]
NameOption = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="NAME", help="Of an actor: a name that is somebody else's. May be repeated."),
]
InOption = Annotated[
    list[str] | None,
    typer.Option("--report", metavar="ID", help="Of an actor: a report that means somebody else. May be repeated."),
]


def merge_command(
    things: MergedArgument,
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Say that two or more actors are one, or that two or more events are.

    **Examples:**

    - `dateline decide merge "Reed Front" "Front of the Reeds" --by Ada`

    - `dateline decide merge v0123456789ab v123456789abc --by Ada`
    """
    with decisions(Settings.build(store=store, coder=by)) as deciding:
        carried_out(deciding, lambda: [merge(deciding, things, note)])


def merge(deciding: "Decisions", things: list[str], note: str = "") -> int:
    """The number of the decision. Raises BadArgument for events beside actors, and for names of nobody or of
    several.
    """
    from dateline.record import Record

    are_events = {_EVENT.fullmatch(one) is not None for one in things}
    if len(are_events) > 1:
        raise BadArgument("give either actors or events (v…), not both")
    if are_events == {True}:
        return deciding.merge_events(things, note)
    record = Record(deciding.store)
    return deciding.merge_actors([one_actor(record, one) for one in things], note)


def split_command(
    thing: WholeArgument,
    claims: ClaimsArgument = None,
    names: NameOption = None,
    reports: InOption = None,
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Take claims out of an event that tell of another one, or names or reports out of an actor that mean somebody
    else.

    **Examples:**

    - `dateline decide split v0123456789ab c0123456789ab --by Ada`

    - `dateline decide split "Omar Tall" --report r01234 --note "the teacher" --by Ada`
    """
    with decisions(Settings.build(store=store, coder=by)) as deciding:
        carried_out(deciding, lambda: [split(deciding, thing, claims or [], names or [], reports or [], note)])


def split(
    deciding: "Decisions", thing: str, claims: list[str], names: list[str], reports: list[str], note: str = ""
) -> int:
    """The number of the decision. Raises BadArgument when what is given does not fit what is split."""
    from dateline.record import Record

    if _EVENT.fullmatch(thing):
        if names or reports:
            raise BadArgument("an event is split by its claims: --name and --report are for actors")
        return deciding.split_event(thing, claims, note)
    if claims or not (names or reports):
        raise BadArgument("an actor is split by names or reports: give --name or --report, and no claims")
    actor = one_actor(Record(deciding.store), thing)
    found = [one_report(deciding.store, one) for one in reports]
    return deciding.split_actor(actor, names=names, in_reports=found, note=note)


def apart_command(
    left: PairArgument,
    right: PairArgument,
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Say that two actors are not one, so that they are neither joined nor asked about again; or that two reports are
    no copies of each other.

    **Example:** `dateline decide apart a0123456789ab a123456789abc --note "father and son" --by Ada`
    """
    with decisions(Settings.build(store=store, coder=by)) as deciding:
        carried_out(deciding, lambda: [apart(deciding, left, right, note)])


def apart(deciding: "Decisions", left: str, right: str, note: str = "") -> int:
    """The number of the decision."""
    from dateline.record import Record

    if _REPORT.fullmatch(left) and _REPORT.fullmatch(right):
        return deciding.keep_reports_apart(
            one_report(deciding.store, left), one_report(deciding.store, right), note
        )  # fmt: skip
    record = Record(deciding.store)
    return deciding.keep_actors_apart(one_actor(record, left), one_actor(record, right), note)
