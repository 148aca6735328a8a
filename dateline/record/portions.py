"""The claims and reports that facts rest on, as people and exports see them."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.facts.codes_anew import CODED, codes_anew
from dateline.facts.decided import Standing, standing
from dateline.facts.desk import Desk, Page, report_of
from dateline.facts.from_records import CORRECTABLE, PARTIES
from dateline.model.decision import Decision
from dateline.model.mention import word_entity
from dateline.model.portion import ReportCard, SaidClaim
from dateline.model.record_types import ClaimRecord
from dateline.record.shelf_reads import chunks
from dateline.record.shelf_writes import StoreShelf
from dateline.store import record_tables as t
from dateline.store.tables import claims, readings, reports


def claims_of(connection: Connection, wanted: Mapping[str, str]) -> dict[str, SaidClaim]:
    """Claims by id, as people corrected them. ``wanted``: their reports by the id of the claim."""
    shelf = StoreShelf(connection)
    stand = standing(shelf.decisions())
    decisions = _on_claims(stand, frozenset(wanted.values()))
    pages = Desk(shelf, stand).pages(frozenset(decisions))
    members = {key: one.actor for key, one in shelf.members(frozenset(wanted.values())).items()}
    query = (
        sa.select(claims.c.id, claims.c.report_id, claims.c.record, readings.c.reader)
        .join(readings, readings.c.id == claims.c.reading_id)
        .where(readings.c.superseded_at.is_(None))
    )
    found: dict[str, SaidClaim] = {}
    for chunk in chunks(wanted):  # by report too: claims have no index by id alone
        of_reports = claims.c.report_id.in_({wanted[one] for one in chunk})
        for row in connection.execute(query.where(of_reports, claims.c.id.in_(chunk))):
            record, corrected = _corrected(row.record, decisions.get(row.report_id, []), pages.get(row.report_id))
            found[row.id] = _said(record, row.report_id, row.reader, corrected, members)
    for report, held in decisions.items():
        for one in held:
            if one.kind == "add" and one.targets[0] in wanted:
                record, corrected = _corrected(one.after["record"], held, pages.get(report), added=True)
                found[record["id"]] = _said(record, report, f"by hand, {one.by}", ("added", *corrected), members)
    return found


def _on_claims(stand: Standing, reports_wanted: frozenset[str]) -> dict[str, list[Decision]]:
    found: dict[str, list[Decision]] = {}
    for one in stand.about("claim"):
        report = report_of(one)
        if report in reports_wanted and report is not None:
            found.setdefault(report, []).append(one)
    return found


def _corrected(
    record: ClaimRecord, decisions: list[Decision], page: Page | None, *, added: bool = False
) -> tuple[ClaimRecord, tuple[str, ...]]:
    """A claim's record with people's corrections in it, and the names of the fields that they changed."""
    claim = next((one for one in page.claims if one.id == record["id"]), None) if page else None
    if page is None or claim is None:
        return record, ()
    about = [one for one in decisions if one.kind == "correct" and page.moved.get(one.targets[0]) == claim.id]
    changed: dict[str, Any] = {}
    for one in about:
        changed |= {name: value for name, value in one.after.items() if name in {*CORRECTABLE, "location"}}
    if "counts" in changed:
        changed["counts"] = {name: asdict(count) for name, count in claim.counts}
    for part in PARTIES:
        if part in changed or added:
            party = getattr(claim, part)
            changed[f"{part}_entity"] = party.entity if party and party.entity in page.entities else None
            changed[f"{part}_span"] = None
    if CODED & changed.keys() or added:
        codes = codes_anew(claim, page.entities)
        changed["codes"] = {
            code.scheme: {"code": code.code, "detail": code.detail, "reason": code.reason} for code in codes
        }
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
