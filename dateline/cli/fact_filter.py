"""What the options of ``dateline facts`` and ``dateline events`` ask the record for, and who is meant by a name."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Literal

from dateline.cli.claim_filter import refuse_unknown_type
from dateline.cli.words import counted, say
from dateline.errors import BadArgument
from dateline.model.days import first_day, last_day
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.model import Status
    from dateline.model.actor import Actor
    from dateline.record import FactFilter, Record

SAID = 5
"""So many actors of one name are told apart before the others are counted."""


@contextmanager
def asked_record(settings: Settings) -> "Iterator[Record]":
    """The record of the store, brought up to date first, which is said. Raises RunStopped as ``open_record`` does."""
    from dateline.record import open_record

    def behind() -> None:
        say("bringing the facts up to date with what was added …")

    with open_record(settings.store, wait_seconds=settings.store_wait_seconds, when_behind=behind) as record:
        yield record


def fact_filter(
    record: "Record",
    *,
    kind: Literal["event", "relation"] | None = None,
    actor: str | None = None,
    fact_type: str | None = None,
    place: str | None = None,
    as_of: str | None = None,
    possible: bool = False,
    date_from: str | None = None,
    date_to: str | None = None,
    status: "Status | None" = None,
    sources: int = 0,
    described: bool = False,
) -> "FactFilter":
    """The filter that the options mean; a name that several bear is said on standard error.

    Raises BadArgument for what cannot be meant, and for an actor or type that is not there.
    """
    from dateline.record import FactFilter
    from dateline.record.places import country_codes

    day = one_day(as_of)
    if possible and day is None:
        raise BadArgument("--possible belongs to --as-of: give a day, such as --as-of 2012-12-03")
    if day is not None and (kind == "event" or (fact_type or "").split("/")[0].isupper()):
        raise BadArgument("--as-of is about relations, which hold for a time: ask for events with --from and --to")
    if fact_type is not None and next(record.facts(FactFilter(type=fact_type, described_too=True)), None) is None:
        refuse_unknown_type(fact_type)
    return FactFilter(
        kind=kind,
        actors=chosen_actors(record, actor) if actor is not None else None,
        type=fact_type,
        place=place,
        countries=country_codes(place) if place else frozenset(),
        as_of=day,
        possible_too=possible,
        date_from=first_day(date_from),
        date_to=last_day(date_to),
        status=status,
        least_sources=sources,
        described_too=described,
    )


def one_day(text: str | None) -> date | None:
    """The day of ``--as-of``. Raises BadArgument for a month, a year and anything else."""
    first, last = first_day(text), last_day(text)
    if first != last:
        raise BadArgument(f"{text!r} is more than one day: --as-of takes a day, such as {first}")
    return first


def chosen_actors(record: "Record", name: str) -> frozenset[str]:
    """The ids of all actors of a name, or of the one of an id. Several, and those that bear it only in part, are said.

    Raises BadArgument when there is none.
    """
    found = record.named(name)
    if len(found) > 1 or not bears(found[0], name):
        which = "; ".join(f"{actor.name} ({actor.id}, {counted(actor.reports, 'report')})" for actor in found[:SAID])
        more = f" and {len(found) - SAID:,} more" if len(found) > SAID else ""
        how = "is the name of" if bears(found[0], name) else "is part of the names of"
        say(f"{name!r} {how} {counted(len(found), 'actor')}: {which}{more}. An id asks for one alone")
    return frozenset(actor.id for actor in found)


def bears(actor: "Actor", name: str) -> bool:
    """Whether it is the actor's id, or one of its names as a whole."""
    from dateline.store.name_words import words_of

    wanted = words_of(name)
    return actor.id == name or any(words_of(use.name) == wanted for use in actor.names)
