"""``dateline chart``: who is under whom on a day, and who leads each."""

import json
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import typer

from dateline.cli.actor import NameArgument
from dateline.cli.fact_filter import asked_record, one_day
from dateline.cli.lake import settings_for
from dateline.cli.one_actor import one_actor
from dateline.cli.options import JsonOption, LakeOption, StoreOption, VerboseOption
from dateline.cli.record_options import AsOfOption, PossibleOption
from dateline.cli.words import counted, say

if TYPE_CHECKING:
    from dateline.model.fact import Relation
    from dateline.record.command import Unit


def chart_command(
    name: NameArgument,
    as_of: AsOfOption = None,
    possible: PossibleOption = False,
    as_json: JsonOption = False,
    store: StoreOption = None,
    lake: LakeOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Draw the units under an actor as a tree, with their leaders, as of a day (today, if none is given).

    `certain`: claims vouch for that day. `presumed`: they vouch for an earlier day, and nothing says that it ended.

    **Example:** `dateline chart "al Qaeda" --as-of 2012-12-03`
    """
    from dateline.model.fact import Party
    from dateline.record.command import chart

    day = one_day(as_of) or date.today()  # noqa: DTZ011 - the day where the person is
    with asked_record(settings_for(store, lake)) as record:
        actor = one_actor(record, name, "chart", as_json=as_json)
        top = Party(actor=actor.id, name=actor.name, kind=actor.kind, country=actor.country)
        tree = chart(record, top, day, possible_too=possible)
    if as_json:
        typer.echo(json.dumps({"as_of": day.isoformat(), **as_record(tree, day)}, ensure_ascii=False))
    else:
        _print(tree, day)
    say(f"as of {day}: {counted(units(tree), 'unit')} under {actor.name}, {counted(leaders(tree), 'leader')}")


def units(tree: "Unit") -> int:
    """How many units stand under the top, each counted once."""
    return sum((unit.repeats == "no") + units(unit) for unit in tree.units)


def leaders(tree: "Unit") -> int:
    """How many leaders are named, the top's included."""
    return len(tree.leaders) + sum(map(leaders, tree.units))


def as_record(unit: "Unit", day: date) -> dict[str, Any]:
    """The JSON form of a tree, units within units."""
    return {
        "id": unit.party.actor,
        "name": unit.party.name,
        "relation": _relation(unit.relation, day) if unit.relation else None,
        "leaders": [_relation(leader, day) for leader in unit.leaders],
        "split_off": [_relation(split, day) for split in unit.split_off],
        "also_under": [party.actor for party in unit.also_under],
        "repeats": unit.repeats,
        "units": [as_record(under, day) for under in unit.units],
    }


def _relation(relation: "Relation", day: date) -> dict[str, Any]:
    from dateline.model.fact_record import fact_record
    from dateline.record.in_words import last_confirmed

    last = last_confirmed(relation, day)
    return {
        **fact_record(relation),
        "holds": relation.on(day),
        "last_confirmed": last.isoformat() if last else None,
    }


def _print(tree: "Unit", day: date) -> None:
    from dateline.cli.tables import console

    screen = console()
    for line in _lines(tree, day, screen.width):
        screen.print(line, soft_wrap=True)


def _lines(tree: "Unit", day: date, width: int) -> "Iterator[Any]":
    from dateline.cli.chart_view import chart_lines

    return chart_lines(tree, day, width)
