"""What facts are made from, read out of a store's rows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.facts.agencies import credited_agency
from dateline.facts.from_records import claim_in
from dateline.facts.inputs import ClaimIn, EntityId, EntityIn, ReportIn, place_in_report
from dateline.facts.shelf import EventRow, HeldActor, Ids, RelationRow, TextIn
from dateline.facts.signatures import Signature
from dateline.record.concluded import Concluded, chunks
from dateline.record.held_actor_rows import held_actor_of_row
from dateline.record.shelf_rows import entity_of_row, flat_noun
from dateline.record.signature_rows import signature_of_row
from dateline.store import record_tables as t
from dateline.store.bytewise import bytewise
from dateline.store.tables import claims, readings, reports


class ShelfReads(Concluded):
    """The reading half of a shelf, over one connection."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._orders: dict[str, int] | None = None

    def reports(self, ids: Ids) -> dict[str, ReportIn]:
        names = [reports.c[name] for name in ("id", "published", "publisher", "added_at")]
        found = self._by(sa.select(*names), reports.c.id, ids)
        return {
            row.id: ReportIn(id=row.id, order=self._order(row.id), published=row.published, publisher=row.publisher)
            for row in found
        }

    def _order(self, report: str) -> int:
        """The place of a report in the order of adding; asked for once."""
        if self._orders is None:
            query = sa.select(reports.c.id).order_by(reports.c.added_at, bytewise(reports.c.id))
            self._orders = {one: number for number, (one,) in enumerate(self.connection.execute(query).all())}
        return self._orders[report]

    def texts(self, ids: Ids) -> Iterator[TextIn]:
        columns = ("id", "text", "furniture", "dateline", "author", "publisher")
        for row in self._by(sa.select(*(reports.c[name] for name in columns)), reports.c.id, ids):
            line = row.dateline or {}
            agency = credited_agency(row.text, dateline=line.get("agency"), author=row.author, publisher=row.publisher)
            yield TextIn(report=row.id, text=_read_part(row.text, row.furniture, line), agency=agency)

    def entities(self, ids: Ids) -> dict[str, list[EntityIn]]:
        found: dict[str, list[EntityIn]] = {}
        for row in self._by(_entities(), t.entities.c.report_id, ids):
            found.setdefault(row.report_id, []).append(entity_of_row(row))
        return found

    def entities_at(self, keys: Iterable[EntityId]) -> dict[EntityId, EntityIn]:
        rows = self._at(_entities(), t.entities.c.report_id, t.entities.c.id, keys)
        return {(row.report_id, row.id): entity_of_row(row) for row in rows}

    def claims(self, ids: Ids) -> dict[str, list[ClaimIn]]:
        query = (
            sa.select(claims.c.report_id, claims.c.position, claims.c.record)
            .join(readings, readings.c.id == claims.c.reading_id)
            .where(readings.c.superseded_at.is_(None))
        )
        found: dict[str, list[ClaimIn]] = {}
        for row in self._by(query, claims.c.report_id, ids):
            found.setdefault(row.report_id, []).append(claim_in(row.record, row.report_id, row.position))
        for held in found.values():
            held.sort(key=lambda claim: claim.order)
        return found

    def standing_claims(self, wanted: Iterable[str]) -> set[str]:
        query = (
            sa.select(claims.c.id)
            .join(readings, readings.c.id == claims.c.reading_id)
            .where(readings.c.superseded_at.is_(None))
        )
        return {one for chunk in chunks(wanted) for one in self.connection.scalars(query.where(claims.c.id.in_(chunk)))}

    def reports_of_claims(self, wanted: Iterable[str]) -> set[str]:
        query = sa.select(claims.c.report_id).distinct()
        return {one for chunk in chunks(wanted) for one in self.connection.scalars(query.where(claims.c.id.in_(chunk)))}

    def reports_naming(self, name: str) -> set[str]:
        query = (
            sa.select(t.entity_keys.c.report_id)
            .distinct()
            .where(t.entity_keys.c.key.contains(f":{name}", autoescape=True))
        )
        return set(self.connection.scalars(query))

    def signatures(self, ids: Ids) -> dict[str, Signature]:
        rows = self._by(sa.select(t.signatures), t.signatures.c.report_id, ids)
        return {row.report_id: signature_of_row(row) for row in rows}

    def reports_with_bands(self, bands: Iterable[str]) -> set[str]:
        return self._set(t.bands.c.report_id, t.bands.c.band, bands)

    def reports_in_clusters(self, clusters: Iterable[str]) -> set[str]:
        return self._set(t.copies.c.report_id, t.copies.c.cluster, clusters)

    def keys(self, ids: Iterable[EntityId]) -> dict[EntityId, list[str]]:
        found: dict[EntityId, list[str]] = {}
        for key, report, entity in self._at(
            sa.select(t.entity_keys), t.entity_keys.c.report_id, t.entity_keys.c.entity, ids
        ):
            found.setdefault((report, entity), []).append(key)
        return found

    def keys_held(self, ids: frozenset[str]) -> dict[str, int]:
        rows = self._in(sa.select(t.entity_keys.c.key), t.entity_keys.c.report_id, ids)
        return Counter(row.key for row in rows)

    def holders(self, keys: Iterable[str]) -> set[EntityId]:
        query = sa.select(t.entity_keys.c.report_id, t.entity_keys.c.entity)
        found: set[EntityId] = set()
        for chunk in chunks(keys):
            rows = self.connection.execute(query.where(t.entity_keys.c.key.in_(chunk))).all()
            found.update((report, entity) for report, entity in rows)
        return found

    def holders_counted(self, keys: Iterable[str]) -> dict[str, int]:
        key = t.entity_keys.c.key
        query = sa.select(key, sa.func.count()).group_by(key)
        return {row[0]: row[1] for row in self._in(query, key, keys)}

    def first_holder(self, key: str) -> EntityId:
        return min(self.holders([key]), key=lambda one: (self._order(one[0]), *place_in_report(one[1])))

    def actors_at(self, keys: Iterable[EntityId]) -> set[str]:
        rows = self._at(sa.select(t.members.c.actor_id), t.members.c.report_id, t.members.c.entity, keys)
        return {row.actor_id for row in rows}

    def twins(self, profiles: Iterable[str], besides: frozenset[str]) -> dict[str, str]:
        columns = t.members.c
        found: dict[str, str] = {}
        for one in profiles:
            query = sa.select(columns.report_id, columns.actor_id).where(columns.profile == one)
            with self.connection.execute(query) as rows:
                held = next((row.actor_id for row in rows if row.report_id not in besides), None)
            if held is not None:
                found[one] = held
        return found

    def are_last(self, ids: frozenset[str]) -> bool:
        columns = reports.c
        first = self.connection.scalar(sa.select(sa.func.min(columns.added_at)).where(columns.id.in_(sorted(ids))))
        since = self.connection.scalars(sa.select(columns.id).where(columns.added_at >= first))
        return set(since) <= ids

    def held_actors(self, ids: Iterable[str]) -> dict[str, HeldActor]:
        query = sa.select(t.actors.c.id, t.actors.c.record, t.actors.c.tallies)
        return {row.id: held_actor_of_row(row) for row in self._in(query, t.actors.c.id, ids)}

    def event_rows(self, reports: Ids) -> list[EventRow]:
        return [
            flat_noun(EventRow, row) for row in self._by(sa.select(t.event_claims), t.event_claims.c.report_id, reports)
        ]

    def event_rows_of(self, components: Iterable[str]) -> list[EventRow]:
        return [
            flat_noun(EventRow, row)
            for row in self._in(sa.select(t.event_claims), t.event_claims.c.component, components)
        ]

    def components_with(self, claims: Iterable[str]) -> set[str]:
        return self._set(t.event_claims.c.component, t.event_claims.c.claim_id, claims)

    def event_rows_near(self, family: str, country: str | None, first: date, last: date) -> list[EventRow]:
        table = t.event_claims.c
        here = table.country == country if country is not None else table.country.is_(None)
        query = sa.select(t.event_claims).where(table.family == family, here, table.first <= last, table.last >= first)
        return [flat_noun(EventRow, row) for row in self.connection.execute(query)]

    def relation_rows(self, reports: Ids) -> list[RelationRow]:
        rows = self._by(sa.select(t.relation_claims), t.relation_claims.c.report_id, reports)
        return [flat_noun(RelationRow, row) for row in rows]

    def relation_rows_of(self, groups: Iterable[tuple[str, str]]) -> list[RelationRow]:
        rows = self._at(sa.select(t.relation_claims), t.relation_claims.c.object, t.relation_claims.c.type, groups)
        return [flat_noun(RelationRow, row) for row in rows]

    def relation_rows_by(self, subjects: Iterable[str]) -> list[RelationRow]:
        rows = self._in(sa.select(t.relation_claims), t.relation_claims.c.subject, subjects)
        return [flat_noun(RelationRow, row) for row in rows]


def _entities() -> sa.Select[Any]:
    return (
        sa.select(t.entities)
        .join(readings, readings.c.id == t.entities.c.reading_id)
        .where(readings.c.superseded_at.is_(None))
        .order_by(bytewise(t.entities.c.report_id), bytewise(t.entities.c.id))
    )


def _read_part(text: str, furniture: Sequence[dict[str, Any]], line: dict[str, Any]) -> str:
    """The text without furniture and dateline, so that a reprint in another frame is still the same text."""
    spans = sorted(
        [*((one["start"], one["end"]) for one in furniture), *([(line["start"], line["end"])] if line else [])]
    )
    pieces, done = [], 0
    for start, end in spans:
        pieces.append(text[done : max(start, done)])
        done = max(end, done)
    return " ".join([*pieces, text[done:]])
