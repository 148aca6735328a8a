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
    letter_by_letter = _letter_by_letter(text)
    if letter_by_letter is not None:
        return _words_at_their_places(text, letter_by_letter)
    folded, spans = _folded(text)
    words = []
    for found in _WORD.finditer(folded):
        starts = [index for index in range(found.start() + 1, found.end()) if _begins_anew(text, spans, index)]
        for start, end in pairwise([found.start(), *starts, found.end()]):
            words.append(Word(folded[start:end], spans[start][0], spans[end - 1][1]))
    return words


def _words_at_their_places(text: str, folded: str) -> list[Word]:
    """As ``words_in``, for a text whose folded letters stand where they stood: most texts, and ten times as fast."""
    words = []
    for found in _WORD.finditer(folded):
        first, last = found.span()
        printed = text[first:last]
        if printed[1:].islower() or printed.isupper() or last - first == 1:
            words.append(Word(found[0], first, last))
            continue
        anew = [at for at in range(first + 1, last) if text[at].isupper() and text[at - 1].islower()]
        words += [Word(folded[start:end], start, end) for start, end in pairwise([first, *anew, last])]
    return words


def _begins_anew(text: str, spans: list[tuple[int, int]], index: int) -> bool:
    return text[spans[index][0]].isupper() and text[spans[index - 1][0]].islower()


def plain(text: str) -> str:
    """All of a text in the one spelling, between its words what stands there."""
    letter_by_letter = _letter_by_letter(text)
    return _folded(text)[0] if letter_by_letter is None else letter_by_letter


def _letter_by_letter(text: str) -> str | None:
    """The folded text where each character becomes one; None for other texts."""
    if "%" in text:
        return None
    if text.isascii():
        return text.lower()
    folds: dict[str, str] = {character: _fold(character) for character in set(text)}
    if any(len(fold) != 1 for fold in folds.values()):
        return None
    return text.translate({ord(character): fold for character, fold in folds.items()})


def _folded(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The folded text, and for each of its characters the span of the text that it stands for."""
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
