"""From pairs of mentions to the relations between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dateline.encoder.heads import PAIR_BIAS, PAIR_WIDTH
from dateline.encoder.scores import EncoderScores, sigmoid
from dateline.encoder.windows import Floats
from dateline.model import Span

Pairs = npt.NDArray[np.int64]
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


def near_pairs(within: Sequence[tuple[int, int]]) -> Pairs:
    """Numbers of two mentions that are apart and no further than ``REACH``: pairs x 2, each pair in both orders.

    ``within``: first wordpiece of each mention and wordpiece after its last; a mention without any is in no pair. Only
    neighbours are gone through, so that a book costs as much a page as a note.
    """
    ordered = sorted((span, number) for number, span in enumerate(within) if span[1] > span[0])
    found = []
    for place, ((_, last), number) in enumerate(ordered):
        for later in range(place + 1, len(ordered)):
            (begin, _), other = ordered[later]
            if begin > last + REACH:
                break
            if begin >= last:
                found += [(number, other), (other, number)]
    return np.array(found, dtype=np.int64).reshape(-1, 2)


def pair_probabilities(scores: EncoderScores, within: Sequence[tuple[int, int]], pairs: Pairs) -> Floats:
    """Pairs x labels: how likely the first of a pair stands in each relation to the second.

    A mention's two vectors are the means over its wordpieces; a pair's number is the product of the first's one and the
    second's other (a bilinear form of low rank, as in Yang et al. 2015 without the diagonal).
    """
    head = scores.heads["relation"]
    columns = scores.columns[:, head.columns]
    means = [columns[first:last].mean(axis=0) if last > first else np.zeros(head.width) for first, last in within]
    vectors = np.array(means, dtype=np.float32).reshape(len(within), len(head.labels), 2, PAIR_WIDTH)
    products = np.einsum("plw,plw->pl", vectors[pairs[:, 0], :, 0], vectors[pairs[:, 1], :, 1])
    return sigmoid(products - PAIR_BIAS)


def relations(scores: EncoderScores, mentions: Sequence[Span], thresholds: Mapping[str, float]) -> list[TaggedRelation]:
    """Relations with at least their label's threshold (0.5 where none is given); undirected ones once.

    ``mentions``: spans in code points. An undirected relation has the mean of what its two directions have.
    """
    within = [scores.pieces.within(*span) for span in mentions]
    pairs = near_pairs(within)
    likely = pair_probabilities(scores, within, pairs)
    found = []
    for column, label in enumerate(scores.heads["relation"].labels):
        numbers = likely[:, column]
        if label in UNDIRECTED:
            asked, numbers = np.sort(pairs[::2], axis=1), np.asarray((numbers[::2] + numbers[1::2]) / 2, np.float32)
        else:
            asked = pairs
        for place in np.flatnonzero(numbers >= thresholds.get(label, 0.5)):
            first, second = asked[place]
            found.append(TaggedRelation(int(first), int(second), label, float(numbers[place])))
    return sorted(found)
