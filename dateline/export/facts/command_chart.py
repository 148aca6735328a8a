"""Who is under whom, as a tree for a nested list."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.model.fact import Relation
from dateline.model.portion import Portion

UNDER = frozenset({"part_of", "member_of"})
"""The subject is under the object."""
OVER = frozenset({"leads"})
"""The subject is over the object, and is shown within it, before what is under it."""


@dataclass(frozen=True, slots=True)
class Node:
    """An actor and what is under it."""

    id: str
    name: str
    relation: Relation | None
    """What puts it here; None at the top."""
    under: tuple["Node", ...]
    again: bool = False
    """It stands further up this branch already: reports can say that each of two is under the other."""


def chart(portion: Portion) -> list[Node]:
    """The trees of all actors that a relation of command or membership names, those at the top first named."""
    below: dict[str, list[tuple[str, Relation]]] = {}
    placed: set[str] = set()
    for relation in portion.relations:
        subject, other = relation.subject.actor, relation.object.actor
        if subject and other and relation.type in UNDER | OVER and relation.status != "rejected":
            below.setdefault(other, []).append((subject, relation))
            placed.add(subject)
    for members in below.values():
        members.sort(key=lambda member: (member[1].type not in OVER, member[1].subject.name))
    tops = [identifier for identifier in below if identifier not in placed]
    shown_ids: set[str] = set()
    trees = [_tree(portion, below, top, None, (), shown_ids) for top in tops]
    while ring := next((identifier for identifier in below if identifier not in shown_ids), None):
        trees.append(_tree(portion, below, ring, None, (), shown_ids))
    return trees


def _tree(
    portion: Portion,
    below: Mapping[str, list[tuple[str, Relation]]],
    identifier: str,
    relation: Relation | None,
    above: tuple[str, ...],
    seen: set[str],
) -> Node:
    seen.add(identifier)
    actor = portion.actors.get(identifier)
    name = actor.name if actor else identifier
    if identifier in above:
        return Node(identifier, name, relation, (), again=True)
    path = (*above, identifier)
    members = [_tree(portion, below, member, why, path, seen) for member, why in below.get(identifier, [])]
    return Node(identifier, name, relation, tuple(members))
