"""The list of reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import sqlalchemy as sa
from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.serve.access.guard import AsReader
from dateline.serve.templating import page
from dateline.serve.workbench import Bench
from dateline.store import View
from dateline.store.tables import claims, readings, reports

router = APIRouter()
LIMIT = 50
SEARCHED = (reports.c.title, reports.c.publisher, reports.c.source)
LISTED = (reports.c.id, *SEARCHED, reports.c.published, reports.c.added_at)
ORDERS = {"added": "the latest added first", "published": "the latest published first", "claims": "most claims first"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A report as the list shows it."""

    id: str
    title: str | None
    source: str
    publisher: str | None
    published: object
    added_at: object
    claims: int


@router.get("/reports")
def list_reports(
    request: Request,
    bench: Bench,
    visitor: AsReader,
    words: Annotated[str, Query(max_length=200)] = "",
    order: str = "added",
    offset: Annotated[int, Query(ge=0)] = 0,
) -> Response:
    """Reports, those whose title, publisher or source has the words."""
    order = order if order in ORDERS else "added"
    lines, total = _lines(bench.store, words, order, offset)
    after = offset + len(lines) if offset + len(lines) < total else None
    values = {"lines": lines, "total": total, "words": words, "order": order, "orders": ORDERS, "after": after}
    part = "reports_rows" if request.headers.get("hx-request") and offset else "reports"
    return page(request, part, values, visitor=visitor)


def _lines(view: View, words: str, order: str, offset: int) -> tuple[Sequence[ReportLine], int]:
    conditions = [sa.or_(*(column.icontains(word, autoescape=True) for column in SEARCHED)) for word in words.split()]
    number = sa.select(sa.func.count()).where(claims.c.reading_id == readings.c.id).scalar_subquery().label("claims")
    query = (
        sa.select(*LISTED, number)
        .join(readings, sa.and_(readings.c.report_id == reports.c.id, readings.c.superseded_at.is_(None)))
        .where(*conditions)
        .order_by(*_by(order, number), reports.c.id)
    )
    count = sa.select(sa.func.count()).select_from(reports).where(*conditions)
    with view.connected() as connection:
        rows = connection.execute(query.limit(LIMIT).offset(offset)).mappings()
        return [ReportLine(**row) for row in rows], connection.scalar(count) or 0


def _by(order: str, number: sa.Label[int]) -> tuple[sa.UnaryExpression[Any], ...]:
    if order == "published":
        return (reports.c.published.desc().nulls_last(),)
    return (number.desc(),) if order == "claims" else (reports.c.added_at.desc(),)
