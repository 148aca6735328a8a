"""Names as they are searched: by words, whatever their case, accents and apostrophes."""

import re
import unicodedata
from collections.abc import Iterable

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e", "ħ": "h"}
)
"""Letters that Unicode does not take apart into a letter and an accent."""

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻʾʿ`´", "'"))
_POSSESSIVE = re.compile(r"(?<=\w)'s\b")
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """The words of a name, folded: ``Sana’a``, ``Sanaa`` and ``SANAA'S`` all give ``["sanaa"]``."""
    plain = text.translate(_APOSTROPHES)
    bare = plain.lower() if plain.isascii() else _bare(plain)
    return _WORD.findall(_POSSESSIVE.sub("", bare).replace("'", ""))


def _bare(text: str) -> str:
    """A text in small letters, without accents."""
    plain = _decomposed(_decomposed(text).casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(_LETTERS)


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFKD", text)


def searchable(names: Iterable[str | None]) -> str:
    """The folded words of several names in one string, each word between spaces, names apart by ``|``, each name once.

    A word is in one of the names exactly if ``f" {word} "`` is in the string. Empty when there is no name.
    """
    folded = dict.fromkeys(" ".join(words_of(name)) for name in names if name)
    kept = [name for name in folded if name]
    return f" {' | '.join(kept)} " if kept else ""
