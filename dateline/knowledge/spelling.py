"""One spelling for the many ways of writing a name: "al-Qa'ida", "Al Qaeda" and "AL-QAIDA" are one key."""

import csv
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from dateline.errors import DataFileError

SPELLINGS = Path(__file__).with_name("spellings.csv")
NameKey = tuple[str, ...]
"""A name as lower-case words without accents, apostrophes and hyphens. Other marks stay, as words of their own."""

_DOTTED = re.compile(r"(?:\w\.){2,}\w?")
_POSSESSIVE = re.compile(r"(?<=\w)'(?=s$)")
_PARTS = re.compile(r"[^\W_]+|[,.;:!?\"]")
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "đ": "d", "ø": "o", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "’": "'", "‘": "'", "ʼ": "'"}
    | dict.fromkeys("“”„«»", '"')
)


def name_key(name: str) -> NameKey:
    """The key of a name written as one string."""
    words = name.split()
    return token_key(words[0]) if len(words) == 1 else tokens_key(words)


def tokens_key(tokens: Iterable[str]) -> NameKey:
    """The key of a name cut into tokens, finely or not: ``["Al-Shabab"]`` and ``["Al", "-", "Shabab"]`` are alike."""
    key: list[str] = []
    for token in tokens:
        key += token_key(token)
    return tuple(key)


@lru_cache(maxsize=1 << 16)
def token_key(token: str) -> NameKey:
    """What one token adds to a key: nothing for a hyphen, two words for ``al-Shabab`` or ``People's``."""
    plain = token.lower()
    if not plain.isascii():
        plain = plain.translate(_LETTERS)
        plain = fold(plain)
    if plain.isalnum():
        return (_spellings().get(plain, plain),)
    if _DOTTED.fullmatch(plain):
        plain = plain.replace(".", "")
    plain = _POSSESSIVE.sub(" ", plain).replace("'", "")
    return tuple(_spellings().get(part, part) for part in _PARTS.findall(plain))


def fold(text: str) -> str:
    """Lower case without accents: "jose" for "José"."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()


@cache
def _spellings() -> dict[str, str]:
    return read_spellings(SPELLINGS)


def spelt_ways(phrase: str) -> tuple[str, ...]:
    """A phrase in every spelling of its words that the list of spellings holds: "defence chief", "defense chief"."""
    return tuple(" ".join(words) for words in product(*(_ways().get(word, (word,)) for word in phrase.split(" "))))


@cache
def _ways() -> dict[str, tuple[str, ...]]:
    """Each listed word to the ways of writing it, itself first."""
    alike: dict[str, list[str]] = {}
    for variant, kept in _spellings().items():
        alike.setdefault(kept, [kept]).append(variant)
    return {word: (word, *(way for way in ways if way != word)) for ways in alike.values() for word in ways}


def read_spellings(path: Path) -> dict[str, str]:
    """Variant to kept spelling, word by word. Raises DataFileError, naming the line of a row that is no such pair."""
    found: dict[str, str] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.reader(file), start=1):
            if len(row) != 2 or not all(word.isalnum() for word in row) or row[0] in found:
                raise DataFileError(f"{path.name}, line {line}: not a new variant and the spelling kept for it: {row}")
            found[row[0]] = row[1]
    del found["variant"]
    return found
