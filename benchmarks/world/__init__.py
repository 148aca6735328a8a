"""A made-up world of armed conflict with known truth, and news reports of it.

For measuring how well a reader of many reports finds who is who, which reports tell of one event, and what held when.
Imports nothing of Dateline and uses none of its lists, so that the measure does not lean on what it measures. Towns
and their coordinates are real; every person, armed group, outlet and event is made up.

    python -m benchmarks.world --seed 1 --reports 600 --out DIR
"""

from benchmarks.world.make import generate
from benchmarks.world.nouns import Actor, Claim, Event, Mention, Relation, Report, Truth, Victim, World

__all__ = ["Actor", "Claim", "Event", "Mention", "Relation", "Report", "Truth", "Victim", "World", "generate"]
