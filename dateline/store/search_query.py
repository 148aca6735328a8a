"""What a person writes to search: words, ``"a phrase"``, ``begin*``, ``-not``; and how each database wants it put."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.errors import BadArgument
from dateline.store.name_words import words_of

LONGEST = 100
"""Letters of a word that count: what is longer is no word, and databases have limits."""
MOST = 50
"""Words that one search may have."""

_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_PART = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"(?P<open>\*?)|(?P<bare>[^\s"]+))(?=\s|$)\s*')


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Words that stand one after another."""

    words: tuple[str, ...]
    """Folded."""
    begins: bool = False
    """Whether the last word may go on: ``explos*``."""
    excluded: bool = False

    def fits(self, words: Sequence[str], start: int) -> bool:
        """Whether the term stands in a folded text at the word ``start``."""
        found = words[start : start + len(self.words)]
        if len(found) < len(self.words) or tuple(found[:-1]) != self.words[:-1]:
            return False
        return found[-1].startswith(self.words[-1]) if self.begins else found[-1] == self.words[-1]


def folded(text: str) -> list[str]:
    """The words of a text as they are searched: without case, accents and apostrophes."""
    return [word[:LONGEST] for word in words_of(text)]


def read_query(text: str) -> tuple[Term, ...]:
    """The terms of a search. Raises BadArgument for what cannot be meant."""
    text = text.translate(_QUOTES).strip()
    if text.count('"') % 2:
        raise BadArgument('a quotation mark has no other: write "northern front"')
    terms: list[Term] = []
    at = 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None:
            raise BadArgument(f'{text[at : at + 30]!r} cannot be read: put a space before and after "a phrase"')
        terms.append(_term(part))
        at = part.end()
    if not any(not term.excluded for term in terms):
        raise BadArgument("give a word that must be there, such as: convoy -ambush")
    if sum(len(term.words) for term in terms) > MOST:
        raise BadArgument(f"these are more than {MOST} words: leave some out")
    return tuple(terms)


def _term(part: re.Match[str]) -> Term:
    phrase, bare = part["phrase"], part["bare"]
    given = phrase if bare is None else bare.removesuffix("*")
    if "*" in given:
        raise BadArgument(f"in {part[0].strip()!r} a * stands where no word ends: write explos*")
    words = folded(given)
    if not words:
        raise BadArgument(f"{part[0].strip()!r} holds no word to look for")
    begins = part["open"] == "*" if bare is None else bare.endswith("*")
    return Term(words=tuple(words), begins=begins, excluded=part["minus"] == "-")


def for_fts5(terms: Sequence[Term]) -> str:
    """The terms as a query of SQLite's FTS5. Words hold letters and digits only, so that quoting them is enough."""
    wanted = " AND ".join(_fts5(term) for term in terms if not term.excluded)
    unwanted = " OR ".join(_fts5(term) for term in terms if term.excluded)
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def _fts5(term: Term) -> str:
    return f'"{" ".join(term.words)}"{" *" if term.begins else ""}'


def for_tsquery(terms: Sequence[Term]) -> str:
    """The terms as a ``tsquery`` of PostgreSQL, but for excluded phrases, and as if words of a phrase stood anywhere.

    Where a word stands, a ``tsvector`` knows only of the first 16,383 words: phrases are looked for in the words.
    """
    return " & ".join(_tsquery(term) for term in terms if not term.excluded or len(term.words) == 1)


def _tsquery(term: Term) -> str:
    *firsts, last = (f"'{word}'" for word in term.words)
    words = " & ".join([*firsts, f"{last}:*" if term.begins else last])
    return f"!{words}" if term.excluded else words


def phrase_in_words(term: Term) -> str:
    """What stands in the column ``words`` where the term does."""
    return f" {' '.join(term.words)}{'' if term.begins else ' '}"
