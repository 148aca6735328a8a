"""``dateline reports``: what the store holds."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import (
    FromOption,
    JsonOption,
    ReportOption,
    StoreOption,
    ToOption,
    VerboseOption,
)
from dateline.cli.words import counted, say
from dateline.model.days import first_day, last_day
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.store import ReportFilter, StoredReport

PublisherOption = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Part of the publisher's name, in any case.")
]


def reports_command(
    report: ReportOption = None,
    publisher: PublisherOption = None,
    date_from: FromOption = None,
    date_to: ToOption = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """List the reports of the store; --from and --to look at the day of publication.

    **Examples:**

    - `dateline reports --from 2012-12`

    - `dateline reports --json | jq .title`
    """
    from dateline.store import ReportFilter

    wanted = ReportFilter(report=report, publisher=publisher, date_from=first_day(date_from), date_to=last_day(date_to))
    found = reports(wanted, Settings.build(store=store))
    count = _print_json(found) if as_json else _print_table(found)
    say(counted(count, "report"))


def reports(wanted: "ReportFilter", settings: Settings) -> "Iterator[StoredReport]":
    """The reports asked for, in the order they were added. Raises RunStopped when the store cannot be read."""
    from dateline.store import open_view

    with open_view(settings.store, wait_seconds=settings.store_wait_seconds) as view:
        yield from view.reports(wanted)


def _print_json(found: "Iterator[StoredReport]") -> int:
    from dateline.export import write_jsonl

    return write_jsonl((report.as_record() for report in found), sys.stdout)


def _print_table(found: "Iterator[StoredReport]") -> int:
    from dateline.cli.report_table import report_table
    from dateline.cli.tables import print_table

    listed = list(found)
    if listed:
        print_table(report_table(listed))
    return len(listed)
