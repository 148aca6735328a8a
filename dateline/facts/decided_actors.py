"""What people decided about who is who: entities joined, taken out of an actor, or kept apart from another.

A decision names entities by anchors, ``report/name``, since a newer reader may number them otherwise.
"""

from dataclasses import replace

from dateline.facts.actor_keys import Key, usable_names
from dateline.facts.inputs import EntityIn
from dateline.facts.names import compared
from dateline.facts.shelf import Shelf
from dateline.facts.standing import Standing
from dateline.model.decision import Decision


def forced_keys(entity: EntityIn, stand: Standing) -> tuple[Key, ...]:
    """Keys that decisions to merge give an entity."""
    return tuple(
        Key(f"decision:{one.id}", 1.0, f"joined by {one.by}")
        for one in stand.on_actors_in(entity.report)
        if one.kind == "merge" and any(is_anchor(anchor, entity) for anchor in one.targets)
    )


def set_apart(entity: EntityIn, keys: tuple[Key, ...], stand: Standing) -> tuple[Key, ...]:
    """The keys of an entity; where a decision parted it from its namesakes, they hold only among those parted with it.

    Entities of two actors that a person keeps apart are compared in any case, so that the one is never judged without
    the other.
    """
    for one in _splits(entity, stand):
        if any(is_anchor(anchor, entity) for anchor in one.targets):
            keys = tuple(_within(key, one) for key in keys)
    return (*keys, *(Key(f"kept:{number}") for number, _ in sides_of(entity, stand)))


def as_parted(entity: EntityIn, stand: Standing) -> EntityIn:
    """The entity; one that a decision parted from its actor is not the actor that the actor file knows by the name."""
    parted = entity.known is not None and any(
        is_anchor(anchor, entity) for one in _splits(entity, stand) for anchor in one.targets
    )
    return replace(entity, known=None) if parted else entity


Side = tuple[int, int]
"""A decision that two actors are not one, and which of the two: 0 or 1."""


def sides_of(entity: EntityIn, stand: Standing) -> frozenset[Side]:
    """On which side of decisions to keep two actors apart an entity stands."""
    found = set()
    for one in stand.on_actors_in(entity.report):
        for side, anchors in enumerate((one.targets, one.after.get("from", ()))):
            if keeps_apart(one) and any(is_anchor(anchor, entity) for anchor in anchors):
                found.add((one.id, side))
    return frozenset(found)


def keeps_apart(decision: Decision) -> bool:
    """Whether a decision says of two actors that they are not one; others of its kind take entities out of an actor."""
    return decision.about == "actor" and decision.kind == "split" and bool(decision.after.get("from"))


def _splits(entity: EntityIn, stand: Standing) -> list[Decision]:
    """Decisions that may take an entity out of its actor."""
    return [one for one in stand.on_actors_in(entity.report) if one.kind == "split" and not keeps_apart(one)]


def _within(key: Key, decision: Decision) -> Key:
    if key.text.startswith("decision:") and int(key.text.split(":")[1]) > decision.id:
        return key
    return Key(f"apart:{decision.id}:{key.text}", key.score, key.reason)


def anchor_of(entity: EntityIn, *, namesake: bool = False) -> str:
    """What stands for an entity in decisions: its report and its name, whatever number a reader gives it. ``namesake``:
    whether the report has another of the same name; then how it is described, or its number, is part of it.
    """
    said = f"/{_told_apart_by(entity)}" if namesake else ""
    return f"{entity.report}/{_anchor_name(entity)}{said}"


def _anchor_name(entity: EntityIn) -> str:
    names = usable_names(entity)
    return (" ".join(compared(names[0])) if names else entity.name.casefold()).replace("/", " ")


def _told_apart_by(entity: EntityIn) -> str:
    return (entity.descriptions[0] if entity.descriptions else entity.id).replace("/", " ")


def is_anchor(anchor: str, entity: EntityIn) -> bool:
    """Whether an anchor stands for an entity: ``report/name`` or ``report/name/description``, ``*`` for all reports."""
    report, _, rest = anchor.partition("/")
    if report not in ("*", entity.report):
        return False
    name, _, said = rest.partition("/")
    names = {" ".join(compared(one)).replace("/", " ") for one in usable_names(entity)}
    return name in (names or {_anchor_name(entity)}) and said in ("", _told_apart_by(entity))


def anchored_reports(decision: Decision, shelf: Shelf) -> set[str]:
    """The reports of the entities that a decision about actors names."""
    found: set[str] = set()
    for anchor in (*decision.targets, *decision.after.get("from", ())):
        report, _, name = anchor.partition("/")
        found |= {report} if report != "*" else shelf.reports_naming(name)
    return found
