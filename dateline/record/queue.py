"""What a person looks at next: claims, events or relations in the order of doubt or of reports.

The order of a filter is worked out once and kept for a while: it needs every claim that fits. Which of them are judged
is asked each time.
"""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.errors import BadArgument
from dateline.record.verdicts import Standing, Verdicts, made_on
from dateline.store import View
from dateline.store import record_tables as t
from dateline.store.filters import ClaimFilter, Condition
from dateline.store.name_words import words_of
from dateline.store.tables import claims, readings, reports

What = Literal["claims", "events", "relations"]
Order = Literal["doubt", "sure", "report"]
"""The least sure first, of which those of facts on which sources differ go before all; the surest first; or report by
report as added.
Facts have no report: "report" gives the latest first.
"""
Status = Literal["open", "mine", "others", "decided", "all"]
"""Judged by nobody; by me; by others and not by me; by anybody; all."""
LINE = 0.5
"""The confidence at which a claim is as often right as wrong."""
KEPT_SECONDS = 600.0
MOST_KEPT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFilter:
    """All that is given must hold. None: not asked for."""

    what: What = "claims"
    order: Order = "doubt"
    type: str | None = None
    """As the reader found it: ``ASSAULT``, ``ASSAULT/abduct`` or a relation."""
    report: str | None = None
    """A report's id or the beginning of it, else a file or url."""
    actor: str | None = None
    """An actor of the record by id; else words of a name, as reports have it. Who did it, to whom, or who says so."""
    modality: str | None = None
    least: float | None = None
    """Of claims: the least confidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A claim or fact of the queue."""

    id: str
    report: str
    """Of a claim; empty for a fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A stretch of a queue."""

    items: tuple[Item, ...]
    total: int
    """All that fit the filter, judged or not."""
    judged: int
    today: int
    """What the person judged since midnight (UTC), whatever the filter."""
    left: int
    """How many fit filter and status."""


class Queue:
    """The queues of a store. Safe to share between threads. Every question may raise RunStopped."""

    def __init__(self, view: View, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._view = view
        self._clock = clock
        self._lock = threading.Lock()
        self._orders: dict[QueueFilter, _Ordered] = {}
        self.verdicts = Verdicts(view)

    def batch(
        self,
        wanted: QueueFilter,
        *,
        by: str,
        status: Status = "open",
        after: str | None = None,
        before: str | None = None,
        limit: int = 20,
        verdicts: Standing | None = None,
    ) -> Batch:
        """What comes after an id, or before one (in the order of the queue); from the beginning without either, or
        when the queue does not hold it. ``verdicts``: what counts as judged; None for the decisions of all. Raises
        BadArgument for a filter that cannot be.
        """
        ordered = self._ordered(wanted)
        verdicts = self.verdicts.now() if verdicts is None else verdicts
        judges = {one: {held.by for held in many} for one, many in verdicts.items() if one in ordered.places}
        fits, left = _fitting(status, judges, by), _how_many(status, judges, by, len(ordered.ids))
        today = made_on(verdicts, by, datetime.now(UTC).date())
        if before is not None:
            ahead = ordered.ids[: ordered.places.get(before, 0)]
            chosen = list(islice((one for one in reversed(ahead) if fits(one)), limit))[::-1]
        else:
            rest = islice(ordered.ids, ordered.places.get(after or "", -1) + 1, None)
            chosen = list(islice((one for one in rest if fits(one)), limit))
        items = tuple(Item(id=one, report=ordered.reports[ordered.places[one]]) for one in chosen)
        return Batch(items=items, total=len(ordered.ids), judged=len(judges), today=today, left=left)

    def _ordered(self, wanted: QueueFilter) -> "_Ordered":
        with self._view.connected() as connection:
            newest = connection.scalar(sa.select(sa.func.max(readings.c.id))) or 0
            with self._lock:
                kept = self._orders.get(wanted)
            if kept is not None and kept.newest == newest and self._clock() - kept.at < KEPT_SECONDS:
                return kept
            query = _of_claims(connection, wanted) if wanted.what == "claims" else _of_facts(connection, wanted)
            ids, held = tuple(zip(*connection.execute(query).all(), strict=True)) or ((), ())
        places = {one: place for place, one in enumerate(ids)}
        found = _Ordered(at=self._clock(), newest=newest, ids=ids, reports=held, places=places)
        with self._lock:
            self._orders.pop(wanted, None)
            self._orders[wanted] = found
            while len(self._orders) > MOST_KEPT:
                self._orders.pop(next(iter(self._orders)))
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ordered:
    """All that fits a filter, in its order."""

    at: float
    newest: int
    """The last reading that there was."""
    ids: tuple[str, ...]
    reports: tuple[str, ...]
    places: Mapping[str, int]


def _fitting(status: Status, judges: Mapping[str, set[str]], by: str) -> Callable[[str], bool]:
    tests: Mapping[Status, Callable[[str], bool]] = {
        "open": lambda one: one not in judges,
        "mine": lambda one: by in judges.get(one, ()),
        "others": lambda one: one in judges and by not in judges[one],
        "decided": lambda one: one in judges,
        "all": lambda _: True,
    }
    return tests[status]


def _how_many(status: Status, judges: Mapping[str, set[str]], by: str, total: int) -> int:
    mine = sum(by in held for held in judges.values())
    numbers: Mapping[Status, int] = {
        "open": total - len(judges),
        "mine": mine,
        "others": len(judges) - mine,
        "decided": len(judges),
        "all": total,
    }
    return numbers[status]


def _of_claims(connection: Connection, wanted: QueueFilter) -> sa.Select[Any]:
    found = ClaimFilter(type=wanted.type, report=wanted.report).conditions()
    if wanted.modality:
        found.append(claims.c.modality == wanted.modality)
    if wanted.least is not None:
        found.append(claims.c.confidence >= wanted.least)
    if wanted.actor:
        found.append(_with_actor(connection, wanted.actor))
    query = sa.select(claims.c.id, claims.c.report_id).join(readings, readings.c.id == claims.c.reading_id)
    if wanted.report or wanted.order == "report":
        query = query.join(reports, reports.c.id == claims.c.report_id)
    query = query.where(*found)
    if wanted.order == "report":
        return query.order_by(reports.c.added_at, claims.c.report_id, claims.c.position)
    if wanted.order == "sure":
        return query.order_by(claims.c.confidence.desc(), claims.c.report_id, claims.c.position)
    disputed = (
        sa.select(t.fact_claims.c.claim_id)
        .join(t.facts, t.facts.c.id == t.fact_claims.c.fact_id)
        .where(t.facts.c.status == "conflicting")
    )
    first = sa.case((claims.c.id.in_(disputed), 0), else_=1)
    return query.order_by(first, sa.func.abs(claims.c.confidence - LINE), claims.c.report_id, claims.c.position)


def _with_actor(connection: Connection, actor: str) -> Condition:
    entities = (claims.c.subject_entity, claims.c.object_entity, claims.c.said_by_entity)
    if _is_actor(connection, actor):
        same = sa.and_(
            t.members.c.report_id == claims.c.report_id, sa.or_(*(t.members.c.entity == e for e in entities))
        )
        return sa.exists().where(t.members.c.actor_id == actor, same)
    words = words_of(actor)
    if not words:
        raise BadArgument(f"{actor!r} holds no word to look for: give a name, such as Gao")
    columns = (claims.c.subject_words, claims.c.object_words, claims.c.said_by_words)
    return sa.or_(*(sa.and_(*(column.contains(f" {word} ") for word in words)) for column in columns))


def _of_facts(connection: Connection, wanted: QueueFilter) -> sa.Select[Any]:
    facts = t.facts.c
    found: list[Condition] = [facts.kind == wanted.what.removesuffix("s"), facts.named]
    if wanted.type:
        name, _, mode = wanted.type.partition("/")
        found.append(sa.func.lower(facts.type) == name.lower())
        found += [sa.func.lower(facts.mode) == mode.lower()] if mode else []
    if wanted.modality:
        found.append(facts.modality == wanted.modality)
    if wanted.report:
        held = ClaimFilter(report=wanted.report).conditions()[1:]
        of_report = sa.select(reports.c.id).where(*held)
        of_fact = sa.select(t.fact_claims.c.fact_id).where(t.fact_claims.c.report_id.in_(of_report))
        found.append(facts.id.in_(of_fact))
    if wanted.actor:
        found.append(facts.id.in_(sa.select(t.fact_actors.c.fact_id).where(_part_of(connection, wanted.actor))))
    query = sa.select(facts.id, sa.literal("")).where(*found)
    if wanted.order == "report":
        day = sa.func.coalesce(facts.possible_last, facts.possible_first, facts.reported_last)
        return query.order_by(day.desc().nulls_last(), facts.id)
    if wanted.order == "sure":
        return query.order_by(sa.case((facts.status == "conflicting", 1), else_=0), facts.sources.desc(), facts.id)
    return query.order_by(sa.case((facts.status == "conflicting", 0), else_=1), facts.sources, facts.id)


def _part_of(connection: Connection, actor: str) -> Condition:
    if _is_actor(connection, actor):
        return t.fact_actors.c.actor_id == actor
    words = words_of(actor)
    if not words:
        raise BadArgument(f"{actor!r} holds no word to look for: give a name, such as Gao")
    named = (t.actors.c.words.contains(f" {word} ") for word in words)
    return t.fact_actors.c.actor_id.in_(sa.select(t.actors.c.id).where(*named))


def _is_actor(connection: Connection, identifier: str) -> bool:
    return connection.scalar(sa.select(t.actors.c.id).where(t.actors.c.id == identifier)) is not None
