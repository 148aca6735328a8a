"""Find where time expressions may begin: one pass over the words, so that patterns are tried at few places."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.read.dates.grammar import GAP, load_grammar

REACH = 7
"""An expression begins at most this many words before the core word: "more than two and a half years"."""
_WORD = re.compile(r"[^\W\d_]+|\d+")
_LITERAL = re.compile(r"([a-z]+)(\??)")
_NOT_LITERAL = re.compile(r"\?P[<=]\w+[>)]|\\[a-z]")
_QUOTES, _HYPHENS, _SPACES = "\u2018\u2019\u02bc`", "\u2010\u2011\u2012\u2013\u2014", "\u00a0\u202f\u2009\v\f"
_ALIKE = {ord(mark): plain for marks, plain in ((_QUOTES, "'"), (_HYPHENS, "-"), (_SPACES, " ")) for mark in marks}
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
    """Lower-case text with straight quotes, plain hyphens and plain spaces, of the same length: offsets stay true."""
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
    return frozenset(words)


@cache
def first_words(language: str = "en") -> frozenset[str]:
    """Words that can begin an expression: every word that stands in a pattern, so rather too many than too few."""
    words: set[str] = set()
    for pattern in load_grammar(language).patterns:
        source = _NOT_LITERAL.sub(" ", pattern.regex.pattern.replace(GAP, " "))
        for word, optional in _LITERAL.findall(source):
            words.update((word, word[:-1] if optional else f"{word}s"))
    return frozenset(words)


def possible_starts(levelled: str, language: str = "en") -> Iterator[int]:
    """Offsets of words at which an expression may begin, in order."""
    cores, firsts = core_words(language), first_words(language)
    waiting: list[tuple[int, int]] = []
    for index, found in enumerate(_WORD.finditer(levelled)):
        word = found.group()
        digits = word[0] < "a"
        if not digits and word not in firsts:
            continue
        waiting.append((index, found.start()))
        if word in cores or (digits and _is_core_number(word, levelled, found.end())):
            yield from (start for begun, start in waiting if begun >= index - REACH)
            waiting.clear()


def _is_core_number(digits: str, levelled: str, end: int) -> bool:
    """A year, or digits that continue as a date or a time of day."""
    return len(digits) == 4 or (len(digits) <= 2 and levelled[end : end + 1] in ("/", ":", ".", "-"))
