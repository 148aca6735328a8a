"""Claims in a line each, with what they have in common, for who decides on many at once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from dateline.record.concluded import chunks
from dateline.record.queue import Item
from dateline.store import View
from dateline.store import record_tables as t
from dateline.store.tables import claims, readings, reports


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchLine:
    """A claim as a list shows it, as the reader found it."""

    id: str
    report_id: str
    type: str
    mode: str | None
    subject: str | None
    object: str | None
    place: str | None
    edtf: str | None
    polarity: str
    modality: str
    said_by: str | None
    quote: str
    confidence: float
    title: str | None
    source: str

    @property
    def marks(self) -> list[str]:
        """What keeps it from saying plainly that it is so."""
        negated = ["denied"] if self.polarity == "negated" else []
        return negated + ([self.modality] if self.modality != "actual" else [])


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchPreview:
    """What a batch would decide on."""

    lines: tuple[BatchLine, ...]
    types: tuple[tuple[str, int], ...]
    """How many of each type, the most first."""
    reports: int
    disputed: int
    """How many tell of facts on which sources differ."""
    doubtful: int
    """How many do not say plainly that it is so."""


def preview(view: View, items: Sequence[Item]) -> BatchPreview:
    """The claims in the order given. Raises RunStopped when the store fails."""
    names = [name for name in BatchLine.__dataclass_fields__ if name not in ("title", "source")]
    query = (
        sa.select(*(claims.c[name] for name in names), reports.c.title, reports.c.source)
        .join(readings, readings.c.id == claims.c.reading_id)
        .join(reports, reports.c.id == claims.c.report_id)
        .where(readings.c.superseded_at.is_(None))
    )
    disputed = (
        sa.select(t.fact_claims.c.claim_id)
        .distinct()
        .join(t.facts, t.facts.c.id == t.fact_claims.c.fact_id)
        .where(t.facts.c.status == "conflicting")
    )
    found: dict[str, BatchLine] = {}
    differing: set[str] = set()
    with view.connected() as connection:
        for some in chunks(items):
            ids = [one.id for one in some]
            in_reports = claims.c.report_id.in_({one.report for one in some})
            rows = connection.execute(query.where(in_reports, claims.c.id.in_(ids))).mappings()
            found.update((row["id"], BatchLine(**row)) for row in rows)
            differing.update(connection.scalars(disputed.where(t.fact_claims.c.claim_id.in_(ids))))
    lines = tuple(found[one.id] for one in items if one.id in found)
    return BatchPreview(
        lines=lines,
        types=tuple(Counter(line.type for line in lines).most_common()),
        reports=len({line.report_id for line in lines}),
        disputed=len(differing),
        doubtful=sum(bool(line.marks) for line in lines),
    )
