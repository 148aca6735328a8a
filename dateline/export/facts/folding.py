"""Words of a text in one spelling, each with where it stands: the ground on which names are found and masked.

Case, accents, invisible characters and percent-encoding make no difference. Offsets count code points of the text as it
came; the end is exclusive.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_ALONE = {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a"}
_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_WORD = re.compile(r"[^\W\d_]+")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters, folded, and where it stands."""

    text: str
    start: int
    end: int


def words_in(text: str) -> list[Word]:
    """The runs of letters of a text, in order; a capital after a small letter begins a new one, as in ``ForFatou``."""
    folded, spans = _folded(text)
    words = []
    for found in _WORD.finditer(folded):
        starts = [index for index in range(found.start() + 1, found.end()) if _begins_anew(text, spans, index)]
        for start, end in pairwise([found.start(), *starts, found.end()]):
            words.append(Word(folded[start:end], spans[start][0], spans[end - 1][1]))
    return words


def _begins_anew(text: str, spans: list[tuple[int, int]], index: int) -> bool:
    return text[spans[index][0]].isupper() and text[spans[index - 1][0]].islower()


def plain(text: str) -> str:
    """All of a text in the one spelling, between its words what stands there."""
    return _folded(text)[0]


def _folded(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The folded text, and for each of its characters the span of the text that it stands for."""
    if text.isascii() and "%" not in text:
        return text.lower(), [(index, index + 1) for index in range(len(text))]
    letters: list[str] = []
    spans: list[tuple[int, int]] = []
    for character, start, end in _characters(text):
        for letter in _fold(character):
            letters.append(letter)
            spans.append((start, end))
    return "".join(letters), spans


def _characters(text: str) -> Iterator[tuple[str, int, int]]:
    """The characters, those that are percent-encoded decoded; each with its span."""
    position = 0
    for run in _ENCODED.finditer(text):
        yield from ((text[index], index, index + 1) for index in range(position, run.start()))
        yield from _decoded(run[0], run.start())
        position = run.end()
    yield from ((text[index], index, index + 1) for index in range(position, len(text)))


def _decoded(run: str, start: int) -> Iterator[tuple[str, int, int]]:
    """``%C3%A9`` as one character; bytes that are no UTF-8 as a character that is no letter."""
    for character in bytes.fromhex(run.replace("%", "")).decode("utf-8", errors="surrogateescape"):
        width = 3 * len(character.encode("utf-8", errors="surrogateescape"))
        yield character, start, start + width
        start += width


@lru_cache(maxsize=4096)
def _fold(character: str) -> str:
    if character in _INVISIBLE:
        return ""
    lowered = _ALONE.get(character.lower(), character.lower())
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
