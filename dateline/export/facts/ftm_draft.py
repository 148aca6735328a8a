"""An entity of FollowTheMoney before the library checks it."""

from dataclasses import dataclass

from dateline.model.fact import Fact


@dataclass(frozen=True, slots=True)
class Draft:
    """An entity before the library checks it."""

    id: str
    schema: str
    properties: dict[str, list[str]]
    fact: Fact | None = None
    """The fact that it tells of; None for actors, reports and places."""


def entity_id(kind: str, *parts: str) -> str:
    """``dateline-actor-a0123``: readable, and never that of another kind of thing."""
    return "-".join(("dateline", kind, *parts))
