"""The grammar of time expressions, read from ``languages/<language>/dates.yaml`` and made into regular expressions."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.errors import DataFileError
from dateline.languages.load import language_data

GAP = r"(?:[ \t]+(?:\r?\n[ \t]*)?|\r?\n[ \t]*)"
"""White space inside an expression: at most one line end, so that no expression crosses a paragraph."""
_REFERENCE = re.compile(r"\{([a-z_]\w*)(?::([a-z_]\w*))?\}")
_DEEPEST = 8
"""Fragments may stand in fragments this many levels deep; more means that one contains itself."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to say when."""

    name: str
    regex: re.Pattern[str]
    means: str
    """Name of the function in ``meanings`` that works out the value."""
    options: dict[str, Any]
    says: dict[str, tuple[str, ...]]
    """Example sentence to the mentions expected in it."""
    says_not: tuple[str, ...]
    """Sentences in which there is no date."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything the reader knows of a language's time expressions."""

    words: dict[str, dict[str, Any]]
    """Vocabularies: lower-case words to their numbers or codes."""
    patterns: tuple[Pattern, ...]


@cache
def load_grammar(language: str = "en") -> Grammar:
    """The grammar of a language. Raises DataFileError when it is faulty or refers to what is not there."""
    data = language_data("dates", language)
    words = {name: _vocabulary(entries) for name, entries in data["words"].items()}
    fragments = {name: text.strip().replace("|\n", "|") for name, text in data["fragments"].items()}
    patterns = tuple(_pattern(entry, words, fragments) for entry in data["patterns"])
    return Grammar(words=words, patterns=patterns)


def _vocabulary(entries: dict[str, Any] | list[str]) -> dict[str, Any]:
    return entries if isinstance(entries, dict) else dict.fromkeys(entries, True)


def _pattern(entry: dict[str, Any], words: dict[str, dict[str, Any]], fragments: dict[str, str]) -> Pattern:
    source = expand(entry["match"], words, fragments)
    try:
        regex = re.compile(rf"{source}(?!\w)")
    except re.error as error:
        raise DataFileError(f"dates.yaml: pattern {entry['name']!r} is no regular expression: {error}") from error
    says = {sentence: tuple(expected) for sentence, expected in entry["says"].items()}
    return Pattern(
        entry["name"], regex, entry["means"], entry.get("options", {}), says, tuple(entry.get("says_not", ()))
    )


def expand(source: str, words: dict[str, dict[str, Any]], fragments: dict[str, str]) -> str:
    """A pattern with its ``{names}`` replaced by what they stand for and its spaces by white space of any kind."""

    def replace(found: re.Match[str]) -> str:
        name, group = found.group(1), found.group(2)
        if name in fragments:
            text = fragments[name]
        elif name in words:
            text = "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words[name], key=len, reverse=True))
        else:
            raise DataFileError(f"dates.yaml: {{{name}}} in {source!r} is neither a vocabulary nor a fragment")
        return f"(?P<{group}>{text})" if group else f"(?:{text})"

    text = source
    for _ in range(_DEEPEST):
        if not _REFERENCE.search(text):
            return text.replace(" ", GAP)
        text = _REFERENCE.sub(replace, text)
    raise DataFileError(f"dates.yaml: {source!r} refers to itself")
