"""The actors of a record as lists show them: found by words, a page at a time, counted by the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from dateline.model.actor import Actor
from dateline.record.shelf_reads import ShelfReads
from dateline.store import View
from dateline.store import record_tables as t
from dateline.store.name_words import words_of

ActorOrder = Literal["reports", "facts", "name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorsWanted:
    """Which actors are asked for; all that is given must hold."""

    words: str = ""
    """Words of names, the last letters of each left open: ``tall om`` finds Omar Tall. Or an actor's id."""
    kind: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2, in any case."""

    def conditions(self) -> list[sa.ColumnElement[bool]]:
        """What holds of the actors that are wanted."""
        actors = t.actors.c
        found: list[sa.ColumnElement[bool]] = []
        if asked := self.words.strip():
            begun = [actors.words.contains(f" {word}") for word in words_of(asked)]
            found.append(sa.or_(sa.and_(*begun), actors.id == asked) if begun else actors.id == asked)
        if self.kind:
            found.append(actors.kind == self.kind)
        if self.country:
            found.append(actors.country == self.country.strip().upper())
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorLine:
    """An actor and how many named facts it takes part in."""

    actor: Actor
    facts: int

    @property
    def other_names(self) -> tuple[str, ...]:
        """All names but the first, the most used first."""
        return tuple(use.name for use in self.actor.names if use.name != self.actor.name)


def actor_lines(
    view: View, wanted: ActorsWanted, *, order: ActorOrder = "reports", limit: int, offset: int = 0
) -> tuple[Sequence[ActorLine], int]:
    """A page of actors, and how many there are in all. Raises RunStopped when the store fails."""
    conditions = wanted.conditions()
    query = sa.select(t.actors.c.id, _facts()).where(*conditions).order_by(*_by(order), t.actors.c.id)
    count = sa.select(sa.func.count()).select_from(t.actors).where(*conditions)
    with view.connected() as connection:
        facts = {row.id: row.facts for row in connection.execute(query.limit(limit).offset(offset))}
        actors = ShelfReads(connection).actors(facts)
        lines = [ActorLine(actor=actors[one], facts=number) for one, number in facts.items()]
        return lines, connection.scalar(count) or 0


def find_actors(view: View, words: str, *, limit: int) -> list[Actor]:
    """The actors that somebody may mean who has typed so much, the likeliest first: those of that whole name, those
    whose first name begins so, then others; among each those that more reports name. Without words the most named.
    """
    actors = t.actors.c
    typed = " ".join(words_of(words))
    whole, begun = actors.words.contains(f" {typed} "), actors.words.startswith(f" {typed}")
    exact = sa.or_(actors.words == f" {typed} ", actors.words.startswith(f" {typed} |"))
    exact = sa.or_(exact, actors.words.contains(f"| {typed} |"), actors.words.endswith(f"| {typed} "))
    rank = sa.case((actors.id == words.strip(), 0), (exact, 1), (begun, 2), (whole, 3), else_=4)
    by = (rank, actors.reports.desc(), actors.id) if words.strip() else (actors.reports.desc(), actors.id)
    query = sa.select(actors.id).where(*ActorsWanted(words=words).conditions()).order_by(*by).limit(limit)
    with view.connected() as connection:
        ids = list(connection.scalars(query))
        found = ShelfReads(connection).actors(ids)
    return [found[one] for one in ids]


def actor_countries(view: View) -> list[str]:
    """The countries that actors of the record have, by code."""
    query = sa.select(t.actors.c.country).where(t.actors.c.country.is_not(None)).distinct()
    with view.connected() as connection:
        return sorted(connection.scalars(query))


def _facts() -> sa.Label[int]:
    """How many facts an actor takes part in that name their parties; those only described would swamp the others."""
    taking = sa.select(sa.func.count(sa.distinct(t.fact_actors.c.fact_id)))
    return taking.where(t.fact_actors.c.actor_id == t.actors.c.id).scalar_subquery().label("facts")


def _by(order: ActorOrder) -> tuple[Any, ...]:
    if order == "name":
        return (t.actors.c.words,)
    return (sa.desc("facts"),) if order == "facts" else (t.actors.c.reports.desc(),)
