"""``dateline gazetteer``: add places to those that ship with Dateline."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.words import counted, say

gazetteer_app = typer.Typer(no_args_is_help=True, help="Add places to those that ship with Dateline.")

DumpArgument = Annotated[
    Path, typer.Argument(metavar="FILE", help="A GeoNames country dump: 19 tab-separated columns, zipped or not.")
]


@gazetteer_app.callback()
def gazetteer() -> None:
    """Add places to those that ship with Dateline."""


@gazetteer_app.command("add")
def gazetteer_add_command(file: DumpArgument) -> None:
    """Add the places of a GeoNames country dump; all later reading uses them.

    Dateline ships with the towns of more than 500 people. Where fighting is, that is thin: the dump of a country
    adds its villages, camps, mountains and rivers. Adding a file of the same name again replaces it.

    **Example:** `dateline gazetteer add ML.zip`
    """
    from dateline.gazetteer import folder
    from dateline.gazetteer.lookup import load_gazetteer
    from dateline.gazetteer.user import add_dump

    counts = add_dump(file, folder.user_folder())
    load_gazetteer.cache_clear()
    for kind, number in counts.items():
        typer.echo(f"{kind}\t{number}")
    say(f"{counted(sum(counts.values()), 'place')} added from {file.name}.")
