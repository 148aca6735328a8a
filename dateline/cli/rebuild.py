"""``dateline rebuild``: make all facts anew."""

import json
import time
from dataclasses import asdict, dataclass
from typing import Annotated

import typer

from dateline.cli.options import JsonOption, StoreOption, VerboseOption
from dateline.cli.words import counted, say
from dateline.errors import RunStopped
from dateline.settings import Settings

CheckOption = Annotated[
    bool, typer.Option("--check", help="Compare the facts before and after, and stop with an error if they differ.")
]
NAMED = 5
"""So many ids of differing facts are given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What ``dateline rebuild --json`` prints."""

    reports: int
    facts: int
    seconds: float
    same: bool | None
    """Whether facts and actors are the same as before; None when that was not asked."""
    digest: str | None
    """SHA-256 of all facts and actors; None as above."""
    differing: tuple[str, ...]
    """Ids of facts and actors that differ, or that are there only before or after."""


def rebuild_command(
    check: CheckOption = False, as_json: JsonOption = False, store: StoreOption = None, verbose: VerboseOption = 0
) -> None:
    """Make all facts anew from reports, claims and decisions. Nothing that was read or decided is lost.

    Facts are brought up to date by themselves whenever they are asked for, so this is seldom needed. `--check` shows
    that both ways come to the same.

    **Example:** `dateline rebuild --check`
    """
    made = rebuilt(Settings.build(store=store), check=check)
    if as_json:
        typer.echo(json.dumps(asdict(made)))
    known = {None: "", True: ", the same as before", False: ", not the same as before"}
    say(
        f"{counted(made.facts, 'fact')} made anew from {counted(made.reports, 'report')} "
        f"in {made.seconds:.1f} seconds{known[made.same]}"
    )
    if made.same is False:
        more = f" and {len(made.differing) - NAMED:,} more" if len(made.differing) > NAMED else ""
        raise RunStopped(
            f"these differ from what was kept before: {', '.join(made.differing[:NAMED])}{more}. The store now holds "
            "those made anew; please report this fault"
        )


def rebuilt(settings: Settings, *, check: bool = False) -> Rebuilt:
    """Make the facts of a store anew. Raises RunStopped when there is no store, or it cannot be written."""
    from dateline.cli.progress import progress
    from dateline.record import bring_up_to_date, rebuild
    from dateline.record.digest import count_facts, differing, digest, fact_digests
    from dateline.store import open_store, open_view

    open_view(settings.store, wait_seconds=settings.store_wait_seconds).close()  # a store that is not there is not made
    with open_store(settings.store, wait_seconds=settings.store_wait_seconds) as opened:
        if check:
            bring_up_to_date(opened)
        before = fact_digests(opened) if check else {}
        started = time.monotonic()
        with progress("Making all facts anew", None):
            upkeep = rebuild(opened)
        seconds = time.monotonic() - started
        after = fact_digests(opened) if check else {}
        facts = count_facts(opened)
    differ = tuple(differing(before, after))
    return Rebuilt(
        reports=upkeep.reports,
        facts=facts,
        seconds=round(seconds, 3),
        same=not differ if check else None,
        digest=digest(after) if check else None,
        differing=differ,
    )
