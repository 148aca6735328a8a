"""``dateline actors``: list the actors of the record; say what Dateline understands of a file of your own actors."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.lake import settings_for
from dateline.cli.options import JsonOption, LakeOption, StoreOption, VerboseOption
from dateline.cli.words import counted, printable, say
from dateline.errors import BadArgument
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.knowledge.actor_file import ActorFile

actors_app = typer.Typer(no_args_is_help=True, help="List the actors of the record; check files of your own actors.")

FileArgument = Annotated[
    Path, typer.Argument(metavar="FILE", help="CSV, a PETRARCH or TABARI dictionary, or FollowTheMoney entities.")
]
_SHOWN = 20


@actors_app.callback()
def actors() -> None:
    """List the actors of the record; check files of your own actors."""


@actors_app.command("list")
def actors_list_command(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="A name, or words of one. Default: all.")] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="Such as person, armed_group or military.")
    ] = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
    lake: LakeOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """List the actors of the record, those that more reports name first. `dateline actor ID` shows one.

    **Examples:**

    - `dateline actors list --kind armed_group`

    - `dateline actors list Kallon --json`
    """
    say(counted(list_actors(settings_for(store, lake), name=name, kind=kind, as_json=as_json), "actor"))


def list_actors(settings: Settings, *, name: str | None, kind: str | None, as_json: bool) -> int:
    """Print actors as they come; returns how many. Raises BadArgument for a kind that there is not."""
    from typing import get_args

    from dateline.cli.counting import Counting
    from dateline.cli.fact_filter import asked_record
    from dateline.cli.one_actor import print_actors
    from dateline.model import EntityKind

    if kind is not None and kind not in get_args(EntityKind):
        raise BadArgument(f"{kind!r} is no kind of actor: the kinds are {', '.join(get_args(EntityKind))}")
    with asked_record(settings) as record:
        if name is None:
            found = Counting(record.every_actor(kind=kind))
        else:
            found = Counting(iter([one for one in record.actors(name) if kind in (None, one.kind)]))
        print_actors(found, as_json=as_json)
    return found.number


@actors_app.command("check")
def actors_check_command(
    file: FileArgument,
    every: Annotated[bool, typer.Option("--all", help="Name every skipped entry, not only the first.")] = False,
) -> None:
    """Say what was understood of a file of actors: how many, how many names, and what was skipped and why.

    Nothing is kept. Give the file to `dateline read` and `dateline add` with `--actors`, or name it in
    `DATELINE_ACTORS`. A malformed line stops the check, as it would stop a reading, and is named with its reason.

    **Example:** `dateline actors check my-actors.csv`
    """
    for line in check(file, shown=None if every else _SHOWN):
        typer.echo(line)


def check(path: Path, *, shown: int | None = _SHOWN) -> list[str]:
    """What was understood, line by line; ``shown``: how many skipped entries are named, None for all.

    Raises DataFileError for a file that cannot be read whole, or whose actors do not fit the shipped ones.
    """
    from dateline.knowledge.lookup import known_actors
    from dateline.knowledge.user_actors import with_users_actors
    from dateline.knowledge.user_files import read_actor_file

    file = read_actor_file(path)
    known = with_users_actors(file.actors, known_actors(), agents=file.agents)
    shipped = {actor.key for actor in known_actors().by_key.values()}
    mine = [actor for actor in known.by_key.values() if actor.source.startswith(f"{path.name}, line ")]
    lines = [f"{path.name}: {file.format}"]
    lines += [f"{kind:<18} {number:,}" for kind, number in _kinds(file)]
    told_apart = sum(len(actor.ambiguous) for actor in mine)
    lines.append(f"{told_apart:,} of the names are ambiguous and need support in the report")
    lines.append(f"{counted(sum(bool(actor.roles) for actor in mine), 'actor')} with dated roles")
    lines.append(f"{counted(sum(actor.key in shipped for actor in mine), 'actor')} that Dateline ships too")
    entries = file.skipped[:shown]
    lines += [printable(f"skipped line {entry.line}, {entry.words}: {entry.reason}") for entry in entries]
    if len(file.skipped) > len(entries):
        lines.append(f"… and {len(file.skipped) - len(entries):,} more; --all names them")
    names = sum(len(actor.names) for actor in file.actors) + sum(len(agent.forms) for agent in file.agents)
    nouns = f", {counted(len(file.agents), 'noun')}" if file.agents else ""
    say(f"{counted(len(file.actors), 'actor')}{nouns}, {counted(names, 'name')}, {len(file.skipped):,} skipped")
    return lines


def _kinds(file: "ActorFile") -> list[tuple[str, int]]:
    """How many actors and nouns there are of each kind, the most first."""
    kinds = Counter(actor.kind for actor in file.actors) + Counter(agent.kind for agent in file.agents)
    return [(str(kind), number) for kind, number in kinds.most_common()]
