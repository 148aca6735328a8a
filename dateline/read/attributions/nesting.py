"""Attributions inside attributions: which one holds a passage, and the chain of sources behind it."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import Attribution, Span


def innermost(attributions: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    """The attribution with the shortest content that holds a passage; None when the report speaks in its own voice.

    ``start`` and ``end`` count code points, end exclusive, as in ``Span``.
    """
    holding = [item for item in attributions if any(begin <= start and end <= stop for begin, stop in item.content)]
    return min(holding, key=_length, default=None)


def chain(attributions: Sequence[Attribution], attribution: Attribution) -> tuple[Attribution, ...]:
    """The attribution and those around it, from the inside out: who said that who said it."""
    by_id = {item.id: item for item in attributions}
    out = [attribution]
    while (outer := by_id.get(out[-1].within or "")) is not None and outer not in out:
        out.append(outer)
    return tuple(out)


def nested(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions in order of their first content, with ids and ``within`` filled in."""
    ordered = sorted(attributions, key=lambda item: (item.content[0], -item.content[-1][1], item.cue))
    named = [replace(item, id=f"a{number}") for number, item in enumerate(ordered, 1)]
    return tuple(replace(item, within=_holder(named, item)) for item in named)


def _holder(attributions: Sequence[Attribution], inner: Attribution) -> str | None:
    """The id of the shortest content that holds both the cue and the content of another attribution."""
    first, last = inner.content[0][0], inner.content[-1][1]
    holding = [
        item
        for item in attributions
        if item.content[0][0] <= first
        and last <= item.content[-1][1]
        and item is not inner
        and _holds(item.content, inner.cue[0])
        and _length(item) > _length(inner)
    ]
    return min(holding, key=_length).id if holding else None


def _holds(content: tuple[Span, ...], span: Span) -> bool:
    return any(begin <= span[0] and span[1] <= end for begin, end in content)


def _length(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)
