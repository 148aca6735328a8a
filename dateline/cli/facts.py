"""``dateline facts``: what the record concludes, and when it holds."""

import sys
from datetime import date
from typing import TYPE_CHECKING, Any

from dateline.cli.counting import Counting
from dateline.cli.fact_filter import asked_record, fact_filter
from dateline.cli.lake import settings_for
from dateline.cli.options import FromOption, JsonOption, LakeOption, StoreOption, ToOption, VerboseOption
from dateline.cli.record_options import (
    AllOption,
    AsOfOption,
    FactActorOption,
    FactTypeOption,
    InOption,
    PossibleOption,
    SourcesOption,
    StatusOption,
)
from dateline.cli.words import counted, say

if TYPE_CHECKING:
    from dateline.model.fact import Fact
    from dateline.record import FactFilter, Record


def facts_command(
    as_of: AsOfOption = None,
    possible: PossibleOption = False,
    actor: FactActorOption = None,
    fact_type: FactTypeOption = None,
    place: InOption = None,
    date_from: FromOption = None,
    date_to: ToOption = None,
    status: StatusOption = None,
    sources: SourcesOption = 0,
    described: AllOption = False,
    as_json: JsonOption = False,
    store: StoreOption = None,
    lake: LakeOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """List facts: what reports, taken together, say was done or was so.

    All that is asked for must hold. Facts come in the order of their days, those without a day or an end first.
    `dateline why ID` shows what a fact rests on.

    **Examples:**

    - `dateline facts --actor AQIM --type leads --as-of 2012-12-03`

    - `dateline facts --in ML --from 2012 --status conflicting --json`
    """
    with asked_record(settings_for(store, lake)) as record:
        wanted = fact_filter(
            record,
            actor=actor,
            fact_type=fact_type,
            place=place,
            as_of=as_of,
            possible=possible,
            date_from=date_from,
            date_to=date_to,
            status=status,
            sources=sources,
            described=described,
        )
        count = print_facts(record, wanted, as_json=as_json)
    say(counted(count, "fact"))


def print_facts(record: "Record", wanted: "FactFilter", *, as_json: bool, dated: bool = False) -> int:
    """Print the facts asked for, one after another; returns how many."""
    found = record.facts(wanted)
    if as_json:
        from dateline.export import write_jsonl

        return write_jsonl((as_record(fact, wanted.as_of) for fact in found), sys.stdout)
    from dateline.cli.fact_lines import fact_lines
    from dateline.cli.tables import console

    screen = console()
    count = Counting(found)
    for line in fact_lines(count, screen.width, as_of=wanted.as_of, dated=dated):
        screen.print(line, soft_wrap=True)
    return count.number


def as_record(fact: "Fact", as_of: date | None) -> dict[str, Any]:
    """The JSON form of a fact, with how surely it ``holds`` on the day asked for."""
    from dateline.model.fact import Relation
    from dateline.model.fact_record import fact_record

    record = fact_record(fact)
    if as_of is not None and isinstance(fact, Relation):
        record["holds"] = fact.on(as_of)
    return record
