"""What people decided, as facts are made with it: claims corrected and judged, actors, events and reports joined or parted.

A decision names a claim by its id and keeps what it saw. When a newer reader makes other claims of the report, the decision
is carried over to the claim that says the same in the same passage; where there is none, it needs another look.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dateline.facts.actor_keys import Key, usable_names
from dateline.facts.from_records import changes_of, claim_in, with_named
from dateline.facts.inputs import ClaimIn, EntityIn
from dateline.facts.names import compared
from dateline.facts.shelf import Shelf
from dateline.model.decision import Decision
from dateline.model.fact import Status

OVERLAP = 0.5
"""Least share of the shorter passage that two readings of a claim have in common."""
MADE_BY_HAND = 1_000_000
"""Order of claims added by hand: after all that the reader found."""
VERDICTS: Mapping[str, Status] = {"accept": "accepted", "reject": "rejected"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The decisions that stand: those that were not undone, in order."""

    decisions: tuple[Decision, ...]

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


@dataclass(slots=True)
class Judged:
    """The claims of one report with people's decisions in them, and the decisions that fit none of them any more."""

    claims: list[ClaimIn]
    moved: dict[str, str] = field(default_factory=dict)
    """Ids of claims that decisions name to the ids of the claims they are carried over to."""
    astray: list[Decision] = field(default_factory=list)


def judged(claims: Sequence[ClaimIn], decisions: Sequence[Decision], entities: Mapping[str, EntityIn]) -> Judged:
    """Apply the decisions on one report's claims. ``entities``: those of the report, by id."""
    by_id = {claim.id: claim for claim in claims}
    for number, one in enumerate(decisions):
        if one.kind == "add":
            report = one.after["report"]
            claim = claim_in(one.after["record"], report, MADE_BY_HAND + number)
            by_id[claim.id] = replace(claim, accepted=True)
    found = Judged(claims=[])
    for one in decisions:
        if one.kind == "add":
            continue
        target = located(one, by_id)
        if target is None:
            found.astray.append(one)
            continue
        found.moved[one.targets[0]] = target
        by_id[target] = _decided(by_id[target], one, entities)
    found.claims = sorted(by_id.values(), key=lambda claim: (claim.order, claim.id))
    return found


def located(decision: Decision, claims: Mapping[str, ClaimIn]) -> str | None:
    """The claim that a decision is about among a report's claims of today; None when no passage says so any more."""
    wanted = decision.targets[0]
    if wanted in claims:
        return wanted
    seen = decision.before
    if not seen.get("evidence"):
        return None
    fitting = [claim for claim in claims.values() if says_the_same(seen, claim)]
    best = max(fitting, key=lambda claim: (shared_passage(seen, claim), claim.id), default=None)
    return best.id if best else None


def says_the_same(seen: Mapping[str, Any], claim: ClaimIn) -> bool:
    """Whether a claim has the type, polarity and parties of one that a person saw, in a passage that overlaps."""
    same_kind = (seen.get("type"), seen.get("polarity")) == (claim.type, claim.polarity)
    return (
        same_kind
        and _same_party(seen.get("subject"), claim.subject.name if claim.subject else None)
        and _same_party(seen.get("object"), claim.object.name if claim.object else None)
        and shared_passage(seen, claim) >= OVERLAP
    )


def shared_passage(seen: Mapping[str, Any], claim: ClaimIn) -> float:
    """The share of the shorter of two passages that they have in common, 0 to 1."""
    start, end = seen["evidence"]
    shared = min(end, claim.end) - max(start, claim.start)
    shorter = min(end - start, claim.end - claim.start)
    return max(0.0, shared / shorter) if shorter > 0 else 0.0


def _same_party(seen: str | None, now: str | None) -> bool:
    return (compared(seen) if seen else None) == (compared(now) if now else None)


def _decided(claim: ClaimIn, decision: Decision, entities: Mapping[str, EntityIn]) -> ClaimIn:
    if decision.kind == "reject":
        return replace(claim, accepted=False, rejected=True)
    changes = with_named(changes_of(decision.after), entities) if decision.kind == "correct" else {}
    return replace(claim, **changes, accepted=True, rejected=False)


def forced_keys(entity: EntityIn, stand: Standing) -> tuple[Key, ...]:
    """Keys that decisions to merge give an entity."""
    return tuple(
        Key(f"decision:{one.id}", 1.0, f"joined by {one.by}")
        for one in stand.about("actor", "merge")
        if any(_is_anchor(anchor, entity) for anchor in one.targets)
    )


def set_apart(entity: EntityIn, keys: tuple[Key, ...], stand: Standing) -> tuple[Key, ...]:
    """The keys of an entity; where a decision parted it from its namesakes, they hold only among those parted with it."""
    for one in stand.about("actor", "split"):
        if any(_is_anchor(anchor, entity) for anchor in one.targets):
            keys = tuple(_within(key, one) for key in keys)
    return keys


def _within(key: Key, decision: Decision) -> Key:
    if key.text.startswith("decision:") and int(key.text.split(":")[1]) > decision.id:
        return key
    return Key(f"apart:{decision.id}:{key.text}", key.score, key.reason)


def anchor_of(entity: EntityIn) -> str:
    """What stands for an entity in decisions: its report and its name, whatever number a reader gives it."""
    names = usable_names(entity)
    return f"{entity.report}/{' '.join(compared(names[0])) if names else entity.name.casefold()}"


def _is_anchor(anchor: str, entity: EntityIn) -> bool:
    """``report/name``, or ``*/name`` for a name in all reports."""
    report, _, name = anchor.partition("/")
    if report not in ("*", entity.report):
        return False
    names = {" ".join(compared(one)) for one in usable_names(entity)}
    return name in (names or {entity.name.casefold()})


def pairs_of(decisions: Iterable[Decision]) -> list[tuple[str, str]]:
    """Each target after the first with the first."""
    return [(one.targets[0], other) for one in decisions for other in one.targets[1:]]


def anchored_reports(decision: Decision, shelf: Shelf) -> set[str]:
    """The reports of the entities that a decision about actors names."""
    found: set[str] = set()
    for anchor in decision.targets:
        report, _, name = anchor.partition("/")
        found |= {report} if report != "*" else shelf.reports_naming(name)
    return found
