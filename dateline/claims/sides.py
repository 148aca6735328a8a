"""Pairs of participants in relations that hold both ways: "the Brigade and the Front have merged"."""

from collections.abc import Iterable

from dateline.claims.participants import Participant

Pair = tuple[Participant | None, Participant | None]


def without_mirrors(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs without those of one with itself, and each two but once, the one named first as subject."""
    kept: list[Pair] = []
    seen: set[frozenset[int]] = set()
    for one, other in pairs:
        if one is None or other is None:
            kept.append((one, other))
            continue
        two = frozenset({one.token.i, other.token.i})
        if len(two) == 2 and two not in seen:
            seen.add(two)
            kept.append((one, other))
    return kept
