"""``dateline merges``: who may be who, for a person to say."""

import json
from typing import TYPE_CHECKING

import typer

from dateline.cli.options import JsonOption, StoreOption, VerboseOption
from dateline.cli.words import counted, printable, say
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.model.actor import Actor
    from dateline.record.merges import OpenMerge

MOST_NAMES = 4
"""Names of an actor that are shown."""


def merges_command(as_json: JsonOption = False, store: StoreOption = None, verbose: VerboseOption = 0) -> None:
    """List pairs of actors that may be one, the likeliest first, each with its reason and what to type.

    A pair leaves the list when you merge it or keep it apart.

    **Examples:**

    - `dateline merges`

    - `dateline merges --json | jq -r .accept`
    """
    found = merges(Settings.build(store=store))
    for one in found:
        typer.echo(json.dumps(one.as_record(), ensure_ascii=False) if as_json else "\n".join(_lines(one)))
    say(f"{counted(len(found), 'pair')} to decide on")


def merges(settings: Settings) -> "list[OpenMerge]":
    """The pairs. Raises RunStopped when the store cannot be read."""
    from dateline.record import open_record
    from dateline.record.merges import open_merges

    with open_record(settings.store, wait_seconds=settings.store_wait_seconds) as record:
        return open_merges(record.view)


def _lines(one: "OpenMerge") -> list[str]:
    accept, refuse = one.commands
    sides = zip((one.left, one.right), one.reports, strict=True)
    return [
        *(printable(_side(actor, report)) for actor, report in sides),
        f"  {one.score:.2f}  {printable(one.reason)}",
        f"  one:  {accept}",
        f"  two:  {refuse}",
        "",
    ]


def _side(actor: "Actor", report: str) -> str:
    others = [use.name for use in actor.names[1:MOST_NAMES]]
    country = f", {actor.country}" if actor.country else ""
    also = f", also {'; '.join(others)}" if others else ""
    return f"{actor.name} ({actor.kind}{country}{also}) in {counted(actor.reports, 'report')}, such as {report}"
