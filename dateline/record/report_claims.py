"""The claims of one report as the record has them: put right and judged by people, with the facts they are evidence
of.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.facts.decided import VERDICTS
from dateline.facts.desk import Desk, Page
from dateline.facts.standing import Standing, report_of, standing
from dateline.model.decision import Decision
from dateline.model.fact import Fact, Stance, Status
from dateline.model.fact_record import fact_of
from dateline.model.portion import SaidClaim
from dateline.model.record_types import ReadingRecord
from dateline.record.concluded import chunks
from dateline.record.portions import claims_of
from dateline.record.record import Record, named_facts
from dateline.record.shelf_reads import ShelfReads
from dateline.record.shelf_writes import StoreShelf
from dateline.store import record_tables as t


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportClaim:
    """A claim of a report."""

    said: SaidClaim
    verdict: Status | None
    """``accepted`` or ``rejected``, as it stands; None while nobody judged it. Who puts a claim right accepts it."""
    decisions: tuple[Decision, ...]
    """Those about it that stand, in order."""
    facts: tuple[tuple[Fact, Stance], ...]
    """What it is evidence of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportClaims:
    """All claims of a report."""

    claims: tuple[ReportClaim, ...]
    """In the order of the text; those that were rejected and those added by hand too."""
    astray: tuple[Decision, ...]
    """Decisions on claims that the newest reading no longer makes: they need another look."""


def report_claims(record: Record, reading: ReadingRecord) -> ReportClaims:
    """The claims of a reading that stands."""
    view, report = record.view, reading["report"]["id"]
    with view.connected() as connection:
        stand = standing(ShelfReads(connection).decisions())
        about = [one for one in stand.about("claim") if report_of(one) == report]
        page = _page(connection, stand, report) if about else None
        added = [one.targets[0] for one in about if one.kind == "add"]
        said = claims_of(connection, dict.fromkeys([*(one["id"] for one in reading["claims"]), *added], report))
        facts = _facts(connection, report)
    decided = _by_claim(about, page)
    claims = (
        ReportClaim(
            said=one,
            verdict=_verdict(decided.get(identifier, [])),
            decisions=tuple(decided.get(identifier, ())),
            facts=tuple(facts.get(identifier, ())),
        )
        for identifier, one in said.items()
    )
    ordered = sorted(claims, key=lambda one: one.said.record["evidence"][0])
    return ReportClaims(claims=tuple(ordered), astray=page.astray if page else ())


def _page(connection: Connection, stand: Standing, report: str) -> Page | None:
    return Desk(StoreShelf(connection), stand).pages(frozenset([report])).get(report)


def _by_claim(about: list[Decision], page: Page | None) -> dict[str, list[Decision]]:
    """The decisions on each claim of today, as ``Page.moved`` carried them over."""
    moved: Mapping[str, str] = page.moved if page else {}
    found: dict[str, list[Decision]] = {}
    for one in about:
        found.setdefault(moved.get(one.targets[0], one.targets[0]), []).append(one)
    return found


def _verdict(decisions: list[Decision]) -> Status | None:
    return VERDICTS.get(decisions[-1].kind, "accepted") if decisions else None


def _facts(connection: Connection, report: str) -> dict[str, list[tuple[Fact, Stance]]]:
    """By claim, the facts that it is evidence of."""
    table = t.fact_claims.c
    query = sa.select(table.claim_id, table.fact_id, table.stance).where(table.report_id == report)
    rows = connection.execute(query.order_by(table.fact_id)).all()
    records = sa.select(t.facts.c.record)
    held: dict[str, Fact] = {}
    for chunk in chunks({row.fact_id: None for row in rows}):
        stored = [fact_of(one) for one in connection.scalars(records.where(t.facts.c.id.in_(chunk)))]
        held.update({fact.id: fact for fact in named_facts(connection, stored)})
    found: dict[str, list[tuple[Fact, Stance]]] = {}
    for row in rows:
        if row.fact_id in held:
            found.setdefault(row.claim_id, []).append((held[row.fact_id], row.stance))
    return found
