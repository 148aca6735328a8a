"""The claims and reports that facts rest on, as people and exports see them."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.facts.decided import located, standing
from dateline.facts.desk import report_of
from dateline.facts.from_records import CORRECTABLE, claim_in
from dateline.model.decision import Decision
from dateline.model.mention import word_entity
from dateline.model.portion import ReportCard, SaidClaim
from dateline.model.record_types import ClaimRecord
from dateline.record.shelf_reads import ShelfReads, chunks
from dateline.store import record_tables as t
from dateline.store.tables import claims, readings, reports


def claims_of(connection: Connection, wanted: Mapping[str, str]) -> dict[str, SaidClaim]:
    """Claims by id, as people corrected them. ``wanted``: their reports by the id of the claim."""
    shelf = ShelfReads(connection)
    decisions = _on_claims(shelf, frozenset(wanted.values()))
    members = {key: one.actor for key, one in shelf.members(frozenset(wanted.values())).items()}
    query = (
        sa.select(claims.c.id, claims.c.report_id, claims.c.position, claims.c.record, readings.c.reader)
        .join(readings, readings.c.id == claims.c.reading_id)
        .where(readings.c.superseded_at.is_(None))
    )
    found: dict[str, SaidClaim] = {}
    for chunk in chunks(wanted):
        for row in connection.execute(query.where(claims.c.id.in_(chunk))):
            record, corrected = _corrected(row.record, _about(row, decisions.get(row.report_id, [])))
            found[row.id] = _said(record, row.report_id, row.reader, corrected, members)
    for report, held in decisions.items():
        for one in held:
            if one.kind == "add" and one.after["record"]["id"] in wanted:
                record = one.after["record"]
                found[record["id"]] = _said(record, report, f"by hand, {one.by}", ("added",), members)
    return found


def _on_claims(shelf: ShelfReads, reports_wanted: frozenset[str]) -> dict[str, list[Decision]]:
    found: dict[str, list[Decision]] = {}
    for one in standing(shelf.decisions()).about("claim"):
        report = report_of(one)
        if report in reports_wanted and report is not None:
            found.setdefault(report, []).append(one)
    return found


def _about(row: Any, decisions: list[Decision]) -> list[Decision]:
    """The corrections of one claim, also those made on what an older reader found in its passage."""
    if not decisions:
        return []
    claim = claim_in(row.record, row.report_id, row.position)
    return [one for one in decisions if one.kind == "correct" and located(one, {claim.id: claim}) is not None]


def _corrected(record: ClaimRecord, corrections: list[Decision]) -> tuple[ClaimRecord, tuple[str, ...]]:
    allowed = {*CORRECTABLE, "location"}
    changed: dict[str, Any] = {
        name: value for one in corrections for name, value in one.after.items() if name in allowed
    }
    for part in ("subject", "object", "said_by"):
        if part in changed:
            changed[f"{part}_entity"] = None
            changed[f"{part}_span"] = None
    fields = tuple(name for name in changed if name in CORRECTABLE)
    return ({**record, **changed} if changed else record), fields  # type: ignore[typeddict-item]


def _said(
    record: ClaimRecord, report: str, reader: str, corrected: tuple[str, ...], members: Mapping[tuple[str, str], str]
) -> SaidClaim:
    def actor(part: str) -> str | None:
        name: str | None = record[part]  # type: ignore[literal-required]
        entity: str | None = record[f"{part}_entity"]  # type: ignore[literal-required]
        return members.get((report, entity or word_entity(name))) if name else None

    return SaidClaim(
        record=record,
        report=report,
        reader=reader,
        subject_actor=actor("subject"),
        object_actor=actor("object"),
        said_by_actor=actor("said_by"),
        corrected=corrected,
    )


def cards_of(connection: Connection, ids: frozenset[str]) -> dict[str, ReportCard]:
    """What facts say of the reports they rest on."""
    columns = ("id", "sha256", "source", "title", "published", "publisher", "author", "url", "language", "text")
    query = (
        sa.select(*(reports.c[name] for name in columns), t.signatures.c.agency, t.copies.c.cluster)
        .outerjoin(t.signatures, t.signatures.c.report_id == reports.c.id)
        .outerjoin(t.copies, t.copies.c.report_id == reports.c.id)
    )
    found: dict[str, ReportCard] = {}
    for chunk in chunks(sorted(ids)):
        for row in connection.execute(query.where(reports.c.id.in_(chunk))).mappings():
            found[row["id"]] = ReportCard(**{**row, "cluster": row["cluster"] or row["id"]})
    return found
