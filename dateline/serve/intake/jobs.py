"""What waits to be read, is read, and became of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

import sqlalchemy as sa

from dateline.serve.intake.given import Kind
from dateline.store import Outcome, View
from dateline.store.tables import claims, readings, reports

State = Literal["queued", "fetching", "reading", "done", "stopped"]
"""Waits; its address is asked; it is read; all of it is kept or told as skipped; the store or the reader failed. What
was read before that is kept, and it may be tried again.
"""
OVER = frozenset({"done", "stopped"})
MOST_LINES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What became of one report."""

    result: str
    """new, reread, unchanged or skipped."""
    source: str
    report: str | None
    """Its id; None when it was skipped before it was a report."""
    title: str | None
    claims: int
    """Of its standing reading."""
    reason: str
    """Why it was skipped, or why the gate kept it from being read; else empty."""
    notes: tuple[str, ...] = ()
    """What a person should know of how it was taken in."""
    published: str | None = None
    """The day, ISO 8601; None when nothing says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One thing that somebody gave, as it stands now."""

    number: int
    person: str
    kind: Kind
    name: str
    state: State = "queued"
    added_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    lines: tuple[Line, ...] = ()
    """Of the first reports in it; ``counts`` counts all."""
    counts: Mapping[str, int] = field(default_factory=Counter)
    """By result."""
    problem: str = ""
    """Why it stopped, or waits for the store."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it by itself."""
        return self.state in OVER

    @property
    def total(self) -> int:
        """Reports that it held so far."""
        return sum(self.counts.values())


def line_of(view: View, outcome: Outcome) -> Line:
    """An outcome with the title and the number of claims that the store has."""
    line = Line(
        result=outcome.result,
        source=outcome.source,
        report=outcome.report_id,
        title=None,
        claims=0,
        reason=outcome.reason or (f"kept, but not read: it is {outcome.silence}" if outcome.silence else ""),
    )
    if outcome.report_id is None or outcome.result == "skipped":
        return line
    stands = sa.and_(readings.c.report_id == reports.c.id, readings.c.superseded_at.is_(None))
    number = sa.select(sa.func.count()).where(claims.c.reading_id == readings.c.id).scalar_subquery()
    query = (
        sa.select(reports.c.title, reports.c.notes, reports.c.published, number.label("claims"))
        .join(readings, stands)
        .where(reports.c.id == outcome.report_id)
    )
    with view.connected() as connection:
        row = connection.execute(query).one()
    return Line(
        result=outcome.result,
        source=outcome.source,
        report=outcome.report_id,
        title=row.title,
        claims=row.claims,
        reason=line.reason,
        notes=tuple(row.notes),
        published=row.published.isoformat() if row.published else None,
    )
