"""Say so when a text does not look English: Dateline reads English alone, and would find nothing without a word."""

import re
import unicodedata
from functools import cache

from dateline.languages.load import language_data

FEWEST_WORDS = 12
"""A shorter text may be a headline, which does without the common words."""
FEWEST_LETTERS = 40
SMALLEST_SHARE = 0.1
"""Of the common words among those printed small, which are no names; English reports have three to five in ten."""
FEW = 25
"""Among fewer words printed small one common word is enough."""
FEWEST_SMALL = 5
"""With fewer words printed small all are counted, as in a text in capitals."""
LOOKED_AT = 20_000
"""Code points at the beginning by which the language is told."""
_WORD = re.compile(r"[^\W\d_]+")

NOTE = (
    "this does not look like English, and Dateline reads English only: little or nothing will be found. "
    "Translate the text first, and keep the original beside it"
)


def language_note(text: str) -> str | None:
    """What a person should know of a text in another language; None for English and for texts too short to tell."""
    words = _WORD.findall(text[:LOOKED_AT])
    letters = "".join(words).lower()
    if len(letters) < FEWEST_LETTERS:
        return None
    if sum("LATIN" in unicodedata.name(letter, "") for letter in letters) < len(letters) / 2:
        return NOTE
    small = [word for word in words if word[0].islower()]
    counted = small if len(small) >= FEWEST_SMALL else words
    common = sum(word.lower() in _common() for word in counted)
    share = 1 / len(counted) if len(counted) < FEW else SMALLEST_SHARE
    return NOTE if len(words) >= FEWEST_WORDS and common / len(counted) < share else None


@cache
def _common() -> frozenset[str]:
    return frozenset(language_data("common_words")["words"])
