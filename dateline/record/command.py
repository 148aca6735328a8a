"""Who is under whom on a day: the units below an actor, those who lead them, and those that split off."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dateline.model.fact import Holds, Party, Relation
from dateline.record.record import Record
from dateline.record.ties import BELOW, ties_under

SURENESS: tuple[Holds, ...] = ("certain", "presumed", "possible", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A body and what is under it on a day."""

    party: Party
    relation: Relation | None
    """What puts it here; None at the top."""
    leaders: tuple[Relation, ...]
    """Those that lead it on the day, the surest first."""
    units: tuple["Unit", ...]
    split_off: tuple[Relation, ...]
    """Relations by which bodies had split off it."""
    also_under: tuple[Party, ...]
    """Others that it is said to be part of on the day: reports that cannot all be right, or a change of sides."""
    repeats: Literal["no", "above", "elsewhere"] = "no"
    """"above": it stands further up this branch, for reports say of each of two that it is under the other.
    "elsewhere": what is under it was shown with another branch.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The relations that hold on a day, by the id of the actor they are looked up under."""

    leaders: dict[str, list[Relation]] = field(default_factory=dict)
    below: dict[str, list[Relation]] = field(default_factory=dict)
    above: dict[str, list[Relation]] = field(default_factory=dict)
    split_off: dict[str, list[Relation]] = field(default_factory=dict)


def chart(record: Record, top: Party, day: date, *, possible_too: bool = False) -> Unit:
    """The tree of units under an actor, as of a day. ``possible_too``: also what is only possible on that day."""
    return chart_of(held_on(ties_under(record, top.actor or ""), day, possible_too=possible_too), top)


def chart_of(held: Held, top: Party) -> Unit:
    """The tree of units under an actor out of what holds on a day."""
    return _unit(top, None, held, (), set())


def held_on(ties: Iterable[Relation], day: date, *, possible_too: bool = False) -> Held:
    """What of some relations holds on a day. Rejected ones are left out, and plans."""
    held = Held()
    for relation in ties:
        split = relation.type == "split_from"
        holds = relation.on(day)
        if holds == "no" or (holds == "possible" and not (possible_too or split)):
            continue
        if split and holds == "possible" and any(stretch.certain for stretch in relation.validity):
            continue  # it split off later, as far as anybody says
        if relation.status != "rejected" and relation.modality != "planned":
            _shelve(held, relation)
    for leaders in held.leaders.values():
        leaders.sort(key=lambda one: (SURENESS.index(one.on(day)), -one.sources, one.subject.name))
    return held


def _shelve(held: Held, relation: Relation) -> None:
    subject, target = relation.subject, relation.object
    if subject.actor is None or target.actor is None:
        return
    if relation.type == "leads":
        held.leaders.setdefault(target.actor, []).append(relation)
    elif subject.kind == "person":
        return
    elif relation.type == "split_from":
        held.split_off.setdefault(target.actor, []).append(relation)
    else:
        held.below.setdefault(target.actor, []).append(relation)
        held.above.setdefault(subject.actor, []).append(relation)


def _unit(party: Party, relation: Relation | None, held: Held, path: tuple[str, ...], seen: set[str]) -> Unit:
    """``seen``: what was shown with all that is under it, which is done once, however many ways lead there."""
    actor = party.actor or ""
    repeats: Literal["no", "above", "elsewhere"] = "above" if actor in path else "elsewhere" if actor in seen else "no"
    seen.add(actor)
    whole = repeats == "no"
    return Unit(
        party=party,
        relation=relation,
        leaders=tuple(held.leaders.get(actor, ())) if whole else (),
        units=_units(actor, held, (*path, actor), seen) if whole else (),
        split_off=_split_off(actor, held) if whole else (),
        also_under=_others(actor, relation, held.above),
        repeats=repeats,
    )


def _units(actor: str, held: Held, path: tuple[str, ...], seen: set[str]) -> tuple[Unit, ...]:
    """The bodies under an actor by name, each once, by the relation that says most."""
    best: dict[str, Relation] = {}
    for relation in held.below.get(actor, ()):
        known = best.get(relation.subject.actor or "")
        if known is None or BELOW.index(relation.type) < BELOW.index(known.type):
            best[relation.subject.actor or ""] = relation
    return tuple(_unit(one.subject, one, held, path, seen) for one in sorted(best.values(), key=_by_subject))


def _split_off(actor: str, held: Held) -> tuple[Relation, ...]:
    """What had split off by name, but for what is a part on the day: a split without a day may have come later."""
    parts = {relation.subject.actor for relation in held.below.get(actor, ())}
    gone = [one for one in held.split_off.get(actor, ()) if one.subject.actor not in parts]
    return tuple(sorted(gone, key=_by_subject))


def _others(actor: str, relation: Relation | None, above: Mapping[str, list[Relation]]) -> tuple[Party, ...]:
    if relation is None:
        return ()
    parties = {one.object.actor: one.object for one in above.get(actor, ()) if one.type == relation.type}
    parties.pop(relation.object.actor, None)
    return tuple(parties.values())


def _by_subject(relation: Relation) -> str:
    return relation.subject.name
