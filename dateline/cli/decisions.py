"""``dateline decisions``: what people decided."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.deciding import named_in
from dateline.cli.options import JsonOption, StoreOption, VerboseOption
from dateline.cli.words import counted, printable, say
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.model.decision import Decision

MOST_NAMED = 3
"""Ids of what a decision is about that the table shows."""


def decisions_command(
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Only those of one person.")] = None,
    stale: Annotated[
        bool, typer.Option("--stale", help="Only those that need another look: nothing of today answers to them.")
    ] = False,
    as_json: JsonOption = False,
    store: StoreOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """List decisions in the order they were made: who, when, what, and whether they stand.

    After a newer Dateline has read the reports anew, a decision holds for the claim that says the same in the same
    passage. Where there is none, `--stale` lists it.

    **Examples:**

    - `dateline decisions --by Ada`

    - `dateline decisions --stale --json`
    """
    found = decisions(Settings.build(store=store), by=by, stale=stale)
    if as_json:
        for one in found:
            typer.echo(json.dumps(one, ensure_ascii=False))
    elif found:
        _print_table(found)
    say(counted(len(found), "decision"))


def decisions(settings: Settings, *, by: str | None = None, stale: bool = False) -> list[dict[str, Any]]:
    """The decisions asked for, as ``--json`` prints them. Raises RunStopped when the store cannot be read."""
    from dateline.record import open_record
    from dateline.record.decide import another_look, undone_by

    with (
        open_record(settings.store, wait_seconds=settings.store_wait_seconds) as record,
        record.view.engine.connect() as connection,
    ):
        every = record.decisions()
        undone = undone_by(every)
        astray = {one.id for one in another_look(connection)}
    chosen = [one for one in every if by is None or one.by == by.strip()]
    return [_record(one, undone, astray) for one in chosen if not stale or one.id in astray]


def _record(decision: "Decision", undone: dict[int, int], astray: set[int]) -> dict[str, Any]:
    found = {**asdict(decision), "at": decision.at.isoformat(), "targets": list(decision.targets)}
    named = named_in(decision)
    return {**found, "named": named, "undone_by": undone.get(decision.id), "another_look": decision.id in astray}


def _print_table(found: list[dict[str, Any]]) -> None:
    from rich.table import Table
    from rich.text import Text

    from dateline.cli.tables import print_table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("no.", justify="right", no_wrap=True)
    table.add_column("when (UTC)", no_wrap=True)
    table.add_column("who", overflow="fold", max_width=14)
    table.add_column("what", overflow="fold", max_width=18)
    table.add_column("about", overflow="fold", min_width=13)
    table.add_column("note", overflow="fold")
    for one in found:
        what = f"{one['kind']} {one['about']}" if one["kind"] != "undo" else "undo"
        more = len(one["named"]) - MOST_NAMED
        about = " ".join(one["named"][:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        notes = [one["note"], _state(one)]
        table.add_row(
            str(one["id"]),
            one["at"][:16].replace("T", " "),
            Text(printable(one["by"])),
            what,
            Text(printable(about)),
            Text(printable("; ".join(part for part in notes if part))),
            style="dim" if one["undone_by"] else None,
        )
    print_table(table)


def _state(decision: dict[str, Any]) -> str:
    if decision["undone_by"]:
        return f"undone by {decision['undone_by']}"
    return "needs another look" if decision["another_look"] else ""
