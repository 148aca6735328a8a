"""Facts written into a store's rows."""

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from dateline.facts.inputs import EntityId
from dateline.facts.shelf import EventRow, HeldActor, HeldJudgement, Member, RelationRow
from dateline.facts.signatures import Copy, Signature
from dateline.model.fact import Event, Fact, Relation
from dateline.record.concluded import chunks
from dateline.record.fact_rows import fact_actor_rows, fact_claim_rows, fact_row
from dateline.record.held_actor_rows import actor_row
from dateline.record.shelf_reads import ShelfReads
from dateline.record.shelf_rows import flat_row, judgement_row, member_row
from dateline.record.signature_rows import signature_row
from dateline.store import record_tables as t
from dateline.store.engine import to_json

Row = dict[str, Any]


class StoreShelf(ShelfReads):
    """A shelf over one connection with a transaction of its own, which the caller ends."""

    def put_copies(self, signatures: Iterable[Signature], copies: Iterable[Copy]) -> None:
        fresh = list(signatures)
        for table in (t.signatures, t.bands):
            self._delete(table.c.report_id, (one.report for one in fresh))
        self._insert(t.signatures, (signature_row(one) for one in fresh))
        self._insert(t.bands, ({"band": band, "report_id": one.report} for one in fresh for band in one.bands()))
        rows = [flat_row(one) for one in copies]
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
        actors: Iterable[HeldActor],
        members: Iterable[Member],
        unjudged: Iterable[HeldJudgement],
        judgements: Iterable[HeldJudgement],
    ) -> None:
        self._delete_at(t.members.c.report_id, t.members.c.entity, without)
        self._delete_judgements(unjudged)
        found = list(actors)
        self._delete(t.actors.c.id, {*gone, *(one.actor.id for one in found)})
        self._insert(t.actors, (actor_row(one) for one in found))
        self._insert(t.members, (member_row(member) for member in members))
        self._insert(t.judgements, (judgement_row(one) for one in judgements))

    def put_events(self, gone: Iterable[str], rows: Iterable[EventRow], events: Iterable[Event]) -> None:
        new = list(rows)
        if self.is_empty:
            self._insert(t.event_claims, (flat_row(row) for row in new))
            self._put_facts(events)
            return
        old_claims = {row.claim for row in self.event_rows_of(gone)}
        claims = old_claims | {row.claim for row in new}
        on_claims = self._set(t.fact_claims.c.fact_id, t.fact_claims.c.claim_id, claims)
        self._delete_facts(self._set(t.facts.c.id, t.facts.c.id, (one for one in on_claims if one.startswith("v"))))
        self._delete(t.event_claims.c.claim_id, claims)
        self._insert(t.event_claims, (flat_row(row) for row in new))
        self._put_facts(events)

    def put_relations(
        self,
        gone_claims: Iterable[str],
        gone: Iterable[str],
        rows: Iterable[RelationRow],
        relations: Iterable[Relation],
    ) -> None:
        self._delete(t.relation_claims.c.claim_id, gone_claims)
        new = [flat_row(row) for row in rows]
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
        self._insert(t.facts, (fact_row(fact) for fact in held))
        self._insert(t.fact_claims, (row for fact in held for row in fact_claim_rows(fact)))
        self._insert(t.fact_actors, (row for fact in held for row in fact_actor_rows(fact)))

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

    def _delete_judgements(self, judgements: Iterable[HeldJudgement]) -> None:
        names = [column.name for column in t.judgements.primary_key]
        rows = [judgement_row(one) for one in judgements]
        if not rows:
            return
        same = (t.judgements.c[name] == sa.bindparam(f"old_{name}") for name in names)
        values = [{f"old_{name}": row[name] for name in names} for row in rows]
        self.connection.execute(sa.delete(t.judgements).where(*same), values)

    def _insert(self, table: sa.Table, rows: Iterable[Row]) -> None:
        """Insert rows with all or the same of the table's columns, as the driver takes them: SQLAlchemy would take ten
        times as long to look at each value.
        """
        held: Sequence[Row] = list(rows)
        if not held:
            return
        names = list(held[0])
        mark = "?" if self.connection.dialect.paramstyle == "qmark" else "%s"
        columns = ", ".join(f'"{name}"' for name in names)
        statement = f'INSERT INTO "{table.name}" ({columns}) VALUES ({", ".join([mark] * len(names))})'
        values = list(zip(*(_as_stored(table.c[name], [row[name] for row in held]) for name in names), strict=True))
        if len(values) > 1:
            values.sort(key=itemgetter(0))  # in the order of the key, so that an index grows at its end
        for start in range(0, len(values), 20_000):
            self.connection.exec_driver_sql(statement, values[start : start + 20_000])


def _as_stored(column: sa.Column[Any], values: list[Any]) -> list[Any]:
    """The values of a column as both databases' drivers take them: JSON and days as text."""
    if isinstance(column.type, sa.JSON):
        return [to_json(value) for value in values]
    if isinstance(column.type, sa.Date):
        return [value.isoformat() if value is not None else None for value in values]
    return values
