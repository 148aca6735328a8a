"""Claims as people corrected them, by what makes facts of them. Apart, since most claims are as they were read."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy.engine import Connection

from dateline.facts.codes_anew import CODED, codes_anew
from dateline.facts.desk import Desk, Page
from dateline.facts.from_records import CORRECTABLE, PARTIES
from dateline.facts.standing import Standing
from dateline.model.decision import Decision
from dateline.model.record_types import ClaimRecord
from dateline.record.shelf_writes import StoreShelf


class Corrected:
    """The claims of reports about whose claims people decided something. ``decisions``: these, by report."""

    def __init__(self, connection: Connection, stand: Standing, decisions: Mapping[str, list[Decision]]) -> None:
        self._decisions = decisions
        self._pages = Desk(StoreShelf(connection), stand).pages(frozenset(decisions))

    def record(self, record: ClaimRecord, report: str, *, added: bool) -> tuple[ClaimRecord, tuple[str, ...]]:
        """A claim's record with the corrections in it, and the names of the fields that they changed."""
        return _corrected(record, self._decisions.get(report, []), self._pages.get(report), added=added)


def _corrected(
    record: ClaimRecord, decisions: list[Decision], page: Page | None, *, added: bool
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
