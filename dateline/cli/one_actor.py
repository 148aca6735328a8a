"""Who is meant by a name, where a command is about one actor: several are listed, and never chosen among silently."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.cli.fact_filter import bears
from dateline.cli.words import counted
from dateline.errors import BadArgument

if TYPE_CHECKING:
    from dateline.model.actor import Actor
    from dateline.record import Record


def one_actor(record: "Record", name_or_id: str, command: str, *, as_json: bool) -> "Actor":
    """The one actor of an id or a name. Several are printed before BadArgument says to give the id of one."""
    found = record.named(name_or_id)
    if len(found) == 1:
        return found[0]
    print_actors(found, as_json=as_json)
    bear = "are called" if bears(found[0], name_or_id) else "have in their names"
    how = f"give the id of one, as in `dateline {command} {found[0].id}`"
    raise BadArgument(f"{counted(len(found), 'actor')} {bear} {name_or_id!r}: {how}")


def print_actors(actors: "Iterable[Actor]", *, as_json: bool) -> None:
    """A list of actors on standard output."""
    if as_json:
        from dateline.export import write_jsonl
        from dateline.model.fact_record import actor_record

        write_jsonl(map(actor_record, actors), sys.stdout)
        return
    from dateline.cli.actor_table import actor_lines
    from dateline.cli.tables import console

    screen = console()
    for line in actor_lines(actors, screen.width):
        screen.print(line, soft_wrap=True)
