"""Graphs, read back by networkx."""

from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest


@pytest.mark.parametrize(("name", "read"), [("gexf", nx.read_gexf), ("graphml", nx.read_graphml)])
def test_a_graph_is_read_back_with_time_on_its_edges(
    name: str, read: Callable[..., nx.MultiDiGraph], export: Callable[..., Path]
) -> None:
    graph = read(export(name))
    edges = {data["relation"]: data for _, _, data in graph.edges(data=True)}
    assert set(edges) == {"leads", "member_of", "controls", "opposes"}
    assert (edges["leads"]["start"], edges["leads"]["end"], edges["leads"]["days"]) == (
        "2024-03-05",
        "2024-03-05",
        "certain",
    )
    assert (edges["member_of"]["start"], edges["member_of"]["days"]) == ("2024-01-01", "possible")
    assert edges["member_of"]["alleged"] is True
    assert edges["opposes"]["days"] == "none"
    assert "place-2457163" in graph
    assert {data["label"] for _, data in graph.nodes(data=True)} >= {"Amadou Keita", "private person 1", "Salt Front"}
