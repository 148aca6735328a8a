"""Say so when a text does not look English: Dateline reads English alone, and would find nothing without a word."""

import re
import unicodedata
from functools import cache

from dateline.languages.load import language_data

FEWEST_WORDS = 12
"""A shorter text may be a headline, which does without the common words."""
FEWEST_LETTERS = 40
SMALLEST_SHARE = 0.1
"""Of the common words among all; English reports have three to five in ten."""
LOOKED_AT = 20_000
"""Code points at the beginning by which the language is told."""
_WORD = re.compile(r"[^\W\d_]+")

NOTE = (
    "this does not look like English, and Dateline reads English only: little or nothing will be found. "
    "Translate the text first, and keep the original beside it"
)


def language_note(text: str) -> str | None:
    """What a person should know of a text in another language; None for English and for texts too short to tell."""
    words = _WORD.findall(text[:LOOKED_AT].lower())
    letters = "".join(words)
    if len(letters) < FEWEST_LETTERS:
        return None
    if sum("LATIN" in unicodedata.name(letter, "") for letter in letters) < len(letters) / 2:
        return NOTE
    share = sum(word in _common() for word in words) / len(words)
    return NOTE if len(words) >= FEWEST_WORDS and share < SMALLEST_SHARE else None


@cache
def _common() -> frozenset[str]:
    return frozenset(language_data("common_words")["words"])
