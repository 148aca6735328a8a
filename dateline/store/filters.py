"""Which reports and claims are asked for, and the conditions that say so in SQL."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from dateline.errors import BadArgument
from dateline.store.name_words import words_of
from dateline.store.tables import claims, readings, reports

Condition = sa.ColumnElement[bool]
Column = sa.Column[Any]

PLACE_IS_OBJECT = ("operates_in", "controls", "based_in")
"""Relations whose object is a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """All that is given must hold. None: not asked for. Names are found by words, in any case and accent."""

    actor: str | None = None
    """A name of the subject or of the object, in any form that the report uses."""
    type: str | None = None
    """``ASSAULT``, or with its mode ``ASSAULT/abduct``; in any case."""
    place: str | None = None
    """Words of the place's name, or a country's ISO 3166-1 alpha-2 code."""
    countries: frozenset[str] = frozenset()
    """Codes of the countries that bear the name in ``place``, so that what happened in them is found too."""
    date_from: date | None = None
    """Claims possibly true on or after this day. A claim without a date is in no range."""
    date_to: date | None = None
    """Claims possibly true on or before this day."""
    speaker: str | None = None
    """A name of whom the report cites."""
    report: str | None = None
    """A report's id or the beginning of it, else its source, the last part of its path, or its url."""
    include_superseded: bool = False
    """Whether claims of older readings are given too."""

    def conditions(self) -> list[Condition]:
        """Raises BadArgument for a name without a word and for a range that ends before it starts."""
        found: list[Condition] = [] if self.include_superseded else [readings.c.superseded_at.is_(None)]
        if self.actor is not None:
            found.append(_named(self.actor, claims.c.subject_words, claims.c.object_words))
        if self.type is not None:
            found += _of_type(self.type)
        if self.place is not None:
            found.append(_at_place(self.place, self.countries))
        found += _in_range(self.date_from, self.date_to, claims.c.possible_first, claims.c.possible_last)
        if self.date_from or self.date_to:
            found.append(claims.c.edtf.is_not(None))
        if self.speaker is not None:
            found.append(_named(self.speaker, claims.c.said_by_words))
        if self.report is not None:
            found.append(_is_report(self.report))
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFilter:
    """All that is given must hold. None: not asked for."""

    report: str | None = None
    """As in ``ClaimFilter``."""
    publisher: str | None = None
    """Part of the publisher's name, in any case."""
    date_from: date | None = None
    """Published on or after this day. A report without a day of publication is in no range."""
    date_to: date | None = None
    """Published on or before this day."""

    def conditions(self) -> list[Condition]:
        """Raises BadArgument for a range that ends before it starts."""
        found = _in_range(self.date_from, self.date_to, reports.c.published, reports.c.published)
        if self.date_from or self.date_to:
            found.append(reports.c.published.is_not(None))
        if self.report is not None:
            found.append(_is_report(self.report))
        if self.publisher is not None:
            found.append(sa.func.lower(reports.c.publisher).contains(self.publisher.lower(), autoescape=True))
        return found


def _named(name: str, *columns: Column) -> Condition:
    """All words of a name stand in one of the columns of searchable words."""
    words = words_of(name)
    if not words:
        raise BadArgument(f"{name!r} holds no word to look for: give a name, such as Gao")
    return sa.or_(*(sa.and_(*(column.contains(f" {word} ") for word in words)) for column in columns))


def _of_type(wanted: str) -> list[Condition]:
    name, _, mode = wanted.partition("/")
    found: list[Condition] = [sa.func.lower(claims.c.type) == name.strip().lower()]
    if mode:
        found.append(sa.func.lower(claims.c.mode) == mode.strip().lower())
    return found


def _at_place(place: str, countries: frozenset[str]) -> Condition:
    named_object = sa.and_(claims.c.type.in_(PLACE_IS_OBJECT), _named(place, claims.c.object_words))
    found = [_named(place, claims.c.place_words), named_object]
    code = {place.strip().upper()} if re.fullmatch(r"[A-Za-z]{2}", place.strip()) else set()
    if countries | code:
        found.append(claims.c.country.in_(sorted(countries | code)))
    return sa.or_(*found)


def _in_range(start: date | None, end: date | None, first: Column, last: Column) -> list[Condition]:
    """The range from ``start`` to ``end`` shares a day with that of the columns, where None is an open end."""
    if start and end and start > end:
        raise BadArgument(f"the range from {start} to {end} ends before it starts: change the two round")
    found: list[Condition] = []
    if start:
        found.append(sa.or_(last.is_(None), last >= start))
    if end:
        found.append(sa.or_(first.is_(None), first <= end))
    return found


def _is_report(report: str) -> Condition:
    if re.fullmatch(r"r[0-9a-f]{1,16}", report):
        return reports.c.id.startswith(report)
    tail = reports.c.source.endswith(f"/{report}", autoescape=True)
    return sa.or_(reports.c.source == report, tail, reports.c.url == report)
