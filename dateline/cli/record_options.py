"""Options of the commands that ask the record, each declared once."""

from typing import Annotated

import typer

from dateline.model.fact import Status

AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="YYYY-MM-DD", help="Relations that hold on this day, and how surely."),
]
PossibleOption = Annotated[
    bool, typer.Option("--possible", help="With --as-of: also relations that are only possible on that day.")
]
FactActorOption = Annotated[
    str | None,
    typer.Option("--actor", metavar="NAME-or-ID", help="Who takes part, under any name; all actors of that name."),
]
FactTypeOption = Annotated[
    str | None, typer.Option("--type", metavar="TYPE[/MODE]", help="Such as leads, ASSAULT or ASSAULT/abduct.")
]
EventTypeOption = Annotated[
    str | None, typer.Option("--type", metavar="TYPE[/MODE]", help="Such as ASSAULT or ASSAULT/abduct.")
]
InOption = Annotated[
    str | None,
    typer.Option("--place", "--in", metavar="NAME", help="A place, a country, or a country's two-letter code."),
]
StatusOption = Annotated[
    Status | None,
    typer.Option("--status", help="How sure: said by one source, by two or more, contradicted, or judged by a person."),
]
SourcesOption = Annotated[
    int, typer.Option("--sources", metavar="N", min=0, help="At least so many independent sources.")
]
AllOption = Annotated[
    bool, typer.Option("--all", help="Also relations of people whom no report names, such as “gunmen”.")
]
