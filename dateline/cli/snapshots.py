"""``dateline snapshots``: those there are."""

import json
from typing import TYPE_CHECKING

import typer

from dateline.cli.options import JsonOption, StoreOption, VerboseOption
from dateline.cli.words import counted, printable, say
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.record.snapshots import Snapshot


def snapshots_command(as_json: JsonOption = False, store: StoreOption = None, verbose: VerboseOption = 0) -> None:
    """List the snapshots in the order they were taken.

    **Example:** `dateline snapshots`
    """
    found = snapshots(Settings.build(store=store))
    if as_json:
        for one in found:
            typer.echo(json.dumps(one.as_record(), ensure_ascii=False))
    elif found:
        _print_table(found)
    say(counted(len(found), "snapshot"))


def snapshots(settings: Settings) -> "list[Snapshot]":
    """The snapshots. Raises RunStopped when the store cannot be read."""
    from dateline.record.snapshots import names
    from dateline.store import open_view

    with open_view(settings.store, wait_seconds=settings.store_wait_seconds) as view:
        return names(view)


def _print_table(found: "list[Snapshot]") -> None:
    from rich.table import Table
    from rich.text import Text

    from dateline.cli.tables import print_table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name in ("snapshot", "when (UTC)", "who", "facts", "reports", "decisions", "note"):
        table.add_column(name, justify="right" if name in {"facts", "reports", "decisions"} else "left")
    for one in found:
        table.add_row(
            Text(printable(one.name)),
            one.at.isoformat(" ", "minutes")[:16],
            Text(printable(one.by)),
            f"{one.facts:,}",
            f"{one.reports:,}",
            f"up to {one.decision}" if one.decision else "none",
            Text(printable(one.note)),
        )
    print_table(table)
