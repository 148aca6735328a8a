"""Who, across reports: what the record takes for one actor, under all its names."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.mention import EntityKind

Protection = Literal["public", "private", "victim", "witness", "child", "anonymous"]
"""The part somebody has in the record. All but "public" are masked in exports, as the conventions of casualty recorders
ask (``docs/protection.md``). Bodies are always public.
"""

Verdict = Literal["sure", "maybe", "apart"]
"""Same actor; a person has to look; not the same, by a decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUse:
    """A name of an actor and how often reports use it."""

    name: str
    reports: int
    first_report: str
    """The id of the first report added that uses it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A named actor of the record: entities of several reports that are taken for one. Rebuildable."""

    id: str
    """The key of the actor file where the actor stands there, else ``a`` and 12 hex digits made of the first report
    added that names it. Adding reports never changes the id of an actor; a merge keeps the older one.
    """
    name: str
    """The name that most reports use; of the longest names among those used alike."""
    kind: EntityKind
    country: str | None
    """ISO 3166-1 alpha-2; None when the reports do not say, or differ."""
    known: str | None
    """The key in the actor file; None when it is not there."""
    names: tuple[NameUse, ...]
    """All names, the most used first."""
    reports: int
    """How many reports name it."""
    protection: Protection
    protection_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Why two entities of reports are taken for one actor, may be one, or are kept apart. Reversible by a decision."""

    left: tuple[str, str]
    """The id of the report and of the entity in it."""
    right: tuple[str, str]
    verdict: Verdict
    score: float
    """0 to 1."""
    reason: str
    near: str = ""
    """The key that made the two be compared; empty where they share a key that says who they are."""
    decision: int | None = None
    """The decision that says so; None when Dateline judges."""
