"""The claims and reports that facts rest on, as people and exports see them."""

from collections.abc import Mapping
from typing import Protocol

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.facts.standing import Standing, report_of, standing
from dateline.model.decision import Decision
from dateline.model.mention import word_entity
from dateline.model.portion import ReportCard, SaidClaim
from dateline.model.record_types import ClaimRecord
from dateline.record.concluded import Concluded, chunks
from dateline.store import record_tables as t
from dateline.store.tables import claims, readings, reports


class Correct(Protocol):
    """Gives a claim's record with people's corrections in it, and the names of the fields that they changed."""

    def __call__(self, record: ClaimRecord, report: str, /, *, added: bool) -> tuple[ClaimRecord, tuple[str, ...]]: ...


def claims_of(connection: Connection, wanted: Mapping[str, str]) -> dict[str, SaidClaim]:
    """Claims by id, as people corrected them. ``wanted``: their reports by the id of the claim."""
    shelf = Concluded(connection)
    stand = standing(shelf.decisions())
    decisions = _on_claims(stand, frozenset(wanted.values()))
    correct = _corrections(connection, stand, decisions)
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
            record, corrected = correct(row.record, row.report_id, added=False)
            found[row.id] = _said(record, row.report_id, row.reader, corrected, members)
    for report, held in decisions.items():
        for one in held:
            if one.kind == "add" and one.targets[0] in wanted:
                record, corrected = correct(one.after["record"], report, added=True)
                found[record["id"]] = _said(record, report, f"by hand, {one.by}", ("added", *corrected), members)
    return found


def _corrections(connection: Connection, stand: Standing, decisions: Mapping[str, list[Decision]]) -> Correct:
    """How records are corrected. Where nobody decided anything, nothing that corrects them is imported."""
    if not decisions:
        return _as_read
    from dateline.record.corrected import Corrected

    return Corrected(connection, stand, decisions).record


def _as_read(record: ClaimRecord, _report: str, /, *, added: bool) -> tuple[ClaimRecord, tuple[str, ...]]:
    return record, ()


def _on_claims(stand: Standing, reports_wanted: frozenset[str]) -> dict[str, list[Decision]]:
    found: dict[str, list[Decision]] = {}
    for one in stand.about("claim"):
        report = report_of(one)
        if report in reports_wanted and report is not None:
            found.setdefault(report, []).append(one)
    return found


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
