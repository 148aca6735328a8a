"""Who: words that name or describe an actor, and the entity that mentions of one report share."""

import hashlib
from dataclasses import dataclass
from typing import Literal

EntityKind = Literal[
    "person",
    "armed_group",
    "military",
    "police",
    "government",
    "intergovernmental",
    "civilians",
    "media",
    "organisation",
    "weapon",
    "other",
]

MentionForm = Literal["name", "description", "pronoun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that stand for an actor (or a weapon). Offsets as in ``Span``."""

    id: str
    """Unique within the report: ``m1``, ``m2``, …, in order of ``start``."""
    start: int
    end: int
    text: str
    head: int
    """Offset of the first code point of the head word."""
    kind: EntityKind
    form: MentionForm
    entity: str
    """The id of the entity meant."""
    reason: str
    """One sentence on why the words mean this entity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """What mentions of one report refer to. Entities of different reports are joined in ``facts/``, never here."""

    id: str
    """Unique within the report: ``e1``, ``e2``, …, in order of first mention."""
    name: str
    """The fullest name the report gives, else its fullest description."""
    kind: EntityKind
    country: str | None
    """ISO 3166-1 alpha-2 where the report or the actor file says so."""
    actor: str | None
    """The key in the actor file (``dateline/knowledge/actors/``) if the name stands there."""
    plural: bool
    """Whether the entity is several people or bodies."""
    mentions: tuple[str, ...]
    """Ids of its mentions, in order."""


def word_entity(name: str) -> str:
    """The id, within a report, of what is named by words that are no mention: ``w`` and 8 hex digits of the name."""
    return f"w{hashlib.sha256(' '.join(name.casefold().split()).encode()).hexdigest()[:8]}"
