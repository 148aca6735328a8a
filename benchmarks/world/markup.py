"""Lines with marked names, and how they become a text with offsets.

A name is marked as ``START id BETWEEN name END`` with characters of the private use area, so that templates can be
filled, capitalised and joined before anything is counted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from benchmarks.world.nouns import Claim, Mention

START, BETWEEN, END = "\ue000", "\ue001", "\ue002"
_MARK = re.compile(f"{START}([^{BETWEEN}]*){BETWEEN}([^{END}]*){END}")
_FIRST_LETTER = re.compile(f'^((?:{START}[^{BETWEEN}]*{BETWEEN})?["“]?)(.)')


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with marks, and what it claims. The claims' offsets are not yet set."""

    text: str
    claims: tuple[Claim, ...] = ()
    deictic: bool = False
    """Whether its words for days are right on its day of publication only, such as "yesterday"."""


Paragraph = tuple[Line, ...]


def mark(actor: str, name: str) -> str:
    """A name that stands for an actor."""
    return f"{START}{actor}{BETWEEN}{name}{END}"


def capital(text: str) -> str:
    """With the first visible letter in capitals, unless it is inside a mark: a name is spelt as it is."""
    found = _FIRST_LETTER.match(text)
    if not found or text.startswith(START):
        return text
    return f"{found[1]}{found[2].upper()}{text[found.end() :]}"


def bare(text: str) -> str:
    """Without marks."""
    return _MARK.sub(r"\2", text)


def curled(text: str) -> str:
    """With curly quotation marks and apostrophes, but for those inside names."""
    pieces = re.split(f"({START}[^{END}]*{END})", text)
    return "".join(piece if piece.startswith(START) else _curled(piece) for piece in pieces)


def _curled(text: str) -> str:
    text = re.sub(r'(^|[\s(—])"', r"\1“", text).replace('"', "”")
    return text.replace("'", "’")


def assemble(paragraphs: Sequence[Paragraph]) -> tuple[str, tuple[Mention, ...], tuple[Claim, ...]]:
    """The text, with a blank line between paragraphs; its mentions; its claims with the spans of their sentences."""
    pieces: list[str] = []
    mentions: list[Mention] = []
    claims: list[Claim] = []
    at = 0
    for number, paragraph in enumerate(paragraphs):
        for position, line in enumerate(paragraph):
            gap = " " if position else "\n\n" if number else ""
            start = at + len(gap)
            text, found = _plain(line.text, start)
            pieces += (gap, text)
            mentions += found
            at = start + len(text)
            claims += [replace(claim, start=start, end=at) for claim in line.claims]
    return "".join(pieces), tuple(mentions), tuple(claims)


def _plain(marked: str, start: int) -> tuple[str, list[Mention]]:
    """The text without marks, and its mentions with offsets from ``start``."""
    mentions, out, last = [], "", 0
    for found in _MARK.finditer(marked):
        out += marked[last : found.start()]
        mentions.append(Mention(start=start + len(out), end=start + len(out) + len(found[2]), actor=found[1]))
        out += found[2]
        last = found.end()
    return out + marked[last:], mentions
