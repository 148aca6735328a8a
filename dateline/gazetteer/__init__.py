"""Places of the world: the packaged index, users' own additions, and how both are built and asked."""

from typing import TYPE_CHECKING

from dateline.lazily import on_first_use

if TYPE_CHECKING:
    from dateline.gazetteer.entry import Entry, Match
    from dateline.gazetteer.lookup import Gazetteer, load_gazetteer
else:
    __getattr__ = on_first_use(
        __name__,
        {
            "entry": "Entry Match",
            "lookup": "Gazetteer load_gazetteer",
        },
    )

__all__ = ["Entry", "Gazetteer", "Match", "load_gazetteer"]
