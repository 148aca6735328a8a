"""Which facts are asked for, and the conditions that say so in SQL."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import sqlalchemy as sa

from dateline.errors import BadArgument
from dateline.model.claim import Modality
from dateline.model.fact import Status
from dateline.store.name_words import words_of
from dateline.store.record_tables import fact_actors, fact_claims, facts
from dateline.store.tables import claims, readings

Condition = sa.ColumnElement[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactFilter:
    """All that is given must hold. None: not asked for."""

    kind: Literal["event", "relation"] | None = None
    id: str | None = None
    """A fact's id, or the beginning of it."""
    actors: frozenset[str] | None = None
    """Ids of actors, one of which takes part."""
    type: str | None = None
    """``ASSAULT``, or with its mode ``ASSAULT/abduct``, or a relation; in any case."""
    place: str | None = None
    """Words of the place's name, or a country's ISO 3166-1 alpha-2 code."""
    countries: frozenset[str] = frozenset()
    """Codes of the countries that bear the name in ``place``."""
    as_of: date | None = None
    """Relations that hold on this day: for which claims vouch, then or before with nothing to end it."""
    possible_too: bool = False
    """With ``as_of``: also relations that claims only allow on that day."""
    date_from: date | None = None
    """Facts possibly so on or after this day; an event without a day, those reported on or after it."""
    date_to: date | None = None
    status: Status | None = None
    modality: Modality | None = None
    speaker: str | None = None
    """Words of the name of whom a report cites for it, or against it."""
    least_sources: int = 0
    contradicted: bool = False
    """Only facts on which sources differ, or of which somebody says that they are not so."""
    described_too: bool = False
    """Also relations of whom no report names."""

    def conditions(self) -> list[Condition]:
        """Raises BadArgument for a name without a word and for a range that ends before it starts."""
        if self.date_from and self.date_to and self.date_from > self.date_to:
            raise BadArgument(
                f"the range from {self.date_from} to {self.date_to} ends before it starts: change the two round"
            )
        found: list[Condition] = []
        if self.id is not None:
            found.append(facts.c.id.startswith(self.id, autoescape=True))
        if self.type is not None:
            found += _of_type(self.type)
        if self.place is not None:
            found.append(_at(self.place, self.countries))
        if not self.described_too and self.id is None:
            found.append(facts.c.named)
        return [*found, *self._of_whom(), *self._how_sure(), *self._in_time()]

    def _of_whom(self) -> list[Condition]:
        found: list[Condition] = []
        if self.kind:
            # As an expression, so that SQLite begins with the actors where there are some.
            found.append((facts.c.kind if self.actors is None else facts.c.kind.concat("")) == self.kind)
        if self.actors is not None:
            of_actors = sa.select(fact_actors.c.fact_id).where(fact_actors.c.actor_id.in_(sorted(self.actors)))
            found.append(facts.c.id.in_(of_actors))
        if self.speaker is not None:
            found.append(_said_by(self.speaker))
        return found

    def _how_sure(self) -> list[Condition]:
        found: list[Condition] = []
        if self.status is not None:
            found.append(facts.c.status == self.status)
        if self.modality is not None:
            found.append(facts.c.modality == self.modality)
        if self.least_sources:
            found.append(facts.c.sources >= self.least_sources)
        if self.contradicted:
            found.append(_contradicted())
        return found

    def _in_time(self) -> list[Condition]:
        found: list[Condition] = []
        if self.as_of is not None:
            found += [facts.c.kind == "relation", facts.c.dated, _not_before(self.as_of, facts.c.possible_last)]
            if not self.possible_too:  # before the first day that claims vouch for it may have held already
                found.append(_not_after(self.as_of, facts.c.possible_first))
        for day, dated, reported in (
            (self.date_from, _not_before, facts.c.reported_last),
            (self.date_to, _not_after, facts.c.reported_first),
        ):
            if day is not None:
                column = facts.c.possible_last if dated is _not_before else facts.c.possible_first
                undated = sa.and_(facts.c.dated.is_(False), reported.is_not(None), dated(day, reported))
                found.append(sa.or_(sa.and_(facts.c.dated, dated(day, column)), undated))
        return found


def _contradicted() -> Condition:
    denied = sa.select(fact_claims.c.fact_id).where(
        fact_claims.c.fact_id == facts.c.id, fact_claims.c.stance == "contradicts"
    )
    differ = facts.c.record["disagreements"].as_string() != "[]"
    judged = facts.c.status.in_(("accepted", "rejected"))
    return sa.or_(facts.c.status == "conflicting", sa.exists(denied), sa.and_(judged, differ))


def _not_before(day: date, last: Any) -> Condition:
    return sa.or_(last.is_(None), last >= day)


def _not_after(day: date, first: Any) -> Condition:
    return sa.or_(first.is_(None), first <= day)


def _of_type(wanted: str) -> list[Condition]:
    name, _, mode = wanted.partition("/")
    found: list[Condition] = [sa.func.lower(facts.c.type) == name.strip().lower()]
    if mode:
        found.append(sa.func.lower(facts.c.mode) == mode.strip().lower())
    return found


def _said_by(speaker: str) -> Condition:
    words = words_of(speaker)
    if not words:
        raise BadArgument(f"{speaker!r} holds no word to look for: give the name of a speaker")
    said = (
        sa.select(claims.c.id)
        .join(readings, sa.and_(readings.c.id == claims.c.reading_id, readings.c.superseded_at.is_(None)))
        .where(*(claims.c.said_by_words.contains(f" {word} ") for word in words))
    )
    stands = fact_claims.c.stance.in_(("supports", "contradicts", "ends"))
    return facts.c.id.in_(sa.select(fact_claims.c.fact_id).where(stands, fact_claims.c.claim_id.in_(said)))


def _at(place: str, countries: frozenset[str]) -> Condition:
    words = words_of(place)
    if not words:
        raise BadArgument(f"{place!r} holds no word to look for: give a name, such as Gao")
    found: list[Condition] = [sa.and_(*(facts.c.place_words.contains(f" {word} ") for word in words))]
    code = {place.strip().upper()} if re.fullmatch(r"[A-Za-z]{2}", place.strip()) else set()
    if countries | code:
        found.append(facts.c.country.in_(sorted(countries | code)))
    return sa.or_(*found)
