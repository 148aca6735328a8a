"""From pairs of mentions to the relations between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.encoder.heads import PAIR_BIAS, PAIR_WIDTH
from dateline.encoder.scores import EncoderScores, sigmoid
from dateline.encoder.windows import Floats
from dateline.model import Span

REACH = 60
"""Wordpieces that may stand between two mentions whose relation is asked of."""
UNDIRECTED = frozenset({"FightingAgainst", "AlliesOf", "IsSynonymOf", "CoLocated"})
"""Labels whose relations have no direction."""


@dataclass(frozen=True, slots=True, order=True)
class TaggedRelation:
    """A relation of a first mention to a second, as numbers in the sequence of mentions that was asked of."""

    first: int
    second: int
    label: str
    score: float
    """Probability, 0 to 1."""


def pair_probabilities(scores: EncoderScores, mentions: Sequence[Span]) -> Floats:
    """Mentions x mentions x labels: how likely the first stands in each relation to the second. Offsets: code points.

    A mention's two vectors are the means over its wordpieces; a pair's number is the product of the first's one and the
    second's other (a bilinear form of low rank, as in Yang et al. 2015 without the diagonal).
    """
    head = scores.heads["relation"]
    columns = scores.columns[:, head.columns]
    labels = len(head.labels)
    within = [scores.pieces.within(*span) for span in mentions]
    means = [
        columns[first:last].mean(axis=0) if last > first else np.zeros(head.width, np.float32) for first, last in within
    ]
    vectors = np.array(means, dtype=np.float32).reshape(len(mentions), labels, 2, PAIR_WIDTH)
    products = np.einsum("ilw,jlw->ijl", vectors[:, :, 0], vectors[:, :, 1])
    return np.where(_near(within)[..., None], sigmoid(products - PAIR_BIAS), 0.0).astype(np.float32)


def _near(within: Sequence[tuple[int, int]]) -> np.ndarray:
    """Which pairs are apart, and no further than ``REACH``."""
    firsts, lasts = np.array([f for f, _ in within]), np.array([last for _, last in within])
    gap = np.maximum(firsts[:, None] - lasts[None, :], firsts[None, :] - lasts[:, None])
    near: np.ndarray = (gap >= 0) & (gap <= REACH)
    return near


def relations(scores: EncoderScores, mentions: Sequence[Span], thresholds: Mapping[str, float]) -> list[TaggedRelation]:
    """Relations with at least their label's threshold (0.5 where none is given); undirected ones once."""
    likely = pair_probabilities(scores, mentions)
    found = []
    for column, label in enumerate(scores.heads["relation"].labels):
        numbers = likely[:, :, column]
        if label in UNDIRECTED:
            numbers = np.triu((numbers + numbers.T) / 2, 1)
        for first, second in np.argwhere(numbers >= thresholds.get(label, 0.5)):
            found.append(TaggedRelation(int(first), int(second), label, float(numbers[first, second])))
    return sorted(found)
