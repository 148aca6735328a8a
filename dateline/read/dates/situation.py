"""What a matched expression can look at: the words around it, the verb above it, publication, and dates told before."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from spacy.tokens import Doc, Token

from dateline.model import DayRange, TimexType
from dateline.read.dates.grammar import Grammar, load_grammar
from dateline.read.dates.periods import Period
from dateline.read.dates.scan import level
from dateline.read.dates.tense import Tense, governing_tense
from dateline.read.doc_text import text_of

_LAST_WORD = re.compile(r"[^\s]+(?=\s*\Z)")
_NEXT_WORD = re.compile(r"[ \t]*(?:\r?\n)?[ \t]*([^\W_]+|[^\s])")
_LOOK = 40
"""Characters looked at on either side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What an expression means. ``days`` are not yet cut off at publication."""

    type: TimexType
    value: str
    days: DayRange | None
    reason: str
    unit: str | None = None
    """The unit of ``days``; None when the expression can't serve later ones as a point of reference."""
    ahead: bool = False
    """The words or the tense speak of the future."""
    yearless: bool = False
    """The year was not said."""


@dataclass(slots=True)
class Story:
    """What the report has told so far."""

    published: date | None
    point: Meaning | None = None
    """The last date told, to which "the following day" refers."""
    point_at: int = 0
    """Number of the sentence that told it."""
    quarter: Period | None = None
    """The last quarter told, to which "a year earlier" refers in a report on figures."""
    quarter_age: int = 0
    """Dates told since then."""
    sentence_year: tuple[int, int] | None = None
    """Start offset of a sentence and the last year said outright in it."""


class Page:
    """A Doc with its text, the text made level, and its tokens by code point offset, each worked out once."""

    def __init__(self, doc: Doc, language: str = "en") -> None:
        self.doc = doc
        self.grammar = load_grammar(language)
        self.text = text_of(doc)
        self.levelled = level(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [int(start) for start in self.doc.to_array("IDX")]

    @cached_property
    def parsed(self) -> bool:
        """Whether the Doc has tags and a parse."""
        return bool(self.doc.has_annotation("DEP") and self.doc.has_annotation("TAG"))

    @cached_property
    def _sentences(self) -> list[int]:
        marks = self.doc.to_array("SENT_START")
        return [start for start, mark in zip(self._starts, marks, strict=True) if mark == 1]

    def sentence_start(self, offset: int) -> int:
        """Offset of the sentence that holds the code point at ``offset``; 0 in a Doc without a parse."""
        index = bisect_right(self._sentences, offset)
        return self._sentences[index - 1] if index else 0

    def sentence_number(self, offset: int) -> int:
        """How many sentences begin up to the code point at ``offset``; 0 in a Doc without a parse."""
        return bisect_right(self._sentences, offset)

    def at(self, offset: int) -> Token:
        """The token that holds the code point at ``offset``, or the one before the space there."""
        return self.doc[max(bisect_right(self._starts, offset) - 1, 0)]


@dataclass
class Situation:
    """One match in its surroundings."""

    page: Page
    start: int
    end: int
    story: Story

    @property
    def levelled(self) -> str:
        """The whole text, lower-case, of the same length."""
        return self.page.levelled

    @property
    def grammar(self) -> Grammar:
        return self.page.grammar

    @property
    def published(self) -> date | None:
        return self.story.published

    @cached_property
    def token(self) -> Token:
        """The first token of the match."""
        return self.page.at(self.start)

    @cached_property
    def before(self) -> str:
        """The word or mark before the match, lower-case; empty at the start of the text."""
        found = _LAST_WORD.search(self.levelled[max(0, self.start - _LOOK) : self.start])
        return found.group() if found else ""

    @cached_property
    def after(self) -> str:
        """The word or mark after the match, lower-case; empty at the end of the text."""
        found = _NEXT_WORD.match(self.levelled, self.end, self.end + _LOOK)
        return found.group(1) if found else ""

    @cached_property
    def tense(self) -> Tense:
        """Of the governing verb."""
        if self.before == "since":
            return "past"
        if self.after == "'" or not self.page.parsed:
            return "unknown"
        if (
            self.levelled[max(0, self.start - _LOOK) : self.start]
            .rstrip()
            .endswith(tuple(self.grammar.words["looks_ahead_before"]))
        ):
            return "future"
        return governing_tense(self._top, self.grammar.words, self.token)

    @cached_property
    def _top(self) -> Token:
        """The token of the match whose head lies outside of it."""
        token = self.token
        for _ in range(10):
            head = token.head
            if head == token or not self.start <= head.idx < self.end:
                break
            token = head
        return token

    @property
    def sentence_start(self) -> int:
        """Offset of the sentence; 0 in a Doc without a parse."""
        return self.page.sentence_start(self.start)

    @property
    def capital(self) -> bool:
        """Whether the match begins with a capital letter."""
        return self.page.text[self.start].isupper()

    @cached_property
    def tag(self) -> str:
        """Part-of-speech tag of the first token; empty in a Doc without tags."""
        return str(self.token.tag_)

    @cached_property
    def tag_before(self) -> str:
        return str(self.page.doc[self.token.i - 1].tag_) if self.token.i else ""

    @cached_property
    def tag_after(self) -> str:
        index = self.page.at(self.end - 1).i + 1
        return str(self.page.doc[index].tag_) if index < len(self.page.doc) else ""
