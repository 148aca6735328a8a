"""Find where time expressions may begin: one pass over the words, so that patterns are tried at few places."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.read.dates.grammar import Grammar, load_grammar

REACH = 7
"""An expression begins at most this many words before the word that makes it one: "in more than two and a half years"."""
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ALIKE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "\u00a0": " ",
                        "\u202f": " ", "\u2009": " ", "\v": " ", "\f": " ", "½": "½"})  # fmt: skip
_VOCABULARIES = (
    "month",
    "month_short",
    "weekday",
    "weekday_short",
    "season",
    "unit",
    "part",
    "decade_name",
    "frequency",
)


def level(text: str) -> str:
    """Lower-case text with straight quotes and hyphens, of the same length: offsets stay true."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return lower.translate(_ALIKE)


@cache
def core_words(language: str = "en") -> frozenset[str]:
    """Words without which there is no time expression."""
    grammar = load_grammar(language)
    words = set(grammar.words["core"])
    for name in _VOCABULARIES:
        words.update(part for entry in grammar.words[name] for part in _WORD.findall(entry))
    for name in ("unit", "weekday", "month", "part", "season"):
        words.update(f"{word}s" for word in grammar.words[name])
    words.update(_WORD.findall(name)[-1] for name in grammar.words["holiday"])
    words.discard("pre")
    return frozenset(words)


def possible_starts(levelled: str, language: str = "en") -> Iterator[int]:
    """Offsets of words at which an expression may begin, in order."""
    cores = core_words(language)
    recent: list[int] = []
    given = -1
    for found in _WORD.finditer(levelled):
        word = found.group()
        recent.append(found.start())
        if word in cores or (word[0].isdigit() and _numeric_core(word, levelled, found.end())):
            for start in recent[-REACH - 1 :]:
                if start > given:
                    yield start
            given = found.start()
            recent = [given]


def _numeric_core(digits: str, levelled: str, end: int) -> bool:
    """A year, or digits that continue as a date or a time of day."""
    return len(digits) == 4 or (len(digits) <= 2 and levelled[end : end + 1] in ("/", ":", ".", "-"))


__all__ = ["REACH", "Grammar", "core_words", "level", "possible_starts"]
