"""A command chart as nodes and edges: each body once, however many ways lead to it, and whoever leads it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.model.fact import Holds, Party, Relation
from dateline.record.command import Held, Unit
from dateline.record.in_words import holds_words, listed, marks, sources_words, when_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A body or a person of a chart."""

    id: str
    name: str
    kind: str
    is_top: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A relation of a chart, from the one above to the one below; a leader stands above."""

    id: str
    """Of the relation."""
    above: str
    below: str
    type: str
    words: str
    """Offices of a leader, or what the tie is where it is not plainly a part."""
    holds: Holds
    marks: tuple[str, ...]
    basis: str
    """When it holds and on how many sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """What is drawn."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def graph_of(tree: Unit, held: Held, day: date) -> Graph:
    """The graph of a chart, with the ties among its bodies that the tree only tells in words."""
    bodies = {one.party.actor: one.party for one in every_unit(tree) if one.party.actor}
    relations = {one.id: one for body in bodies for one in _over(body, held)}
    relations |= {one.id: one for unit in every_unit(tree) for one in unit.split_off}
    parties = dict(bodies)
    for one in relations.values():
        for party in (one.subject, one.object):
            if party.actor:
                parties.setdefault(party.actor, party)
    nodes = (_node(party, is_top=party.actor == tree.party.actor) for party in parties.values())
    return Graph(nodes=tuple(nodes), edges=tuple(_edge(one, day) for one in relations.values()))


def every_unit(tree: Unit) -> Iterator[Unit]:
    """The units of a chart, the top first."""
    yield tree
    for unit in tree.units:
        yield from every_unit(unit)


def _over(body: str, held: Held) -> Iterator[Relation]:
    yield from held.leaders.get(body, ())
    yield from held.below.get(body, ())


def _node(party: Party, *, is_top: bool) -> Node:
    return Node(id=party.actor or "", name=party.name, kind=party.kind, is_top=is_top)


def _edge(relation: Relation, day: date) -> Edge:
    leads, split = relation.type == "leads", relation.type == "split_from"
    above, below = (relation.subject, relation.object) if leads else (relation.object, relation.subject)
    plain = {"part_of": "", "member_of": "member", "allegiance_to": "allegiance", "split_from": "split off"}
    when = when_words(relation) if split else holds_words(relation, day)
    return Edge(
        id=relation.id,
        above=above.actor or "",
        below=below.actor or "",
        type=relation.type,
        words=listed(relation.roles) if leads else plain.get(relation.type, relation.type),
        holds=relation.on(day),
        marks=tuple(mark.lower() for mark in marks(relation)),
        basis=f"{when} · {sources_words(relation)}",
    )
