"""Names as PETRARCH's dictionaries print them, made readable: ``HILL_FRONT_(HF)_`` is "Hill Front" and "HF"."""

import re
from dataclasses import dataclass

from dateline.knowledge.spelling import name_key

_BRACKETS = re.compile(r"\(([^()]*)\)")
_SMALL = frozenset("of the and for in on at to by de la le les du des del di da el y e von van der al ul ud".split())
_VOWELS = frozenset("AEIOUY")
_KEPT_LETTERS = 6
"""A name of one word with so many letters or fewer stays in capitals, as it may be an acronym."""
_SHORT = 2


@dataclass(frozen=True, slots=True)
class Name:
    """One name, and whether it also means something else."""

    text: str
    is_ambiguous: bool = False


def names_of(printed: str) -> tuple[Name, ...]:
    """The names in one phrase of a dictionary, the fullest first; empty when it holds no letter.

    Brackets hold an acronym when the words before have these initials; else they tell apart bearers of one name, which
    is then ambiguous.
    """
    text = " ".join(printed.replace("_", " ").split())
    inner = [part.strip() for part in _BRACKETS.findall(text)]
    bare = " ".join(_BRACKETS.sub(" ", text).split()).strip(" ,;:/-")
    has_article = bare.upper().startswith("THE ")
    bare = bare[4:] if has_article else bare
    acronyms = [part for part in inner if _is_acronym(part, bare)]
    is_told_apart = len(acronyms) < len(inner)
    is_common = has_article and " " not in bare
    names = [Name(_readable(bare), is_told_apart or is_common or _letters(bare) <= _SHORT)]
    names += [Name(part, _letters(part) <= _SHORT) for part in acronyms]
    return tuple(name for name in names if name_key(name.text) and _letters(name.text))


def _letters(text: str) -> int:
    return sum(letter.isalpha() for letter in text)


def _is_acronym(part: str, name: str) -> bool:
    """Whether the letters of an acronym are initials of the name's words, in order: "HF" for "Hill Front"."""
    if " " in part or not part.isupper():
        return False
    initials = iter(word[0] for word in re.split(r"[ \-/]", name.upper()) if word)
    return all(letter in initials for letter in part if letter.isalpha())


def _readable(name: str) -> str:
    """The name in ordinary capitals; one that has small letters already stays as it is."""
    words = name.split(" ")
    if not name.isupper() or (len(words) == 1 and _letters(name) <= _KEPT_LETTERS):
        return name
    return " ".join(_readable_word(word, is_first=not place) for place, word in enumerate(words))


def _readable_word(word: str, *, is_first: bool) -> str:
    if not is_first and word.lower() in _SMALL:
        return word.lower()
    return "-".join(part if _is_initials(part) else part.capitalize() for part in word.split("-"))


def _is_initials(part: str) -> bool:
    return "." in part or any(c.isdigit() for c in part) or not _VOWELS & set(part)
