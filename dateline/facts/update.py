"""Bring the facts of a shelf up to date, in four steps: copies, actors, events, relations.

Each step says which reports the next must look at again: those that changed, and those that a change reaches. A step
asks the shelf for what is connected with these reports and makes it anew from claims and decisions, by the same
functions that make everything anew. So adding reports one by one and rebuilding all give the same facts, byte for byte.
"""

from collections.abc import Iterable

from dateline.facts.actors_stage import bring_actors
from dateline.facts.copies_stage import bring_copies
from dateline.facts.decided import standing
from dateline.facts.decided_actors import anchored_reports
from dateline.facts.desk import Desk, report_of
from dateline.facts.events_stage import bring_events
from dateline.facts.relations_stage import bring_relations
from dateline.facts.shelf import Ids, Shelf
from dateline.model.decision import Decision

RULES = "3"
"""Goes up when the same claims and decisions give other facts: the facts of a store made by older rules are rebuilt."""


def update(shelf: Shelf, reports: Ids) -> int:
    """Make the facts that ``reports`` bear on anew; None for all facts, from nothing. Returns how many reports were
    looked at.
    """
    desk = Desk(shelf, standing(shelf.decisions()))
    copied = bring_copies(desk, reports)
    changed = bring_actors(desk, copied)
    bring_events(desk, changed)
    bring_relations(desk, changed)
    return len(desk.pages(changed))


def reports_to_update(shelf: Shelf, reports: Iterable[str], decisions: Iterable[Decision]) -> frozenset[str]:
    """The reports that must be looked at for new reports and new decisions, undone ones included."""
    found = set(reports)
    for one in decisions:
        found |= _reports_of(shelf, one)
    return frozenset(found)


def _reports_of(shelf: Shelf, decision: Decision) -> set[str]:
    if decision.kind == "undo":
        undone = next((one for one in shelf.decisions() if one.id == int(decision.targets[0])), None)
        return _reports_of(shelf, undone) if undone is not None else set()
    if decision.about == "report":
        return set(decision.targets)
    if decision.about == "claim":
        report = report_of(decision)
        return {report} if report is not None else set()
    if decision.about == "actor":
        return anchored_reports(decision, shelf)
    claims = {*decision.targets, *decision.before.get("claims", []), *decision.after.get("from", [])}
    return shelf.reports_of_claims(claims) | set(decision.before.get("reports", ()))
