"""Relations that the encoder sees between two mentions, beside the claims that the rules find reasons for."""

from dataclasses import dataclass
from typing import Literal

RelationKind = Literal["member_of", "leads", "opposes", "allied_with", "alias_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenRelation:
    """Two mentions that stand in a relation as the encoder sees it. Not a claim: it has no speaker, day or polarity."""

    kind: RelationKind
    subject: str
    """Id of the mention that is a member, leads, opposes…"""
    object: str
    """Id of the other mention."""
    score: float
    """Probability, 0 to 1."""
