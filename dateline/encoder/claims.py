"""The network for claims: which type of claim each wordpiece states, and vectors that tell who takes part.

It has a body of its own, as large as the encoder's, and only the table of wordpieces in common with it: what tells
events apart and what tells who says what got in each other's way in one body (``docs/model-card.md``).
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from dateline.encoder.scores import EncoderScores, sigmoid
from dateline.encoder.sessions import session_of
from dateline.encoder.windows import Floats, joined

logger = logging.getLogger(__name__)
WEIGHTS: Final = "claims.onnx"
ROLE_WEIGHTS: Final = "roles.npz"
"""The scorer of participants (``claims/learned/roles.py``)."""
TYPES: Final = tuple(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT leads member_of part_of split_from merged_with successor_of allegiance_to allied_with opposes "
    "operates_in controls based_in alias_of".split()
)
"""In the order of the columns."""
ROLES: Final = ("subject", "object")
ROLE_WIDTH: Final = 64
"""Length of the vectors whose product tells whether a wordpiece takes part in what another states, for each role."""
COLUMNS: Final = len(TYPES) + len(ROLES) * (2 * ROLE_WIDTH + 1)
"""Types, what each role asks for, what each wordpiece offers to each role, and how likely nobody fills it."""


@dataclass(frozen=True, slots=True)
class ClaimNetwork:
    """The weights of one folder, loaded."""

    run: Callable[[Floats], Floats]
    """Vectors of the wordpieces of one window (1 x positions x width) to columns (positions x ``COLUMNS``)."""
    folder: Path
    """Where the weights are, and those of the scorer of participants."""


@dataclass(frozen=True, slots=True)
class ClaimScores:
    """What the network says of one text; a row for each wordpiece."""

    columns: Floats
    encoder: EncoderScores

    @property
    def probabilities(self) -> Floats:
        """That a wordpiece is the first of a word that states a type: wordpieces x types."""
        found: Floats = sigmoid(self.columns[:, : len(TYPES)])
        return found

    def asked(self, piece: int) -> Floats:
        """What the roles of a trigger at a wordpiece ask for: roles x ``ROLE_WIDTH``."""
        found: Floats = self._vectors(np.array([piece]), 0)[0]
        return found

    def offered(self, pieces: list[int]) -> Floats:
        """What wordpieces offer to the roles: wordpieces x roles x ``ROLE_WIDTH``."""
        return self._vectors(np.array(pieces, dtype=int), 1)

    def nobody(self, piece: int) -> Floats:
        """How likely nobody fills the roles of a trigger, one number a role."""
        found: Floats = self.columns[piece, -len(ROLES) :]
        return found

    def highest(self, start: int, end: int) -> Floats:
        """The highest probability of each type from one code point of the text to before another."""
        first, last = self.encoder.pieces.within(start, end)
        if last <= first:
            return np.zeros(len(TYPES), dtype=np.float32)
        return sigmoid(self.columns[first:last, : len(TYPES)].max(axis=0))

    def _vectors(self, pieces: "np.typing.NDArray[np.int_]", part: int) -> Floats:
        width = len(ROLES) * ROLE_WIDTH
        first = len(TYPES) + part * width
        found: Floats = self.columns[pieces, first : first + width].reshape(len(pieces), len(ROLES), ROLE_WIDTH)
        return found


def read_claims(scores: EncoderScores, network: ClaimNetwork) -> ClaimScores:
    """What the network says of a text that the encoder has read. Raises ValueError where that kept no word vectors."""
    if scores.word_vectors is None:
        raise ValueError("the encoder kept no word vectors")
    first, last = scores.word_vectors[:1], scores.word_vectors[-1:]
    inner = scores.word_vectors[1:-1]
    parts = [
        (window, network.run(np.concatenate([first, inner[window.first : window.last], last])[None])[1:-1])
        for window in scores.windows
    ]
    return ClaimScores(joined(len(scores.pieces), COLUMNS, parts), scores)


@cache
def load_claim_network(folder: Path, threads: int = 1) -> ClaimNetwork | None:
    """The network of a folder with weights; None where it has none. Loaded once.

    Raises RunStopped for broken weights.
    """
    if not (folder / WEIGHTS).exists():
        return None
    logger.debug("loading the network for claims from %s", folder)
    session = session_of(folder / WEIGHTS, threads)

    def run(vectors: Floats) -> Floats:
        mask = np.ones(vectors.shape[:2], dtype=np.int64)
        columns: Floats = session.run(None, {"word_vectors": vectors, "attention_mask": mask})[0][0]
        return columns

    return ClaimNetwork(run, folder)
