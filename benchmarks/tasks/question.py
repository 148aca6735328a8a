"""What a predictor may look at."""

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Question:
    """One record of an evaluation set without its answers."""

    id: str
    text: str
    published: date | None
    sentences: tuple[tuple[Any, int, int], ...] = ()
    """Id, start and end of given sentences (``police`` only)."""
