"""The decisions that stand, and what they are about. It needs nothing of what facts are made by."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dateline.model.decision import Decision


@dataclass(frozen=True, kw_only=True)
class Standing:
    """The decisions that stand: those that were not undone, in order."""

    decisions: tuple[Decision, ...]

    def on_actors_in(self, report: str) -> list[Decision]:
        """Decisions about actors that may name entities of a report."""
        everywhere = self._on_actors.get("*", [])
        here = self._on_actors.get(report, [])
        return sorted([*here, *everywhere], key=lambda one: one.id) if everywhere else here

    @cached_property
    def _on_actors(self) -> dict[str, list[Decision]]:
        found: dict[str, list[Decision]] = {}
        for one in self.about("actor"):
            anchors = (*one.targets, *one.after.get("from", ()))
            for report in dict.fromkeys(anchor.partition("/")[0] for anchor in anchors):
                found.setdefault(report, []).append(one)
        return found

    def about(self, subject: str, *kinds: str) -> list[Decision]:
        return [one for one in self.decisions if one.about == subject and (not kinds or one.kind in kinds)]


def standing(decisions: Iterable[Decision]) -> Standing:
    """Leave out what was undone. An undone undo brings its decision back."""
    all_of_them = {one.id: one for one in decisions}
    undone: set[int] = set()
    for one in sorted(all_of_them.values(), key=lambda one: -one.id):
        if one.kind == "undo" and one.id not in undone:
            undone.add(int(one.targets[0]))
    kept = (one for one in all_of_them.values() if one.id not in undone and one.kind != "undo")
    return Standing(decisions=tuple(sorted(kept, key=lambda one: one.id)))


def report_of(decision: Decision) -> str | None:
    """The report whose claim a decision is about; None for decisions about something else."""
    if decision.about != "claim":
        return None
    where = decision.after if decision.kind == "add" else decision.before
    report: str | None = where.get("report")
    return report
