"""Whether a report is about armed conflict at all, told from its beginning, so that others need not be read."""

from collections.abc import Iterator
from typing import Final

from dateline.encoder.model import Encoder
from dateline.encoder.scores import EncoderScores

LEADING_CODE_POINTS = 1000
"""How much of a report the gate looks at: its headline and first paragraphs, one window of English text.

1,500 take two windows, and so twice as long, and told no more of 130 reports apart.
"""
ARMED: Final = ("armed_group", "military", "weapon")
"""Kinds of mentions that ordinary reports seldom hold."""
HARD: Final = ("ASSAULT", "COERCE", "MOBILIZE", "THREATEN", "RETREAT")
"""Event types that ordinary reports seldom tell of."""
STRETCH: Final = 25
"""Wordpieces, about a sentence, over which the answers of the event head are averaged."""


def relevance(encoder: Encoder, text: str, lead: int = LEADING_CODE_POINTS) -> float:
    """Probability, 0 to 1, that a report is about conflict. ``lead``: how many code points are looked at.

    The head that is asked just this has seen no ordinary reports but those of an election, and takes a recipe for
    war. So a report must also name somebody armed, or tell of an incident or a hard deed; the surest of these counts.
    """
    scores = encoder.read(text[:lead])
    likely = scores.of_text("incident")
    return min(likely["conflict"], max(_signs(scores, likely), default=1.0))


def _signs(scores: EncoderScores, likely: dict[str, float]) -> Iterator[float]:
    """How sure each head is of what makes up conflict; nothing of heads that were left out."""
    yield from (value for kind, value in likely.items() if kind != "conflict")
    if "kinds" in scores.heads and len(scores.pieces):
        columns = [column for column, kind in enumerate(scores.heads["kinds"].labels) if kind in ARMED]
        yield float(scores.inside("kinds")[:, columns].max(initial=0.0))
    if "event" in scores.heads:
        starts, ends = scores.pieces.starts, scores.pieces.ends
        for first in range(0, len(starts), STRETCH):
            last = min(first + STRETCH, len(starts))
            told = scores.of_sentence("event", int(starts[first]), int(ends[last - 1]))
            yield max(told.get(kind, 0.0) for kind in HARD)
