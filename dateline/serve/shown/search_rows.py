"""What a search shows: hits with their words in pieces, and the actors whose names hold the words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from dateline.errors import BadArgument
from dateline.store import Hit, View, search
from dateline.store import record_tables as t
from dateline.store.search import What
from dateline.store.search_query import Term, read_query

LIMIT = 30
ACTORS = 12
"""So many actors stand beside the hits."""

Piece = tuple[str, bool]
"""Words, and whether they were looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundActor:
    """An actor one of whose names holds the words."""

    id: str
    name: str
    kind: str
    country: str | None
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A stretch of what was found."""

    hits: Sequence[Hit]
    more: int | None
    """Where the next stretch begins; None when this is the last."""
    actors: Sequence[FoundActor]
    actors_in_all: int


def found(view: View, words: str, what: What | None, offset: int) -> Found:
    """``what`` None: actors only. Raises BadArgument for words that cannot be meant."""
    hits = search(view, words, what=what, limit=LIMIT + 1, offset=offset) if what else []
    most, skipped = (ACTORS, 0) if what else (LIMIT, offset)
    actors, number = _actors(view, words, most, skipped) if what in (None, "all") else ([], 0)
    more = offset + LIMIT if len(hits) > LIMIT or (what is None and offset + LIMIT < number) else None
    return Found(hits=hits[:LIMIT], more=more, actors=actors, actors_in_all=number)


def pieces(hit: Hit) -> Iterator[Piece]:
    """The words of a hit, cut at what was looked for."""
    at = 0
    for start, end in hit.matches:
        if at < start:
            yield hit.snippet[at:start], False
        yield hit.snippet[start:end], True
        at = end
    if at < len(hit.snippet):
        yield hit.snippet[at:], False


def _actors(view: View, words: str, most: int, offset: int) -> tuple[list[FoundActor], int]:
    table = t.actors.c
    conditions = [_names(term) for term in read_query(words)]
    columns = (table.id, table.name, table.kind, table.country, table.reports)
    query = sa.select(*columns).where(*conditions).order_by(table.reports.desc(), table.id).limit(most).offset(offset)
    count = sa.select(sa.func.count()).select_from(t.actors).where(*conditions)
    with view.connected() as connection:
        number = connection.scalar(count) or 0
        return [FoundActor(**row) for row in connection.execute(query).mappings()], number


def _names(term: Term) -> sa.ColumnElement[bool]:
    held = t.actors.c.words.contains(f" {' '.join(term.words)}{'' if term.begins else ' '}", autoescape=True)
    return ~held if term.excluded else held


def why_not(words: str) -> str | None:
    """What is wrong with words that cannot be meant; None when nothing is."""
    try:
        read_query(words)
    except BadArgument as error:
        return str(error)
    return None
