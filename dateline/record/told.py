"""What others say of the facts that a claim tells of, for whoever judges the claim."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.model.fact import Evidence, Fact
from dateline.model.fact_record import fact_of
from dateline.record.concluded import chunks
from dateline.record.record import Record, named_facts
from dateline.store import record_tables as t
from dateline.store.tables import claims, readings, reports

MOST = 6
"""So many other claims of a fact are given in full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherClaim:
    """A claim that tells of the same fact, as the reader found it."""

    evidence: Evidence
    quote: str
    polarity: str
    modality: str
    title: str | None
    """Of its report, as are publisher and day."""
    publisher: str | None
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A fact that a claim tells of."""

    fact: Fact
    stance: str
    """What the claim is to it."""
    others: tuple[OtherClaim, ...]
    """Those that say otherwise first; at most ``MOST``."""
    more: int
    """How many there are besides."""


def told_with(record: Record, wanted: Iterable[str]) -> dict[str, list[Told]]:
    """The facts of each claim. Raises RunStopped when the store fails."""
    ids = list(wanted)
    with record.view.connected() as connection:
        facts = _facts_of(connection, ids)
        chosen = {(one, fact.id): _chosen(fact, one) for one, held in facts.items() for fact in held}
        evidence = {other.claim: other.report for many in chosen.values() for other in many}
        said = _said(connection, evidence)
    return {one: [_told(fact, one, chosen[one, fact.id], said) for fact in held] for one, held in facts.items()}


def _facts_of(connection: Connection, ids: list[str]) -> dict[str, list[Fact]]:
    query = sa.select(t.fact_claims.c.claim_id, t.fact_claims.c.fact_id).order_by(t.fact_claims.c.fact_id)
    of_claims = t.fact_claims.c.claim_id
    pairs = [tuple(row) for some in chunks(ids) for row in connection.execute(query.where(of_claims.in_(some)))]
    by_id = _facts_at(connection, {fact for _, fact in pairs})
    found: dict[str, list[Fact]] = {one: [] for one in ids}
    for claim, fact in pairs:
        if fact in by_id:
            found[claim].append(by_id[fact])
    return found


def facts_at(record: Record, ids: Iterable[str]) -> dict[str, Fact]:
    """Facts by id; those that are not there are left out. Raises RunStopped when the store fails."""
    with record.view.connected() as connection:
        return _facts_at(connection, set(ids))


def _facts_at(connection: Connection, wanted: set[str]) -> dict[str, Fact]:
    query = sa.select(t.facts.c.record)
    records = [
        record for some in chunks(sorted(wanted)) for record in connection.scalars(query.where(t.facts.c.id.in_(some)))
    ]
    return {fact.id: fact for fact in named_facts(connection, [fact_of(one) for one in records])}


def _chosen(fact: Fact, claim: str) -> list[Evidence]:
    others = [one for one in fact.evidence if one.claim != claim]
    return sorted(others, key=lambda one: one.stance != "contradicts")[:MOST]


def _said(connection: Connection, wanted: Mapping[str, str]) -> dict[str, Any]:
    """Asked for by report too: claims have no index by id alone."""
    columns = (claims.c.id, claims.c.quote, claims.c.polarity, claims.c.modality)
    of_report = (reports.c.title, reports.c.publisher, reports.c.published)
    query = (
        sa.select(*columns, *of_report)
        .join(readings, readings.c.id == claims.c.reading_id)
        .join(reports, reports.c.id == claims.c.report_id)
        .where(readings.c.superseded_at.is_(None))
    )
    found: dict[str, Any] = {}
    for some in chunks(sorted(wanted)):
        where = {wanted[one] for one in some}
        rows = connection.execute(query.where(claims.c.report_id.in_(where), claims.c.id.in_(some)))
        found.update((row.id, row) for row in rows)
    return found


def _told(fact: Fact, claim: str, chosen: list[Evidence], said: Mapping[str, Any]) -> Told:
    others = tuple(
        OtherClaim(
            evidence=one,
            quote=row.quote,
            polarity=row.polarity,
            modality=row.modality,
            title=row.title,
            publisher=row.publisher,
            published=row.published,
        )
        for one in chosen
        if (row := said.get(one.claim)) is not None
    )
    number = len({one.claim for one in fact.evidence} - {claim})
    stance = next((one.stance for one in fact.evidence if one.claim == claim), "supports")
    return Told(fact=fact, stance=stance, others=others, more=number - len(others))
