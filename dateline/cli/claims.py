"""``dateline claims``: what the reports of the store say."""

import sys
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from dateline.cli.claim_filter import claim_filter, refuse_absent, refuse_unknown_type
from dateline.cli.lake import refuse_both
from dateline.cli.options import (
    ActorOption,
    FromOption,
    JsonOption,
    LakeOption,
    PlaceOption,
    ReportOption,
    SpeakerOption,
    StoreOption,
    SupersededOption,
    ToOption,
    TypeOption,
    VerboseOption,
)
from dateline.cli.words import counted, say
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.store import ClaimFilter, StoredClaim


def claims_command(
    actor: ActorOption = None,
    claim_type: TypeOption = None,
    place: PlaceOption = None,
    date_from: FromOption = None,
    date_to: ToOption = None,
    speaker: SpeakerOption = None,
    report: ReportOption = None,
    superseded: SupersededOption = False,
    as_json: JsonOption = False,
    store: StoreOption = None,
    lake: LakeOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """List claims: what a report says was done or was so, and on whose word.

    All that is asked for must hold. Names are found by whole words, in any case and with or without accents. A claim
    is in a range of days when it may have been true on one of them.

    **Examples:**

    - `dateline claims --actor Kallon --from 2012`

    - `dateline claims --type ASSAULT/abduct --place Mali --json`

    - `dateline claims --lake crawl-2024 --place Gao`
    """
    wanted = claim_filter(
        actor=actor,
        claim_type=claim_type,
        place=place,
        date_from=date_from,
        date_to=date_to,
        speaker=speaker,
        report=report,
        superseded=superseded,
    )
    refuse_both(store, lake)
    found = claims_in_lake(wanted, lake) if lake else claims(wanted, Settings.build(store=store))
    count = _print_json(found) if as_json else _print_tables(found)
    say(counted(count, "claim"))


def claims(wanted: "ClaimFilter", settings: Settings) -> "Iterator[StoredClaim]":
    """The claims asked for, report by report.

    Raises RunStopped when the store cannot be read, BadArgument for a report or a type that it does not hold.
    """
    from dateline.store import open_view

    with open_view(settings.store, wait_seconds=settings.store_wait_seconds) as view:
        refuse_absent(wanted, view)
        yield from view.claims(wanted)


def claims_in_lake(wanted: "ClaimFilter", lake: str) -> "Iterator[StoredClaim]":
    """The claims asked for in the output of a batch. Raises BadArgument for what is no such folder."""
    from dateline.batch.lake import Lake

    if wanted.type is not None:
        refuse_unknown_type(wanted.type)
    yield from Lake(lake).claims(wanted)


def _print_json(found: "Iterator[StoredClaim]") -> int:
    from dateline.export import write_jsonl

    return write_jsonl((claim.as_record() for claim in found), sys.stdout)


def _print_tables(found: "Iterator[StoredClaim]") -> int:
    from dateline.cli.claim_table import claims_of_report
    from dateline.cli.tables import console

    screen = console()
    count = 0
    for _, group in groupby(found, key=lambda claim: claim.report_id):
        of_report = list(group)
        for line in claims_of_report(of_report, screen.width):
            screen.print(line, soft_wrap=True)
        count += len(of_report)
    return count
