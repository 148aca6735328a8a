"""One spelling for the many ways in which a place name is printed, and the number that stands for it in the index."""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h"}
)
_DROPPED = re.compile(r"['’‘ʻʼʹ`´.,()]")
_BETWEEN_WORDS = re.compile(r"[\s\-–—/&]+")
_SHORT_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|at|ad|adh|az|an|ash) (?=\S{3})")

_ARABIC_WORDS = {
    "ayn": "ain ein",
    "tall": "tel tell tal",
    "bani": "beni",
    "bayt": "beit bet",
    "dayr": "deir der",
    "shaykh": "sheikh sheik cheikh",
    "jabal": "jebel",
    "al": "el",
    "az": "ez",
    "as": "es",
    "ash": "ech esh",
    "ad": "ed",
    "ar": "er",
    "an": "en",
}
_ARABIC_SPELLINGS = {printed: kept for kept, variants in _ARABIC_WORDS.items() for printed in variants.split()}
"""Words of Arabic names as papers print them, to the spelling of gazetteers."""

KEY_BITS = 46
"""Wide enough that two of a million names rarely meet (about one chance in 140), narrow enough that the gaps between
sorted keys fit 32 bits."""


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Lower case without accents, apostrophes, dots and hyphens: "Sa'ada" is "saada", "St. Louis" "saint louis"."""
    lowered = name.lower()
    if not lowered.isascii():
        lowered = lowered.translate(_LETTERS_WITHOUT_DECOMPOSITION)
        lowered = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    words = _BETWEEN_WORDS.sub(" ", _DROPPED.sub("", lowered)).split()
    if words and len(words) > 1 and words[0] in _SHORT_WORDS:
        words[0] = _SHORT_WORDS[words[0]]
    return " ".join(words)


def without_article(folded: str) -> str:
    """A folded name without its Arabic article: "ar raqqah" is "raqqah". The name itself when it has none."""
    return _ARTICLE.sub("", folded)


def respelled(folded: str) -> str:
    """A folded name of several words with its Arabic ones spelt as gazetteers do: "ras al ain" is "ras al ayn"."""
    words = folded.split()
    return " ".join(_ARABIC_SPELLINGS.get(word, word) for word in words) if len(words) > 1 else folded


def key_of(folded: str) -> int:
    """The number under which a folded name stands in an index: the first 46 bits of its BLAKE2b digest."""
    return int.from_bytes(blake2b(folded.encode(), digest_size=8).digest(), "big") >> (64 - KEY_BITS)


def border_key(first: str, second: str) -> str:
    """The name in the index of the border of two countries (ISO 3166-1 alpha-2), whatever their order."""
    return "border {} {}".format(*sorted((first.lower(), second.lower())))
