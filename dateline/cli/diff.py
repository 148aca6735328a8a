"""``dateline diff``: what changed between two snapshots, or since one, and why."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import JsonOption, StoreOption, VerboseOption
from dateline.cli.words import counted, printable, say
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.record.snapshots import Change, Diff


def diff_command(
    before: Annotated[str, typer.Argument(metavar="A", help="The name of a snapshot.")],
    after: Annotated[
        str | None, typer.Argument(metavar="[B]", help="The name of a later one. Default: the facts as they are.")
    ] = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Say which facts are new, changed or withdrawn: field by field, before and after, and why.

    **Examples:**

    - `dateline diff 2026-05`

    - `dateline diff 2026-05 2026-06 --json | jq 'select(.how == "withdrawn")'`
    """
    found = diff(before, after, Settings.build(store=store))
    for change in found.changes:
        typer.echo(json.dumps(change.as_record(), ensure_ascii=False) if as_json else "\n".join(_lines(change)))
    for why in found.why:
        say(f"between {found.before} and {found.after}: {why}")
    counts = ", ".join(f"{len(found.of(how)):,} {how}" for how in ("added", "changed", "withdrawn"))
    say(f"{counted(len(found.changes), 'difference')} between {found.before} and {found.after}: {counts}")


def diff(before: str, after: str | None, settings: Settings) -> "Diff":
    """The differences. Raises BadArgument for a name that no snapshot has, RunStopped when the store cannot be read."""
    from dateline.record import open_record
    from dateline.record.snapshots import diff as differences

    with open_record(settings.store, wait_seconds=settings.store_wait_seconds) as record:
        return differences(record.view, before, after)


def _lines(change: "Change") -> Iterator[str]:
    from dateline.record.change_words import short, told

    sign = {"added": "+", "changed": "~", "withdrawn": "-"}[change.how]
    yield f"{sign} {change.id}  {printable(told(change.fact))}"
    for one in change.fields:
        yield f"    {printable(f'{one.field}: {short(one.field, one.before)} → {short(one.field, one.after)}')}"
    for why in change.why:
        yield f"    why: {printable(why)}"
