"""``dateline actor``: all that the record holds of one actor."""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.fact_filter import asked_record
from dateline.cli.lake import settings_for
from dateline.cli.one_actor import one_actor
from dateline.cli.options import JsonOption, LakeOption, StoreOption, VerboseOption
from dateline.cli.words import counted, say

if TYPE_CHECKING:
    from dateline.record.actor_file import ActorFile

NameArgument = Annotated[str, typer.Argument(metavar="NAME-or-ID", help="A name that reports use, or an actor's id.")]


def actor_command(
    name: NameArgument,
    as_json: JsonOption = False,
    store: StoreOption = None,
    lake: LakeOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Show all that the record holds of one actor: names, command, units, allies, places, events, and why it is one.

    Where several actors bear the name they are listed, and the id of one has to be given.

    **Example:** `dateline actor AQIM`
    """
    from dateline.record.actor_file import actor_file

    with asked_record(settings_for(store, lake)) as record:
        actor = one_actor(record, name, "actor", as_json=as_json)
        file = actor_file(record, actor)
        if as_json:
            typer.echo(json.dumps(as_record(file), ensure_ascii=False))
        else:
            _print(file)
    say(f"{counted(len(file.relations), 'relation')}, {counted(len(file.events), 'event')}")


def as_record(file: "ActorFile") -> dict[str, Any]:
    """The JSON form: the actor, its relations and events as ``facts --json`` has them, possible merges, reasons."""
    from dateline.model.fact_record import actor_record, fact_record

    return {
        "actor": actor_record(file.actor),
        "relations": [fact_record(relation) for relation in file.relations],
        "events": [fact_record(event) for event in file.events],
        "described": file.described,
        "maybe_same": [
            {
                "actor": actor_record(one.other),
                "reason": one.judgement.reason,
                "score": one.judgement.score,
                "here": list(one.here),
                "there": list(one.there),
            }
            for one in file.maybe
        ],
        "merged_because": [{"reason": reason, "times": times} for reason, times in file.reasons],
    }


def _print(file: "ActorFile") -> None:
    from dateline.cli.actor_view import actor_view
    from dateline.cli.tables import console

    screen = console()
    for line in actor_view(file, screen.width):
        screen.print(line, soft_wrap=True)
