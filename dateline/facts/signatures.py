"""What is kept of a text to tell its copies, and what a report is among them. How they are told: ``copies.py``."""

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np

Standing = Literal["first", "copy", "update"]

HASHES = 128
BANDS = 32
"""Bands of four hashes: two texts with a similarity of 0.5 share one with a probability of 0.87, of 0.7 with 0.9998."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What is kept of a text to compare it. ``hashes``: uint32, ``HASHES`` long; all alike for a text without words."""

    report: str
    shingles: int
    """How many different runs of words the text has."""
    hashes: "np.ndarray"
    agency: str | None
    """The news agency that the report credits."""

    def bands(self) -> tuple[str, ...]:
        """Short keys; texts that may be copies have one in common. None for a text of fewer than ``RUN`` words."""
        if not self.shingles:
            return ()
        whole = self.hashes.tobytes()
        size = len(whole) // BANDS
        return tuple(
            f"{number:02}{blake2b(whole[number * size : (number + 1) * size], digest_size=8).hexdigest()}"
            for number in range(BANDS)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What a report is among its copies."""

    report: str
    cluster: str
    """The id of the first report added among the copies."""
    standing: Standing
    of: str | None
    """The report it copies or updates; None for the first."""
    similarity: float | None
    """Estimated Jaccard similarity to ``of``."""
    superseded_by: str | None
    """The id of the last update of the report by the same outlet or agency."""
    reason: str
