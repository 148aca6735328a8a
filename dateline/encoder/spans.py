"""From tag probabilities to spans of the text."""

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dateline.encoder.scores import EncoderScores
from dateline.encoder.windows import Floats
from dateline.encoder.wordpieces import Pieces

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True, order=True)
class ScoredSpan:
    """A stretch of text that the encoder labels. Code points, end exclusive."""

    start: int
    end: int
    label: str
    score: float
    """Mean probability of its wordpieces, 0 to 1."""
    first: int
    """Its first wordpiece."""
    last: int
    """The wordpiece after its last."""


def tagged_spans(
    scores: EncoderScores, head: str, thresholds: dict[str, float], text: str, split: float = 0.0
) -> list[ScoredSpan]:
    """The spans of every label of a head, in order of start.

    A wordpiece belongs to a span when it is inside with at least the label's threshold (0.5 where none is given); a
    new span begins where "first" is likelier than "inside" by more than ``split`` (1: spans side by side are one), and
    after a blank line, so that none holds furniture that was blanked out. Spans are widened to whole words.
    """
    probabilities = scores.spans(head)
    breaks = after_blank_line(scores.pieces, text)
    found = [
        _scored(scores, label, probabilities[:, column], first, last, text)
        for column, label in enumerate(scores.heads[head].labels)
        for first, last in runs(probabilities[:, column], thresholds.get(label, 0.5), split, breaks)
    ]
    return sorted({(span.start, span.end, span.label): span for span in found}.values())


def after_blank_line(pieces: Pieces, text: str) -> npt.NDArray[np.bool_]:
    """Whether a blank line stands between a wordpiece and the one before."""
    gaps = np.concatenate([[0], pieces.starts[1:] - pieces.ends[:-1]]) if len(pieces) else np.zeros(0, np.int64)
    found = gaps > 1
    for place in np.flatnonzero(found):
        found[place] = _BLANK_LINE.search(text, int(pieces.ends[place - 1]), int(pieces.starts[place])) is not None
    return found


def runs(
    probabilities: Floats, threshold: float, split: float = 0.0, breaks: npt.NDArray[np.bool_] | None = None
) -> list[tuple[int, int]]:
    """First wordpiece and wordpiece after the last of each span of one label. ``breaks``: where one must begin anew."""
    inside = 1.0 - probabilities[:, 0] >= threshold
    begins = inside & (probabilities[:, 1] - probabilities[:, 2] > split)
    begins |= inside & ~np.concatenate([[False], inside[:-1]])
    if breaks is not None:
        begins |= inside & breaks
    found = []
    for first in np.flatnonzero(begins):
        last = first + 1
        while last < len(inside) and inside[last] and not begins[last]:
            last += 1
        found.append((int(first), int(last)))
    return found


def _scored(scores: EncoderScores, label: str, probabilities: Floats, first: int, last: int, text: str) -> ScoredSpan:
    pieces = scores.pieces
    start, end = whole_words(text, int(pieces.starts[first]), int(pieces.ends[last - 1]))
    return ScoredSpan(start, end, label, float(1.0 - probabilities[first:last, 0].mean()), first, last)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span widened so that it cuts no word."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end
