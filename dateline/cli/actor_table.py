"""Actors in a list: name, kind, country, how many reports name each, other names, and the id that tells them apart."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from rich.cells import set_cell_size
from rich.text import Text

from dateline.cli.claim_table import GAP, NARROWEST, wrapped
from dateline.cli.words import printable
from dateline.model.actor import Actor
from dateline.record.in_words import listed

FIXED = {"kind": 17, "country": 7, "reports": 7}
SHARES = {"name": 3, "also called": 3, "id": 2}
"""Shares of the room left. An id is not broken, so a long one may reach over the edge."""


def actor_lines(actors: Iterable[Actor], width: int) -> Iterator[Text]:
    """A head, then the actors one after another."""
    room = max(width, NARROWEST) - sum(FIXED.values()) - GAP * (len(FIXED) + len(SHARES) - 1)
    share = {name: max(13, part * room // sum(SHARES.values())) for name, part in SHARES.items()}
    widths = [share["name"], *FIXED.values(), share["also called"]]
    for number, actor in enumerate(actors):
        if number == 0:
            yield Text(_line(["actor", *FIXED, "also called"], widths, "id"), style="bold")
        others = listed([use.name for use in actor.names if use.name != actor.name])
        country, reports = actor.country or "", f"{actor.reports:,}"
        texts = [actor.name, actor.kind.replace("_", " "), country, reports, others]
        cells = [wrapped(printable(text), wide) for text, wide in zip(texts, widths, strict=True)]
        for place, parts in enumerate(zip_longest(*cells, fillvalue="")):
            yield Text(_line(list(parts), widths, actor.id if place == 0 else ""))


def _line(parts: list[str], widths: list[int], last: str) -> str:
    cells = [set_cell_size(part, width) for part, width in zip(parts, widths, strict=True)]
    return (" " * GAP).join([*cells, last]).rstrip()
