"""Several coders: what each says of a claim, kept apart until somebody settles what the record follows.

With one coder a verdict is a decision at once. With several, each codes alone; the record follows only what is adopted:
what coders agree on, or what a curator decides where they differ. Then a decision is made, and the codings name it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

import sqlalchemy as sa

from dateline.errors import BadArgument
from dateline.record.corrections import checked_changes
from dateline.record.decide import Decisions, undone_by
from dateline.record.seen import claims_seen
from dateline.record.shelf_reads import ShelfReads
from dateline.store import Store
from dateline.store import record_tables as t
from dateline.store.people_tables import codings as table

Verdict = Literal["accept", "reject", "correct", "none"]
"""Of a coder on a claim; "none" takes back what the same coder said before."""
Mode = Literal["one", "several", "blind"]
"""Each verdict is a decision; each coder codes apart, and sees what others say; nor sees what others say."""
_STATE = "coding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """What one coder says of one claim."""

    id: int
    at: datetime
    """In UTC."""
    coder: str
    claim_id: str
    report_id: str
    verdict: Verdict
    changes: dict[str, Any]
    """The corrected fields; empty unless ``verdict`` is "correct"."""
    note: str
    decision: int | None
    """The decision made of it; None while it is open."""

    @property
    def says(self) -> tuple[str, str]:
        """What must be alike for two coders to agree."""
        return self.verdict, repr(sorted(self.changes.items()))


class Codings:
    """What several coders say of the claims of a store. Raises RunStopped when the store fails."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @property
    def mode(self) -> Mode:
        """How the store is coded."""
        query = sa.select(t.state.c.value).where(t.state.c.name == _STATE)
        with self.store.connected() as connection:
            found = connection.scalar(query)
        return "several" if found == "several" else "blind" if found == "blind" else "one"

    def set_mode(self, mode: Mode) -> None:
        """Code with one or with several. What was coded stays."""
        with self.store.writing() as connection:
            connection.execute(sa.delete(t.state).where(t.state.c.name == _STATE))
            if mode != "one":
                connection.execute(sa.insert(t.state).values(name=_STATE, value=mode))

    def put(
        self,
        coder: str,
        verdict: Verdict,
        claims: Sequence[str],
        *,
        changes: Mapping[str, Any] | None = None,
        note: str = "",
    ) -> list[int]:
        """Keep what a coder says of claims: of all of them, or of none when one is not there. Raises BadArgument for
        that, and for changes that cannot be made.
        """
        given = checked_changes(changes or {}) if verdict == "correct" else {}
        if verdict == "correct" and not given:
            raise BadArgument("a correction needs a field to put right")
        wanted = list(dict.fromkeys(claims))
        with self.store.writing() as connection:
            seen = claims_seen(connection, wanted)
            if missing := [one for one in wanted if one not in seen]:
                raise BadArgument(
                    f"there is no claim {missing[0]!r} in the store: `dateline claims` lists those there are"
                )
            same = {"at": datetime.now(UTC), "coder": coder, "verdict": verdict, "changes": dict(given), "note": note}
            insert = sa.insert(table).returning(table.c.id)
            return [
                connection.execute(insert.values(**same, claim_id=one, report_id=seen[one]["report"])).scalar_one()
                for one in wanted
            ]

    def undo(self, coder: str) -> list[int]:
        """Take back the last that a coder said and that is open. Raises BadArgument when there is none."""
        mine = [one for held in self.standing().values() for one in held.values() if one.coder == coder]
        open_ones = [one for one in mine if one.decision is None]
        if not open_ones:
            raise BadArgument(f"{coder} has coded nothing that can still be taken back")
        last = max(open_ones, key=lambda one: one.id)
        return self.put(coder, "none", [last.claim_id])

    def standing(self, claims: Iterable[str] | None = None) -> dict[str, dict[str, Coding]]:
        """What stands, by claim and by coder; of some or all. It is open again where a decision was undone."""
        query = sa.select(table).order_by(table.c.id)
        if claims is not None:
            query = query.where(table.c.claim_id.in_(sorted(set(claims))))
        found: dict[str, dict[str, Coding]] = defaultdict(dict)
        with self.store.connected() as connection:
            undone = undone_by(ShelfReads(connection).decisions())
            for row in connection.execute(query).mappings():
                settled = row["decision"] if row["decision"] not in undone else None
                found[row["claim_id"]][row["coder"]] = Coding(**{**row, "decision": settled})
        kept = {
            claim: {who: one for who, one in held.items() if one.verdict != "none"} for claim, held in found.items()
        }
        return {claim: held for claim, held in kept.items() if held}

    def adopt(self, claim: str, chosen: Coding, curator: str, note: str = "") -> int:
        """Have the record follow what a coder says of a claim; returns the decision. It is the curator's, and its note
        says whose codings it rests on.
        """
        held = self.standing([claim]).get(claim, {})
        names = ", ".join(sorted(who for who, one in held.items() if one.says == chosen.says))
        others = ", ".join(sorted(who for who, one in held.items() if one.says != chosen.says))
        words = f"as {names} coded" + (f", not as {others} did" if others else "") + (f": {note}" if note else "")
        decisions = Decisions(self.store, curator)
        if chosen.verdict == "correct":
            number = decisions.correct(claim, chosen.changes, words)
        elif chosen.verdict in ("accept", "reject"):
            number = decisions.judge(chosen.verdict, claim, words)
        else:
            raise BadArgument("there is nothing to adopt: the coder took it back")
        self._settled([one.id for one in held.values()], number)
        return number

    def adopt_agreed(self, curator: str, *, least: int = 2) -> list[int]:
        """Have the record follow all that at least so many coders say alike, and nobody otherwise."""
        return [self.adopt(claim, one, curator) for claim, one in agreed(self.standing(), least=least)]

    def _settled(self, numbers: Sequence[int], decision: int) -> None:
        with self.store.writing() as connection:
            connection.execute(sa.update(table).where(table.c.id.in_(numbers)).values(decision=decision))


def agreed(standing: Mapping[str, Mapping[str, Coding]], *, least: int) -> Iterator[tuple[str, Coding]]:
    """Claims of which at least so many coders say the same, and nobody anything else, and that are not settled."""
    for claim, held in standing.items():
        open_ones = [one for one in held.values() if one.decision is None]
        if len(open_ones) >= least and len({one.says for one in held.values()}) == 1:
            yield claim, open_ones[0]


def differing(standing: Mapping[str, Mapping[str, Coding]]) -> dict[str, list[Coding]]:
    """Claims on which coders differ and that are not settled, with what each says."""
    return {
        claim: sorted(held.values(), key=lambda one: one.coder)
        for claim, held in standing.items()
        if len({one.says for one in held.values()}) > 1 and any(one.decision is None for one in held.values())
    }
