"""Places of the world: the packaged index, users' own additions, and how both are built and asked."""

from dateline.gazetteer.entry import Entry, Match
from dateline.gazetteer.lookup import Gazetteer, load_gazetteer

__all__ = ["Entry", "Gazetteer", "Match", "load_gazetteer"]
