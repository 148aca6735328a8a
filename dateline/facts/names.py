"""Names as they are compared across reports: without titles and articles, and by their bare consonants."""

import re
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from dateline.knowledge.spelling import NameKey, name_key
from dateline.knowledge.words import actor_words
from dateline.languages.load import language_data

_TITLE_WORDS = 3
"""Words of the longest title."""


@lru_cache(maxsize=1 << 16)
def bare_name(name: str) -> str:
    """The name without titles and forms of address before it: "Lt. Col. Adoum Tahir" is "Adoum Tahir"."""
    words = name.split()
    while len(words) > 1 and (cut := _title_length(words)):
        words = words[cut:]
    return " ".join(words)


def has_title(name: str) -> bool:
    """Whether a rank or office stands before a name."""
    return bare_name(name) != " ".join(name.split())


def _title_length(words: list[str]) -> int:
    titles, polite = actor_words().titles, _polite()
    for length in range(min(_TITLE_WORDS, len(words) - 1), 0, -1):
        key = name_key(" ".join(words[:length]))
        if key in titles or (length == 1 and words[0].lower().rstrip(".") in polite):
            return length
    return 0


def _polite() -> frozenset[str]:
    return frozenset(language_data("record")["forms_of_address"])


def is_office(name: str) -> bool:
    """Whether the title before a name is one of rank or office, and not a mere form of address."""
    return has_title(name) and name.split()[0].lower().rstrip(".") not in _polite()


@lru_cache(maxsize=1 << 16)
def compared(name: str) -> NameKey:
    """The words of a name in one spelling, without title, "the" and possessive."""
    key = name_key(bare_name(name))
    if len(key) > 1 and key[0] == "the":
        key = key[1:]
    return key


_ARTICLES = frozenset(
    {
        "al",
        "ath",
        "adh",
        "el",
        "an",
        "as",
        "ad",
        "ar",
        "at",
        "az",
        "ash",
        "ul",
        "ibn",
        "bin",
        "ben",
        "bel",
        "ould",
        "ag",
        "abu",
        "abou",
    }
)
"""Particles of names in Arabic and its neighbours, which are printed apart, with a hyphen or in one with the name."""
_SAME = (
    ("dzh", "j"),
    ("ph", "f"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("sh", "s"),
    ("ch", "s"),
    ("zh", "s"),
    ("ts", "s"),
    ("ck", "k"),
    ("ou", "u"),
    ("oo", "u"),
    ("dj", "j"),
    ("q", "k"),
    ("c", "k"),
    ("x", "ks"),
    ("z", "s"),
    ("v", "w"),
)
_SILENT = re.compile(r"(?<=.)[aeiouyhw']")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The consonants of a word as transliterations agree on them: "mohamed" and "muhammad" are both "md".

    Vowels, h, w and y are dropped but at the start (there all vowels are alike), doubled letters written once.
    """
    for written, kept in _SAME:
        word = word.replace(written, kept)
    word = word.replace("j", "g")
    if word[:1] in "aeiouyhw":
        word = "a" + word.lstrip("aeiouyhw")
    return _DOUBLED.sub(r"\1", _SILENT.sub("", word))


_VOWELS = str.maketrans({"e": "i", "y": "i", "o": "u", "w": "u", "h": ""})


@lru_cache(maxsize=1 << 16)
def sounded(word: str) -> str:
    """A word with vowels that transliterations take for each other written alike: "qasim" and "kassem" are "kasim"."""
    for written, kept in _SAME:
        word = word.replace(written, kept)
    return _DOUBLED.sub(r"\1", word.translate(_VOWELS))


def words_alike(left: str, right: str) -> float:
    """How alike two names (as ``compared`` gives them, joined by spaces) are, 0 to 1: the least alike of their first
    and last words, by Jaro-Winkler over ``sounded``.
    """
    mine, theirs = _ends(left), _ends(right)
    if len(mine) != len(theirs):
        return 0.0
    pairs = zip(mine, theirs, strict=True)
    return min(JaroWinkler.normalized_similarity(sounded(one), sounded(other)) for one, other in pairs)


def _ends(name: str) -> list[str]:
    """The first and the last word of a name without its particles; the only word of one."""
    words = [word for word in name.split() if word not in _ARTICLES] or name.split()
    return [words[0], words[-1]] if len(words) > 1 else words


@lru_cache(maxsize=1 << 16)
def skeletons(name: str) -> tuple[str, ...]:
    """The skeletons of the words of a name; particles are joined to the word after them where they say something.

    "Bel-Mokhtar" and "Belmoktar" have the same; "al-Noor" and "an-Nur" too, since articles are left out.
    """
    found: list[str] = []
    before = ""
    for word in compared(name):
        if word in _ARTICLES:
            before += word if word in {"bel", "ben", "abu", "abou"} else ""
            continue
        found.append(skeleton(before + word))
        before = ""
    if before:
        found.append(skeleton(before))
    return tuple(part for part in found if part)


def acronym_of(name: str) -> str | None:
    """The name itself in lower case where it is printed like an acronym: two to eight capitals; else None."""
    letters = name.replace(".", "").replace("-", "")
    return letters.lower() if letters.isalpha() and letters.isupper() and 2 <= len(letters) <= 8 else None
