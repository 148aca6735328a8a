"""Stretches of tokens: what a content, a source or a cue is made of before it becomes offsets."""

from dateline.model import Span
from dateline.read.attributions.tree import Tree

Piece = tuple[int, int]
"""First token and token after the last."""
Pieces = tuple[Piece, ...]

TRIMMED = frozenset([",", ".", ":", ";", "-", "--", "–", "—", "...", "…"])
OPENING = frozenset(['"', "“", "‘", "'", "«", "„", "``", "''", "”", "’", "(", "["])


def subtree(tree: Tree, token: int) -> Piece:
    return tree.first[token], tree.last[token] + 1


def joined(*groups: Pieces) -> Pieces:
    """All pieces in order; those that touch or overlap become one."""
    out: list[Piece] = []
    for begin, end in sorted(piece for group in groups for piece in group):
        if out and begin <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        elif begin < end:
            out.append((begin, end))
    return tuple(out)


def without(pieces: Pieces, removed: Pieces) -> Pieces:
    """What is left of the pieces outside the removed ones."""
    for cut_begin, cut_end in removed:
        left: list[Piece] = []
        for begin, end in pieces:
            if cut_end <= begin or end <= cut_begin:
                left.append((begin, end))
                continue
            left += [piece for piece in ((begin, cut_begin), (cut_end, end)) if piece[0] < piece[1]]
        pieces = tuple(left)
    return pieces


def clipped(pieces: Pieces, window: Piece) -> Pieces:
    """The parts of the pieces inside a window."""
    cut = ((max(begin, window[0]), min(end, window[1])) for begin, end in pieces)
    return tuple(piece for piece in cut if piece[0] < piece[1])


def trimmed(tree: Tree, pieces: Pieces) -> Pieces:
    """The pieces without white space, commas and full stops at their ends; pieces without a word are dropped."""
    out = []
    for begin, end in pieces:
        while begin < end and (tree.lower[begin] in TRIMMED or tree.is_space(begin)):
            begin += 1
        while begin < end and (tree.lower[end - 1] in TRIMMED or tree.is_space(end - 1)):
            end -= 1
        if any(not tree.is_punct(token) for token in range(begin, end)):
            out.append((begin, end))
    return tuple(out)


def size(pieces: Pieces) -> int:
    return sum(end - begin for begin, end in pieces)


def shared(pieces: Pieces, others: Pieces) -> int:
    """How many tokens two lists of pieces have in common."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in pieces for b in others)


def of_tokens(tokens: list[int]) -> Pieces:
    """Single tokens as pieces, neighbours joined."""
    return joined(tuple((token, token + 1) for token in set(tokens)))


def offsets(tree: Tree, pieces: Pieces) -> tuple[Span, ...]:
    """Code point spans of the pieces in the doc's text."""
    return tuple((tree.start[begin], tree.end[end - 1]) for begin, end in pieces)
