"""``dateline store``: move a store."""

from typing import Annotated

import typer

from dateline.cli.options import VerboseOption
from dateline.cli.progress import progress
from dateline.cli.words import counted, say
from dateline.settings import Settings

store_app = typer.Typer(no_args_is_help=True, help="Copy a store, from SQLite to PostgreSQL or back.")

FromArgument = Annotated[str, typer.Argument(metavar="FROM", help="The path or URL of the store to copy.")]
ToArgument = Annotated[
    str, typer.Argument(metavar="TO", help="The path or URL of the new store; nothing may be in it.")
]


@store_app.callback()
def store() -> None:
    """Copy a store, from SQLite to PostgreSQL or back."""


@store_app.command("copy")
def store_copy_command(source: FromArgument, target: ToArgument, verbose: VerboseOption = 0) -> None:
    """Copy all of a store: reports, readings, claims, decisions, snapshots and facts, under the same ids and numbers.

    It is copied whole or not at all, and every table of the copy is compared with the original. The original stays as
    it is; while it is copied others may go on using it, and what they add meanwhile is not copied.

    **Example:** `dateline store copy dateline.sqlite postgresql://user@host/name`
    """
    rows = copy(source, target, wait_seconds=Settings.build().store_wait_seconds)
    listed = (("reports", "report"), ("claims", "claim"), ("decisions", "decision"), ("facts", "fact"))
    say(f"copied and compared: {', '.join(counted(rows[table], noun) for table, noun in listed)}")


def copy(source: str, target: str, *, wait_seconds: float = 10.0) -> dict[str, int]:
    """Copy a store; returns how many rows each table has. Raises as ``copy_store`` does."""
    from dateline.store import open_store, open_view
    from dateline.store.copying import copy_store, rows_in

    with (
        open_view(source, wait_seconds=wait_seconds) as here,
        open_store(target, wait_seconds=wait_seconds) as there,
        progress("Copying", 2 * rows_in(here)) as advance,
    ):
        return copy_store(here, there, advance)
