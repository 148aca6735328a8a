"""What people decided, as facts are made with it: claims corrected and judged, actors, events and reports joined or
parted.

A decision names a claim by its id and keeps what it saw. When a newer reader makes other claims of the report, the
decision is carried over to the claim that says the same in the same passage; where there is none, it needs another
look.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dateline.facts.codes_anew import CODED, codes_anew
from dateline.facts.from_records import PARTIES, changes_of, claim_in, counts_with, with_named
from dateline.facts.inputs import ClaimIn, EntityIn
from dateline.facts.names import compared
from dateline.facts.relations.holding import says_death
from dateline.facts.shelf import Shelf
from dateline.facts.standing import Standing
from dateline.model.decision import Decision
from dateline.model.fact import Status

OVERLAP = 0.5
"""Least share of the shorter passage that two readings of a claim have in common."""
MADE_BY_HAND = 1_000_000
"""Order of claims added by hand: after all that the reader found."""
VERDICTS: Mapping[str, Status] = {"accept": "accepted", "reject": "rejected"}


@dataclass(slots=True)
class Judged:
    """The claims of one report with people's decisions in them, and the decisions that fit none of them any more."""

    claims: list[ClaimIn]
    moved: dict[str, str] = field(default_factory=dict)
    """Ids of claims that decisions name to the ids of the claims they are carried over to."""
    astray: list[Decision] = field(default_factory=list)


def judged(claims: Sequence[ClaimIn], decisions: Sequence[Decision], entities: Mapping[str, EntityIn]) -> Judged:
    """Apply the decisions on one report's claims. ``entities``: those of the report, by id.

    A claim is found by what the reader says, not by what an earlier decision made of it.
    """
    read = {claim.id: claim for claim in claims}
    read |= {claim.id: claim for one in decisions if one.kind == "add" for claim in [added(one, entities)]}
    now, found = dict(read), Judged(claims=[])
    for one in decisions:
        if one.kind == "add":
            continue
        target = found.moved.get(one.targets[0]) or located(one, read)
        if target is None:
            found.astray.append(one)
            continue
        found.moved[one.targets[0]] = target
        now[target] = _decided(now[target], one, entities)
    found.claims = sorted(now.values(), key=lambda claim: (claim.order, claim.id))
    return found


def added(decision: Decision, entities: Mapping[str, EntityIn]) -> ClaimIn:
    """The claim that a person added. Those whom it names are entities of the report where the report names them so."""
    claim = claim_in(decision.after["record"], decision.after["report"], MADE_BY_HAND + decision.id)
    parties = with_named({part: getattr(claim, part) for part in PARTIES}, entities)
    claim = replace(claim, **parties, accepted=True)
    return replace(claim, codes=tuple((code.scheme, code.words) for code in codes_anew(claim, entities) if code.code))


def located(decision: Decision, claims: Mapping[str, ClaimIn]) -> str | None:
    """The claim that a decision is about among a report's claims of today; None when no passage says so any more.

    A claim that says what a person put in its place is the claim too: then the newer reader found what the older
    missed.
    """
    wanted = decision.targets[0]
    if wanted in claims:
        return wanted
    found = located_as_seen(decision.before, claims)
    return found or (located_as_seen({**decision.before, **decision.after}, claims) if decision.after else None)


def located_as_seen(seen: Mapping[str, Any], claims: Mapping[str, ClaimIn]) -> str | None:
    """The claim that says what a person saw, in the passage that they saw; None when there is none."""
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
    if decision.kind == "correct":
        claim = _corrected(claim, decision, entities)
    return replace(claim, accepted=True, rejected=False)


def _corrected(claim: ClaimIn, decision: Decision, entities: Mapping[str, EntityIn]) -> ClaimIn:
    """The claim with a correction in it, and with what follows from its fields made anew."""
    changes = with_named(changes_of(decision.after), entities, claim)
    if "counts" in decision.after:
        changes["counts"] = counts_with(claim.counts, decision.after["counts"])
    claim = replace(claim, **changes)
    if not CODED & changes.keys():
        return claim
    deadly = says_death(decision.before.get("quote") or "") or any(name == "killed" for name, _ in claim.counts)
    codes = tuple((code.scheme, code.words) for code in codes_anew(claim, entities) if code.code)
    return replace(claim, codes=codes, deadly=claim.type == "ASSAULT" and deadly)


@dataclass(frozen=True, slots=True)
class Carried:
    """Decisions on facts, with the ids that the claims they name have today, and those of which no claim is left."""

    standing: Standing
    astray: tuple[Decision, ...]


def carried(stand: Standing, shelf: Shelf) -> Carried:
    """Carry decisions on events and relations over to the claims of today. They keep what they saw in
    ``before["seen"]``: a list of claims, each with the target that it stands for (``of``).
    """
    on_facts = [one for one in stand.decisions if one.about in {"event", "relation"}]
    seen = {claim["id"]: claim for one in on_facts for claim in one.before.get("seen", ())}
    by_hand = {target for one in stand.about("claim", "add") for target in one.targets}
    gone = seen.keys() - by_hand - shelf.standing_claims(seen)
    if not gone:
        return Carried(stand, ())
    today = shelf.claims(frozenset(seen[one]["report"] for one in gone))
    now: dict[str, str | None] = {}
    for one in gone:
        claims = {claim.id: claim for claim in today.get(seen[one]["report"], [])}
        now[one] = located_as_seen(seen[one], claims)
    found = {one.id: _carried(one, now) for one in on_facts}
    kept = (found.get(one.id, one) for one in stand.decisions)
    astray = tuple(one for one in on_facts if found[one.id] is None)
    return Carried(Standing(decisions=tuple(one for one in kept if one is not None)), astray)


def _carried(decision: Decision, now: Mapping[str, str | None]) -> Decision | None:
    """A decision with other ids of claims; None when what it is about is told by no claim any more."""
    seen = decision.before.get("seen", ())
    stand_for: dict[str, list[str]] = {}
    for claim in seen:
        stand_for.setdefault(claim["of"], []).append(claim["id"])

    def renamed(target: str) -> str | None:
        ids = [target, *stand_for.get(target, ())]
        return next((name for one in ids if (name := now.get(one, one)) is not None), None)

    targets = [name for target in decision.targets if (name := renamed(target)) is not None]
    rest = [name for one in decision.after.get("from", ()) if (name := now.get(one, one)) is not None]
    least = 2 if decision.kind in {"merge", "duplicate"} else 1
    if len(targets) < least or ("from" in decision.after and not rest):
        return None
    held = [name for one in decision.before.get("claims", ()) if (name := now.get(one, one)) is not None]
    after = {**decision.after, "from": rest} if "from" in decision.after else decision.after
    return replace(
        decision, targets=tuple(dict.fromkeys(targets)), before={**decision.before, "claims": held}, after=after
    )


Verdicts = Mapping[str, tuple[int, Status]]
"""People's verdicts and the decisions that gave them, by the id of a claim or a fact."""


def verdicts_of(decisions: Iterable[Decision]) -> dict[str, tuple[int, Status]]:
    """The last verdict on each target."""
    return {one.targets[0]: (one.id, VERDICTS[one.kind]) for one in decisions if one.kind in VERDICTS}


def last_verdict(ids: Iterable[str], verdicts: Verdicts) -> Status | None:
    """Of the verdicts on any of these the one that was given last; None when there is none."""
    given = [verdicts[one] for one in ids if one in verdicts]
    return max(given)[1] if given else None


def joined_and_parted(decisions: Iterable[Decision]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Pairs of claims whose events are one, and pairs whose events are two, by decisions on events in their order.

    What was joined and then parted is parted, and the other way round. A merge joins all claims that the events had
    then: two that no longer fit each other would else lose claims that fitted one of them.
    """
    groups: list[list[str]] = []
    apart: list[tuple[str, str]] = []
    for one in decisions:
        if one.kind in {"merge", "duplicate"}:
            held = dict.fromkeys((*one.targets, *one.before.get("claims", ())))
            apart = [pair for pair in apart if not held.keys() >= set(pair)]
            groups.append(list(held))
        elif one.kind == "split":
            out, rest = set(one.targets), set(one.after["from"])
            groups = [part for group in groups for part in _parts(group, out, rest)]
            apart += [(target, other) for target in one.targets for other in one.after["from"]]
    return [(group[0], other) for group in groups for other in group[1:]], apart


def _parts(group: list[str], out: set[str], rest: set[str]) -> list[list[str]]:
    if not (out & set(group) and rest & set(group)):
        return [group]
    return [[one for one in group if one in out], [one for one in group if one not in out]]


def pairs_of(decisions: Iterable[Decision]) -> list[tuple[str, str]]:
    """Each target after the first with the first."""
    return [(one.targets[0], other) for one in decisions for other in one.targets[1:]]
