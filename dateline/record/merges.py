"""The inbox of who may be who: pairs of actors that Dateline takes for one perhaps, and of which a person has to
say.
"""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from dateline.model.actor import Actor
from dateline.record.concluded import Concluded
from dateline.record.shelf_rows import judged_order
from dateline.store import View
from dateline.store import record_tables as t
from dateline.store.problems import explained


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMerge:
    """Two actors that may be one."""

    left: Actor
    right: Actor
    reports: tuple[str, str]
    """A report that names each: those whose names were compared."""
    score: float
    reason: str

    @property
    def commands(self) -> tuple[str, str]:
        """What to type to make them one, and to keep them apart."""
        pair = f"{self.left.id} {self.right.id}"
        return f"dateline decide merge {pair}", f"dateline decide apart {pair}"

    def as_record(self) -> dict[str, Any]:
        """For ``--json``."""
        sides = [
            {
                "id": actor.id,
                "name": actor.name,
                "kind": actor.kind,
                "country": actor.country,
                "names": [use.name for use in actor.names],
                "reports": actor.reports,
                "report": report,
            }
            for actor, report in zip((self.left, self.right), self.reports, strict=True)
        ]
        accept, refuse = self.commands
        return {
            "left": sides[0],
            "right": sides[1],
            "score": self.score,
            "reason": self.reason,
            "accept": accept,
            "refuse": refuse,
        }


def open_merges(view: View) -> list[OpenMerge]:
    """The surest first; of several reasons for one pair the surest."""
    table = t.judgements.c
    query = sa.select(t.judgements).where(table.verdict.in_(["maybe", "apart"]))
    best: dict[frozenset[str], Any] = {}
    with explained(str(view.location)), view.engine.connect() as connection:
        rows = sorted(connection.execute(query), key=judged_order)
        rows = [row for row in rows if row.left_actor != row.right_actor]
        apart = {frozenset((row.left_actor, row.right_actor)) for row in rows if row.verdict == "apart"}
        for row in rows:
            pair = frozenset((row.left_actor, row.right_actor))
            if pair not in apart:
                best.setdefault(pair, row)
        actors = Concluded(connection).actors({one for pair in best for one in pair})
    return [
        OpenMerge(
            left=actors[row.left_actor],
            right=actors[row.right_actor],
            reports=(row.left_report, row.right_report),
            score=row.score,
            reason=row.reason,
        )
        for row in best.values()
    ]
