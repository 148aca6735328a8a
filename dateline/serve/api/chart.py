"""The command chart as a graph."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from dateline.serve.access.guard import AsReader
from dateline.serve.drawing.charts import chart_on
from dateline.serve.drawing.graph import graph_of
from dateline.serve.pages.actor import find_actor
from dateline.serve.workbench import Bench

router = APIRouter(prefix="/api/chart", tags=["chart"])


class ChartNode(BaseModel):
    """A body or a person."""

    model_config = ConfigDict(from_attributes=True)
    id: str
    name: str
    kind: str
    is_top: Annotated[bool, Field(description="Whether the chart begins with it")]


class ChartEdge(BaseModel):
    """A relation, drawn from the one above to the one below; a leader stands above the body."""

    model_config = ConfigDict(from_attributes=True)
    id: Annotated[str, Field(description="Id of the relation: /facts/{id} shows its claims")]
    above: str
    below: str
    type: Annotated[str, Field(description="leads, part_of, member_of, allegiance_to or split_from")]
    words: Annotated[str, Field(description="Offices of a leader, or the kind of tie; empty for a plain part")]
    holds: Literal["certain", "presumed", "possible", "no"]
    marks: Annotated[list[str], Field(description="alleged, conflicting, denied, possible")]
    basis: Annotated[str, Field(description="When it holds and on how many sources, in words")]


class CommandChart(BaseModel):
    """Who is under whom on a day."""

    actor: str
    as_of: date
    turns: Annotated[list[date], Field(description="Days from which something else holds under the actor")]
    nodes: list[ChartNode]
    edges: list[ChartEdge]


@router.get("")
def chart(
    bench: Bench,
    _visitor: AsReader,
    actor: Annotated[str, Query(min_length=1, max_length=200, description="Id of the actor at the top")],
    as_of: Annotated[date | None, Query(description="The last day that reports tell of, if none is given")] = None,
    possible: Annotated[bool, Query(description="Also what is only possible on that day")] = False,
) -> CommandChart:
    """The bodies under an actor on a day, those who lead them, and what split off, with all ties among them."""
    drawn = chart_on(bench.record, find_actor(bench.record, actor), as_of, possible_too=possible)
    graph = graph_of(drawn.tree, drawn.held, drawn.day)
    return CommandChart(
        actor=drawn.actor.id,
        as_of=drawn.day,
        turns=list(drawn.turns),
        nodes=[ChartNode.model_validate(node) for node in graph.nodes],
        edges=[ChartEdge.model_validate(edge) for edge in graph.edges],
    )
