"""The part of a text in which a search found something, and where in it."""

import re
from collections.abc import Sequence

from dateline.store.search_query import Term, folded

LENGTH = 200
"""Characters of a snippet, about."""
BEFORE = 60
"""Characters before the first match, about."""

_RUN = re.compile(r"(?:[^\W_]|[’‘ʼʻʾʿ`´'\u0300-\u036f])+")

Span = tuple[int, int]


def snippet(text: str, terms: Sequence[Term]) -> tuple[str, tuple[Span, ...]]:
    """A part of the text with the first matches, on one line, and their spans in it (code points, end exclusive).

    Without a match, the beginning of the text.
    """
    text = " ".join(text.split())
    spans = _matches(text, [term for term in terms if not term.excluded])
    start, end = _cut(text, spans[0][0] if spans else 0)
    front, back = "… " if start else "", " …" if end < len(text) else ""
    moved = len(front) - start
    within = tuple((first + moved, last + moved) for first, last in spans if start <= first and last <= end)
    return f"{front}{text[start:end]}{back}", within


def _matches(text: str, terms: Sequence[Term]) -> list[Span]:
    """Spans of the terms, in order and apart."""
    runs = [(word, run.span()) for run in _RUN.finditer(text) for word in folded(run[0])]
    words = [word for word, _ in runs]
    found: list[Span] = []
    for start in range(len(runs)):
        lengths = [len(term.words) for term in terms if term.fits(words, start)]
        if lengths:
            first, last = runs[start][1][0], runs[start + max(lengths) - 1][1][1]
            if found and first < found[-1][1]:
                first, last = found[-1][0], max(last, found.pop()[1])
            found.append((first, last))
    return found


def _cut(text: str, match: int) -> Span:
    """Where a snippet around a match starts and ends: between words."""
    if len(text) <= LENGTH:
        return 0, len(text)
    start = max(0, min(match - BEFORE, len(text) - LENGTH))
    if start:
        start = text.find(" ", start, match) + 1 or match
    end = start + LENGTH
    if end < len(text):
        end = max(text.rfind(" ", start, end), start) if " " in text[start:end] else end
    return start, min(end, len(text))
