"""Actors as rows of the store and back. Apart from the other rows, since only making facts needs their tallies."""

from typing import Any

from dateline.facts.actors import Tallies
from dateline.facts.shelf import HeldActor
from dateline.model.fact_record import actor_of_record, actor_record
from dateline.store.name_words import searchable

Row = dict[str, Any]


def actor_row(held: HeldActor) -> Row:
    """The record of an actor with the columns that are asked for."""
    actor, tallies = held.actor, held.tallies
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "words": searchable([use.name for use in actor.names]),
        "reports": actor.reports,
        "tallies": [list(counts.items()) for counts in (tallies.kinds, tallies.countries, tallies.scenes)],
        "record": actor_record(actor),
    }


def held_actor_of_row(row: Any) -> HeldActor:
    kinds, countries, scenes = (dict(counts) for counts in row.tallies)
    tallies = Tallies(kinds=kinds, countries=countries, scenes=scenes)
    return HeldActor(actor=actor_of_record(row.record), tallies=tallies)
