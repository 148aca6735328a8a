"""``dateline snapshot``: put the facts by under a name."""

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.deciding import ByOption, NoteOption
from dateline.cli.options import StoreOption, VerboseOption
from dateline.cli.words import counted, say
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.record.snapshots import Snapshot


def snapshot_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Such as 2026-05, or 'before the review'.")],
    by: ByOption = None,
    note: NoteOption = "",
    store: StoreOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Put all facts by as they are, to say later what has changed since. A snapshot is never changed.

    **Example:** `dateline snapshot 2026-05 --by Ada --note "as published"`
    """
    taken = snapshot(name, Settings.build(store=store, coder=by), note)
    say(f"snapshot {taken.name!r} taken: {counted(taken.facts, 'fact')} of {counted(taken.reports, 'report')}")


def snapshot(name: str, settings: Settings, note: str = "") -> "Snapshot":
    """Take it. Raises BadArgument for a name that is taken and without a person, RunStopped when the store fails."""
    from dateline.record.snapshots import take
    from dateline.store import open_store, open_view

    with open_view(settings.store, wait_seconds=settings.store_wait_seconds):
        pass  # a snapshot makes no store: a mistyped path is told as such
    with open_store(settings.store, wait_seconds=settings.store_wait_seconds) as store:
        return take(store, name, settings.coder, note)
