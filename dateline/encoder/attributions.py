"""From source, cue and content tags to attributions: each cue with its nearest source and what is said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.encoder.scores import EncoderScores
from dateline.encoder.spans import ScoredSpan, tagged_spans
from dateline.model import Span


@dataclass(frozen=True, slots=True)
class TaggedAttribution:
    """One act of saying as the encoder sees it. Spans in order, in code points."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float
    """The mean of its parts' probabilities."""


def attributions(
    scores: EncoderScores, text: str, sentences: Sequence[Span], thresholds: Mapping[str, float]
) -> list[TaggedAttribution]:
    """Attributions in order of their first content. ``sentences`` are spans of the text, in order."""
    tags = tagged_spans(scores, "attribution", dict(thresholds), text)
    by_role = {role: [tag for tag in tags if tag.label == role] for role in ("source", "cue", "content")}
    numbers = {tag: _sentence(tag, sentences) for tag in tags}
    contents: dict[ScoredSpan | None, list[ScoredSpan]] = {}
    for content in by_role["content"]:
        contents.setdefault(_nearest(content, by_role["cue"], numbers, reach=1), []).append(content)
    found = []
    for cue, said in contents.items():
        anchor = cue or said[0]
        source = _nearest(anchor, by_role["source"], numbers, reach=0)
        found.append(_attribution(source, cue, said))
    return sorted(found, key=lambda item: item.content[0])


def _sentence(tag: ScoredSpan, sentences: Sequence[Span]) -> int:
    """The number of the sentence in which a tag begins; -1 before the first."""
    return sum(1 for start, _ in sentences if start <= tag.start) - 1


def _nearest(
    tag: ScoredSpan, others: Sequence[ScoredSpan], numbers: Mapping[ScoredSpan, int], reach: int
) -> ScoredSpan | None:
    """The tag with the smallest gap, no further than ``reach`` sentences away."""
    near = [other for other in others if abs(numbers[other] - numbers[tag]) <= reach]
    return min(near, key=lambda other: (_gap(tag, other), other.start), default=None)


def _gap(first: ScoredSpan, second: ScoredSpan) -> int:
    return max(first.start - second.end, second.start - first.end, 0)


def _attribution(source: ScoredSpan | None, cue: ScoredSpan | None, said: Sequence[ScoredSpan]) -> TaggedAttribution:
    parts = [part for part in (source, cue, *said) if part is not None]
    return TaggedAttribution(
        source=((source.start, source.end),) if source else (),
        cue=((cue.start, cue.end),) if cue else (),
        content=tuple((part.start, part.end) for part in said),
        score=sum(part.score for part in parts) / len(parts),
    )
