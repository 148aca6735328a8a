"""What the encoder answers about one text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from dateline.encoder.heads import Head, Heads
from dateline.encoder.windows import Floats, Window
from dateline.encoder.wordpieces import Pieces

if TYPE_CHECKING:
    from dateline.encoder.claims import ClaimNetwork


@dataclass(frozen=True, slots=True)
class EncoderScores:
    """The raw answers (logits) of every head, and probabilities made from them on demand. Offsets are code points."""

    heads: Heads
    pieces: Pieces
    columns: Floats
    """One row per wordpiece, one column per answer."""
    windows: tuple[Window, ...]
    window_columns: Floats
    """One row per window: the answers at its first position."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    """From where an answer counts: the sections of the encoder's description."""
    claims: "ClaimNetwork | None" = None
    """The network for claims, where one is installed: it is asked for reports that are about conflict."""
    word_vectors: Floats | None = None
    """The first vectors of [CLS], of the wordpieces and of [SEP], for the network for claims; None where the weights do
    not give them out.
    """

    def spans(self, head: str) -> Floats:
        """Probabilities of a ``spans`` head: wordpieces x labels x (outside, first, inside)."""
        found = self._head(head)
        return softmax(self.columns[:, found.columns].reshape(len(self.pieces), len(found.labels), 3))

    def inside(self, head: str) -> Floats:
        """Probability that a wordpiece belongs to a span of each label: wordpieces x labels."""
        return np.asarray(1.0 - self.spans(head)[:, :, 0], dtype=np.float32)

    def of_pieces(self, head: str) -> Floats:
        """Probabilities of a ``pieces`` head: wordpieces x labels."""
        return sigmoid(self.columns[:, self._head(head).columns])

    def of_windows(self, head: str) -> Floats:
        """Probabilities of a ``window`` head: windows x labels."""
        return sigmoid(self.window_columns[:, self._head(head).columns])

    def of_text(self, head: str) -> dict[str, float]:
        """The highest probability that any window gives to each label of a ``window`` head; 0 for an empty text."""
        found = self.of_windows(head)
        highest = found.max(axis=0) if len(found) else np.zeros(found.shape[1])
        return dict(zip(self._head(head).labels, map(float, highest), strict=True))

    def of_sentence(self, head: str, start: int, end: int) -> dict[str, float]:
        """Probabilities of a ``sentence`` head for the text from ``start`` to ``end``; 0 where no wordpiece stands."""
        found = self._head(head)
        first, last = self.pieces.within(start, end)
        if last <= first:
            return dict.fromkeys(found.labels, 0.0)
        mean = self.columns[first:last, found.columns].mean(axis=0)
        return dict(zip(found.labels, map(float, sigmoid(mean)), strict=True))

    def _head(self, name: str) -> Head:
        return self.heads[name]


def softmax(logits: Floats) -> Floats:
    """Over the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), dtype=np.float32)


def sigmoid(logits: Floats) -> Floats:
    """Element by element."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logits, -30, 30))), dtype=np.float32)
