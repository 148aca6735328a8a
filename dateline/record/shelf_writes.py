"""Facts written into a store's rows."""

from collections.abc import Iterable, Sequence
from datetime import date
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from dateline.facts.copies import Copy, Signature
from dateline.facts.inputs import EntityId
from dateline.facts.shelf import EventRow, HeldJudgement, Member, RelationRow
from dateline.model.actor import Actor
from dateline.model.date_span import DayRange
from dateline.model.fact import Event, Fact, Relation
from dateline.model.fact_record import actor_record, fact_record
from dateline.record.shelf_reads import ShelfReads, chunks
from dateline.store import record_tables as t
from dateline.store.name_words import searchable

Row = dict[str, Any]


class StoreShelf(ShelfReads):
    """A shelf over one connection with a transaction of its own, which the caller ends."""

    def put_copies(self, signatures: Iterable[Signature], copies: Iterable[Copy]) -> None:
        fresh = list(signatures)
        for table in (t.signatures, t.bands):
            self._delete(table.c.report_id, (one.report for one in fresh))
        self._insert(t.signatures, (_signature_row(one) for one in fresh))
        self._insert(t.bands, ({"band": band, "report_id": one.report} for one in fresh for band in one.bands()))
        rows = [_copy_row(one) for one in copies]
        self._delete(t.copies.c.report_id, (row["report_id"] for row in rows))
        self._insert(t.copies, rows)

    def put_keys(self, ids: Iterable[EntityId], keys: Iterable[tuple[str, EntityId]]) -> None:
        self._delete_at(t.entity_keys.c.report_id, t.entity_keys.c.entity, ids)
        rows = {(key, *entity): None for key, entity in keys}
        self._insert(
            t.entity_keys, ({"key": key, "report_id": report, "entity": entity} for key, report, entity in rows)
        )

    def put_actors(
        self,
        gone: Iterable[str],
        without: Iterable[EntityId],
        actors: Iterable[Actor],
        members: Iterable[Member],
        judgements: Iterable[HeldJudgement],
    ) -> None:
        old = list(gone)
        self._delete_at(t.members.c.report_id, t.members.c.entity, without)
        for column in (t.judgements.c.left_actor, t.judgements.c.right_actor):
            self._delete(column, old)
        found = list(actors)
        self._delete(t.actors.c.id, {*old, *(actor.id for actor in found)})
        self._insert(t.actors, (_actor_row(actor) for actor in found))
        self._insert(t.members, (_member_row(member) for member in members))
        self._insert(t.judgements, (_judgement_row(one) for one in judgements))

    def put_events(self, gone: Iterable[str], rows: Iterable[EventRow], events: Iterable[Event]) -> None:
        new = list(rows)
        if self.is_empty:
            self._insert(t.event_claims, (_event_claim_row(row) for row in new))
            self._put_facts(events)
            return
        old_claims = {row.claim for row in self.event_rows_of(gone)}
        claims = old_claims | {row.claim for row in new}
        on_claims = self._set(t.fact_claims.c.fact_id, t.fact_claims.c.claim_id, claims)
        self._delete_facts(self._set(t.facts.c.id, t.facts.c.id, (one for one in on_claims if one.startswith("v"))))
        self._delete(t.event_claims.c.claim_id, claims)
        self._insert(t.event_claims, (_event_claim_row(row) for row in new))
        self._put_facts(events)

    def put_relations(
        self,
        gone_claims: Iterable[str],
        gone: Iterable[str],
        rows: Iterable[RelationRow],
        relations: Iterable[Relation],
    ) -> None:
        self._delete(t.relation_claims.c.claim_id, gone_claims)
        new = [_relation_claim_row(row) for row in rows]
        self._delete(t.relation_claims.c.claim_id, {row["claim_id"] for row in new})
        found = list(relations)
        self._delete_facts({*gone, *(relation.id for relation in found)})
        self._insert(t.relation_claims, new)
        self._put_facts(found)

    is_empty = False
    """Whether nothing is made yet, so that nothing need be looked for before it is put."""

    def empty(self) -> None:
        """Take away all that is made."""
        for table in t.MADE:
            self.connection.execute(sa.delete(table))
        self.is_empty = True

    def _put_facts(self, facts: Iterable[Fact]) -> None:
        held = list(facts)
        self._insert(t.facts, (_fact_row(fact) for fact in held))
        self._insert(t.fact_claims, (row for fact in held for row in _fact_claim_rows(fact)))
        self._insert(t.fact_actors, (row for fact in held for row in _fact_actor_rows(fact)))

    def _delete_facts(self, ids: Iterable[str]) -> None:
        gone = list(ids)
        for column in (t.fact_claims.c.fact_id, t.fact_actors.c.fact_id, t.facts.c.id):
            self._delete(column, gone)

    def _delete(self, column: sa.Column[Any], values: Iterable[str]) -> None:
        if self.is_empty:
            return
        for chunk in chunks(values):
            self.connection.execute(sa.delete(column.table).where(column.in_(chunk)))

    def _delete_at(self, report: sa.Column[Any], entity: sa.Column[Any], keys: Iterable[EntityId]) -> None:
        if self.is_empty:
            return
        for chunk in chunks(keys):
            firsts = sorted({key[0] for key in chunk})
            at = sa.tuple_(report, entity).in_(chunk)
            self.connection.execute(sa.delete(report.table).where(report.in_(firsts), at))

    def _insert(self, table: sa.Table, rows: Iterable[Row]) -> None:
        """Insert rows with all or the same of the table's columns."""
        held: Sequence[Row] = list(rows)
        if table in _PLAIN and held:
            self._insert_plain(table, held)
            return
        for start in range(0, len(held), 5000):
            self.connection.execute(sa.insert(table), held[start : start + 5000])

    def _insert_plain(self, table: sa.Table, rows: Sequence[Row]) -> None:
        """Insert rows of strings and numbers as they are: SQLAlchemy takes ten times as long to look at each value."""
        names = list(rows[0])
        mark = "?" if self.connection.dialect.paramstyle == "qmark" else "%s"
        columns = ", ".join(f'"{name}"' for name in names)
        statement = f'INSERT INTO "{table.name}" ({columns}) VALUES ({", ".join([mark] * len(names))})'
        values = [tuple(row.values()) for row in rows]
        if len(values) > 1:
            values.sort(key=itemgetter(0))  # in the order of the key, so that an index grows at its end
        for start in range(0, len(values), 20_000):
            self.connection.exec_driver_sql(statement, values[start : start + 20_000])


_PLAIN = (t.bands, t.entity_keys, t.fact_claims, t.fact_actors, t.relation_claims, t.judgements)
"""Tables without days and records."""


def _signature_row(one: Signature) -> Row:
    return {
        "report_id": one.report,
        "shingles": one.shingles,
        "digest": one.hashes.astype("<u4").tobytes(),
        "agency": one.agency,
    }


def _copy_row(one: Copy) -> Row:
    return {
        "report_id": one.report,
        "cluster": one.cluster,
        "standing": one.standing,
        "of": one.of,
        "similarity": one.similarity,
        "superseded_by": one.superseded_by,
        "reason": one.reason,
    }


def _actor_row(actor: Actor) -> Row:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "words": searchable([use.name for use in actor.names]),
        "reports": actor.reports,
        "record": actor_record(actor),
    }


def _member_row(member: Member) -> Row:
    report, entity = member.key
    return {"report_id": report, "entity": entity, "actor_id": member.actor, "background": dict(member.background)}


def _judgement_row(held: HeldJudgement) -> Row:
    one = held.judgement
    return {
        "left_report": one.left[0],
        "left_entity": one.left[1],
        "right_report": one.right[0],
        "right_entity": one.right[1],
        "near": one.near,
        "left_actor": held.left_actor,
        "right_actor": held.right_actor,
        "verdict": one.verdict,
        "score": one.score,
        "reason": one.reason,
        "decision": one.decision,
    }


def _event_claim_row(row: EventRow) -> Row:
    return {
        "claim_id": row.claim,
        "report_id": row.report,
        "item": row.item,
        "component": row.component,
        "family": row.family,
        "country": row.country,
        "first": row.first,
        "last": row.last,
    }


def _relation_claim_row(row: RelationRow) -> Row:
    return {
        "claim_id": row.claim,
        "report_id": row.report,
        "type": row.type,
        "subject": row.subject,
        "object": row.object,
        "planned": row.planned,
    }


def _fact_row(fact: Fact) -> Row:
    possible = fact.possible if isinstance(fact, Event) else _envelope(fact)
    reported = fact.reported if isinstance(fact, Event) else None
    place = fact.place
    return {
        "id": fact.id,
        "kind": "event" if isinstance(fact, Event) else "relation",
        "type": fact.type,
        "mode": fact.mode if isinstance(fact, Event) else None,
        "named": isinstance(fact, Event) or _is_named(fact),
        "place_words": searchable([place.name]) if place else "",
        "country": place.country if place else None,
        "possible_first": possible.first if possible else None,
        "possible_last": possible.last if possible else None,
        "dated": possible is not None,
        "reported_first": reported.first if reported else None,
        "reported_last": reported.last if reported else None,
        "status": fact.status,
        "sources": fact.sources,
        "modality": fact.modality,
        "record": fact_record(fact),
    }


def _envelope(relation: Relation) -> DayRange | None:
    """All days on which a relation is vouched for, or may still hold; None when no day is known."""
    if not relation.validity:
        return None
    firsts: list[date | None] = []
    for stretch in relation.validity:
        days = stretch.certain or stretch.possible
        firsts.append(
            days.first if stretch.possible.first is None else min(filter(None, (days.first, stretch.possible.first)))
        )
    lasts = [stretch.possible.last for stretch in relation.validity]
    first = None if None in firsts else min(day for day in firsts if day)
    last = None if None in lasts else max(day for day in lasts if day)
    return DayRange(first=first, last=last)


def _is_named(relation: Relation) -> bool:
    return relation.subject.actor is not None and (relation.object.actor is not None or relation.object.kind == "place")


def _fact_claim_rows(fact: Fact) -> Iterable[Row]:
    seen: dict[str, Row] = {}
    for one in fact.evidence:
        seen.setdefault(
            one.claim, {"fact_id": fact.id, "claim_id": one.claim, "report_id": one.report, "stance": one.stance}
        )
    return seen.values()


def _fact_actor_rows(fact: Fact) -> Iterable[Row]:
    if isinstance(fact, Event):
        parts = {(party.actor, "actor") for party in fact.actors} | {
            (party.actor, "recipient") for party in fact.recipients
        }
    else:
        parts = {(fact.subject.actor, "subject"), (fact.object.actor, "object")}
    return (
        {"fact_id": fact.id, "actor_id": actor, "part": part} for actor, part in sorted((a, p) for a, p in parts if a)
    )
