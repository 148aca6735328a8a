"""What a person decided. Append-only: a later decision undoes an earlier one, and both stay."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

DecisionKind = Literal["accept", "reject", "correct", "add", "merge", "split", "duplicate", "undo"]
Subject = Literal["claim", "event", "relation", "actor", "report", "decision"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One verdict of one person."""

    id: int
    """Counts up within a store."""
    at: datetime
    """In UTC."""
    by: str
    kind: DecisionKind
    about: Subject
    targets: tuple[str, ...]
    """What it is about: ids of claims, of the first claims of events and relations, of anchors ``report/name`` of
    actors, of reports; for "undo" the id of the decision undone.
    """
    before: dict[str, Any]
    """What the person saw: enough to find the passage again in the claims of a newer reader. Of facts also their
    ``claims`` and ``reports``.
    """
    after: dict[str, Any]
    """What the person says instead; empty where the kind says all. Of a "split" ``from``: the claims of the event that
    stay, or the anchors of the actor that the targets are kept apart from.
    """
    note: str
