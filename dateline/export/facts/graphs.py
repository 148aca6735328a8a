"""Who stands where to whom, as a graph over time: GEXF for Gephi, GraphML for others. All values are scalars."""

import re
from typing import Any, TextIO

from dateline.export.facts.evidence import contradicting, speakers_of, without_rejected
from dateline.export.facts.extras import library
from dateline.export.facts.options import ExportOptions, LeftOut, Outcome
from dateline.export.facts.wording import relation_label, standing_words
from dateline.export.in_words import shown
from dateline.model.date_span import DayRange
from dateline.model.fact import Party, Relation, Validity
from dateline.model.portion import Portion

_WRITTEN_ON = re.compile(r'lastmodifieddate="[0-9-]*"')


def write_gexf(portion: Portion, out: TextIO, options: ExportOptions) -> Outcome:
    """Write GEXF 1.2, dynamic. The day of the file is that of the options, not today's."""
    networkx = library("networkx")
    graph, outcome = _graph(portion)
    text = "\n".join(networkx.generate_gexf(graph))
    out.write(_WRITTEN_ON.sub(f'lastmodifieddate="{options.made.isoformat()}"', text, count=1) + "\n")
    return outcome


def write_graphml(portion: Portion, out: TextIO, options: ExportOptions) -> Outcome:
    """Write GraphML; ``start`` and ``end`` are attributes of the edges."""
    networkx = library("networkx")
    graph, outcome = _graph(portion)
    out.writelines(f"{line}\n" for line in networkx.generate_graphml(graph))
    return outcome


def _graph(portion: Portion) -> tuple[Any, Outcome]:
    """Actors and places as nodes; an edge for each stretch of each relation."""
    left = LeftOut()
    portion = without_rejected(portion, left)
    graph = library("networkx").MultiDiGraph(mode="dynamic")
    for actor in portion.actors.values():
        told = {"kind": actor.kind, "country": actor.country or "", "reports": actor.reports}
        graph.add_node(actor.id, label=shown(actor.name), protection=actor.protection, **told)
    for relation in portion.relations:
        ends = [_node(graph, party, relation) for party in (relation.subject, relation.object)]
        if None in ends:
            left.add("a party without an id is no node of a graph", relation.id)
            continue
        for number, stretch in enumerate(relation.validity or (None,)):
            key = f"{relation.id}-{number}"
            graph.add_edge(ends[0], ends[1], key=key, id=key, **_edge(relation, stretch))
    counts = {"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges()}
    return graph, Outcome(counts=counts, left_out=left.by_reason)


def _node(graph: Any, party: Party, relation: Relation) -> str | None:
    """The node of a party, made for a place; None for one that has no id."""
    if party.actor in graph:
        return party.actor
    if party.kind != "place":
        return None
    place = relation.place
    node = f"place-{place.geonameid}" if place and place.geonameid else f"place-{party.name}"
    country = (place.country if place else None) or ""
    graph.add_node(shown(node), label=shown(party.name), kind="place", country=country, reports=0, protection="public")
    return shown(node)


def _edge(relation: Relation, stretch: Validity | None) -> dict[str, Any]:
    """What an edge tells. ``start`` and ``end`` bound the days on which the relation certainly holds; without any,
    those on which it may, and ``days`` says which. An open end is left out.
    """
    edge = {
        "relation": relation.type,
        "label": shown(relation_label(relation)),
        "roles": shown("; ".join(relation.roles)),
        "modality": relation.modality,
        "alleged": relation.modality == "alleged",
        "status": relation.status,
        "standing": standing_words(relation),
        "sources": relation.sources,
        "contradicted_by": len(contradicting(relation)),
        "said_by": shown("; ".join(speakers_of(relation))),
        "confidence": relation.confidence,
    }
    if stretch is None:
        return {**edge, "days": "none"}
    days = stretch.certain or stretch.possible
    told = {"days": "certain" if stretch.certain else "possible", "ended_by": shown(stretch.ended_by or "")}
    return {
        **edge,
        **told,
        **_bounds("certain", stretch.certain),
        **_bounds("possible", stretch.possible),
        **_life(days),
    }


def _life(days: DayRange) -> dict[str, str]:
    bounds = {"start": days.first, "end": days.last}
    return {name: day.isoformat() for name, day in bounds.items() if day}


def _bounds(name: str, days: DayRange | None) -> dict[str, str]:
    if days is None:
        return {}
    return {f"{name}_{end}": day.isoformat() for end, day in (("first", days.first), ("last", days.last)) if day}
