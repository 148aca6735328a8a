"""``dateline why``: what a fact rests on, down to the words of reports."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.fact_filter import asked_record
from dateline.cli.lake import settings_for
from dateline.cli.options import JsonOption, LakeOption, StoreOption, VerboseOption
from dateline.cli.words import counted, say

if TYPE_CHECKING:
    from dateline.record import Record

IdArgument = Annotated[
    str, typer.Argument(metavar="ID", help="Of a fact (v…, x…) or a claim (c…, h…); a fact's may be cut short.")
]


def why_command(
    identifier: IdArgument,
    as_json: JsonOption = False,
    store: StoreOption = None,
    lake: LakeOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """Show what a fact rests on: each claim, the words that state it, who vouches for it, and why these are one fact.

    In the sentences, the words that state the claim stand between » and «.

    **Example:** `dateline why x3f2a91c04be7`
    """
    with asked_record(settings_for(store, lake)) as record:
        if identifier[:1] in ("c", "h"):
            count = _claim(record, identifier, as_json=as_json)
        else:
            count = _fact(record, identifier, as_json=as_json)
    say(counted(count, "claim"))


def _fact(record: "Record", identifier: str, *, as_json: bool) -> int:
    from dateline.cli.why_view import decision_lines, fact_head, ground_lines
    from dateline.record.ground_records import why_fact
    from dateline.record.ground_words import source_names
    from dateline.record.grounds import decisions_about, grounds

    fact = record.fact(identifier)
    if as_json:
        typer.echo(json.dumps(why_fact(record, fact), ensure_ascii=False))
        return len(fact.evidence)
    held = grounds(record, fact)
    decided = decisions_about(record, fact, [one.claim for one in fact.evidence])
    _print(partial(fact_head, record, fact))
    names = source_names(record, fact)
    before = ""
    for number, ground in enumerate(held, 1):
        _print(partial(ground_lines, ground, number, names, again=ground.card.id == before))
        before = ground.card.id
    _print(partial(decision_lines, decided))
    return len(fact.evidence)


def _claim(record: "Record", identifier: str, *, as_json: bool) -> int:
    from dateline.cli.why_view import decision_lines, facts_of_claim_lines, ground_lines
    from dateline.record.ground_records import why_claim
    from dateline.record.grounds import decisions_about, ground_of_claim

    if as_json:
        typer.echo(json.dumps(why_claim(record, identifier), ensure_ascii=False))
        return 1
    ground = ground_of_claim(record, identifier)
    facts = record.facts_of_claim(identifier)
    decided = decisions_about(record, None, [identifier])
    _print(partial(ground_lines, ground, 1, {}))
    _print(partial(facts_of_claim_lines, facts, identifier))
    _print(partial(decision_lines, decided))
    return 1


def _print(lines: "Callable[..., Iterator[Any]]") -> None:
    """Print what a function makes for the width of the screen."""
    from dateline.cli.tables import console

    screen = console()
    for line in lines(width=screen.width):
        screen.print(line, soft_wrap=True)
