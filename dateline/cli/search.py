"""``dateline search``: reports and claims by their words."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.options import JsonOption, StoreOption, VerboseOption
from dateline.cli.words import counted, say
from dateline.errors import BadArgument
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.store import Hit
    from dateline.store.search import What

WordsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS", help="Words that must all occur. In quotation marks for the shell if there are signs."
    ),
]
ReportsOption = Annotated[bool, typer.Option("--reports", help="Look in the texts of reports only.")]
ClaimsOption = Annotated[
    bool, typer.Option("--claims", help="Look in claims only: their quotations and the names in them.")
]
LimitOption = Annotated[int, typer.Option("--limit", metavar="NUMBER", min=1, help="Show so many, the best first.")]


def search_command(
    words: WordsArgument,
    only_reports: ReportsOption = False,
    only_claims: ClaimsOption = False,
    limit: LimitOption = 20,
    as_json: JsonOption = False,
    store: StoreOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Search reports and claims for words, whatever their case and accents.

    All words must occur. Put a phrase in double quotation marks, a * after the beginning of a word, and a - before what
    must not occur; and put all of it in single ones, so that the shell leaves it alone.

    **Examples:**

    - `dateline search convoy menaka`

    - `dateline search '"northern front" explos* -market' --claims`
    """
    hits = search(" ".join(words), _what(only_reports, only_claims), limit + 1, Settings.build(store=store))
    shown, more = hits[:limit], len(hits) > limit
    if as_json:
        _print_json(shown)
    else:
        _print_table(shown)
    say(f"the best {counted(limit, 'hit')}; --limit shows more" if more else counted(len(shown), "hit"))


def search(words: str, what: "What", limit: int, settings: Settings) -> "list[Hit]":
    """The best hits in a store. Raises BadArgument for words that cannot be meant, RunStopped without a store."""
    from dateline.store import open_view
    from dateline.store import search as search_store

    with open_view(settings.store, wait_seconds=settings.store_wait_seconds) as view:
        return search_store(view, words, what=what, limit=limit)


def _what(only_reports: bool, only_claims: bool) -> "What":
    if only_reports and only_claims:
        raise BadArgument("--reports and --claims are each the only place to look: give one of them, or none for both")
    return "reports" if only_reports else "claims" if only_claims else "all"


def _print_json(hits: "list[Hit]") -> None:
    from dateline.export import write_jsonl

    write_jsonl((hit.as_record() for hit in hits), sys.stdout)


def _print_table(hits: "list[Hit]") -> None:
    from dateline.cli.search_table import search_table
    from dateline.cli.tables import print_table

    if hits:
        print_table(search_table(hits))
