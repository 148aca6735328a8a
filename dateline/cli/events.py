"""``dateline events``: what happened, each event once, whatever the number of reports."""

from dateline.cli.fact_filter import asked_record, fact_filter
from dateline.cli.facts import print_facts
from dateline.cli.lake import settings_for
from dateline.cli.options import FromOption, JsonOption, LakeOption, StoreOption, ToOption, VerboseOption
from dateline.cli.record_options import EventTypeOption, FactActorOption, InOption, SourcesOption, StatusOption
from dateline.cli.words import counted, say


def events_command(
    place: InOption = None,
    event_type: EventTypeOption = None,
    date_from: FromOption = None,
    date_to: ToOption = None,
    actor: FactActorOption = None,
    sources: SourcesOption = 0,
    status: StatusOption = None,
    as_json: JsonOption = False,
    store: StoreOption = None,
    lake: LakeOption = None,
    verbose: VerboseOption = 0,
) -> None:
    """List events in the order of their days: each once, with the numbers that its reports give.

    All that is asked for must hold. `killed 12 (10 to 30)`: most sources say 12, the least any says is 10, the most 30.
    An event of which no report gives a day is found by when it was reported. `dateline why ID` shows what it rests on.

    **Examples:**

    - `dateline events --in ML --type ASSAULT/abduct --from 2012 --to 2013-06`

    - `dateline events --actor AQIM --sources 2 --json`
    """
    with asked_record(settings_for(store, lake)) as record:
        wanted = fact_filter(
            record,
            kind="event",
            actor=actor,
            fact_type=event_type,
            place=place,
            date_from=date_from,
            date_to=date_to,
            status=status,
            sources=sources,
        )
        count = print_facts(record, wanted, as_json=as_json, dated=True)
    say(counted(count, "event"))
