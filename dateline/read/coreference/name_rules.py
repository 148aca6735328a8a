"""When two proper names of one report are the same."""

import re
from collections.abc import Iterable
from functools import cache

from dateline.knowledge.spelling import fold
from dateline.languages.load import language_data

_IGNORED = frozenset({"the", "a", "an", "'s", "’s"})


_NICKNAME = re.compile(r"(?<=\w )[\"“'‘][^\"”]{1,30}[\"”'’] (?=\w)")


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name without titles: lower case, no accents, no articles, nicknames or possessive endings."""
    words = []
    for raw in _NICKNAME.sub("", text).replace("-", " ").replace("’", "'").replace('"', " ").split():
        word = fold(raw.strip(",.;:()[]“”'"))
        if word.endswith("'s"):
            word = word[:-2]
        if word and word not in _IGNORED:
            words.append(word)
    return tuple(words)


def nickname_words(text: str) -> tuple[str, ...]:
    """The words of a nickname in quotation marks within a name; empty when there is none."""
    found = _NICKNAME.search(text)
    return name_words(found.group()) if found else ()


def same_name(one: tuple[str, ...], other: tuple[str, ...], *, person: bool) -> bool:
    """Whether two names can mean the same actor.

    People: the shorter name is the last words of the longer, or both share first and last word. Bodies: the same
    words, or the shorter is made of words of the longer in order and ends alike ("Liberation Front" for "National
    Liberation Front"), but for what a splinter puts before the name: "Real Liberation Front".
    """
    if one == other:
        return True
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if not short or len(short) == len(long):
        return False
    if person:
        return long[-len(short) :] == short or (len(short) > 1 and (short[0], short[-1]) == (long[0], long[-1]))
    if long[0] in _splinter_words() and short[0] not in _splinter_words():
        return False
    return len(short) > 1 and short[-1] == long[-1] and _in_order(short, long)


def is_relative(full: tuple[str, ...], names: Iterable[tuple[str, ...]]) -> bool:
    """Whether a person's full name is none of the full names that somebody bears, though the short ones may fit both:
    "Claude Bahati", where Patrice Bahati was "Bahati" before.
    """
    known = [name for name in names if len(name) > 1]
    return bool(known) and not any(same_name(full, name, person=True) for name in known)


@cache
def _splinter_words() -> frozenset[str]:
    return frozenset(language_data("mentions")["splinter_words"])


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    remaining = iter(long)
    return all(word in remaining for word in short)
