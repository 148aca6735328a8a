"""What a matched expression can look at: the words around it, the verb above it, publication, and dates told before."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from spacy.tokens import Doc, Token

from dateline.model import DayRange, TimexType
from dateline.read.dates.grammar import Grammar
from dateline.read.dates.periods import Period
from dateline.read.dates.tense import Tense, governing_tense

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
    quarter: Period | None = None
    """The last quarter told, to which "a year earlier" refers in a report on figures."""
    quarter_age: int = 0
    """Dates told since then."""
    sentence_year: tuple[int, int] | None = None
    """Start offset of a sentence and the last year said outright in it."""


@dataclass
class Situation:
    """One match in its surroundings."""

    doc: Doc
    levelled: str
    """The text, lower-case, of the same length."""
    start: int
    end: int
    grammar: Grammar
    story: Story
    token_at: Callable[[int], Token] = field(repr=False)

    @property
    def published(self) -> date | None:
        return self.story.published

    @cached_property
    def words(self) -> str:
        return self.doc.text[self.start : self.end]

    @cached_property
    def token(self) -> Token:
        """The first token of the match."""
        return self.token_at(self.start)

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
        if self.after == "'":
            return "unknown"
        return governing_tense(self._top, self.grammar.words)

    @cached_property
    def _top(self) -> Token:
        """The token of the match whose head lies outside of it."""
        token = self.token
        for _ in range(10):
            head = token.head
            if head is token or not self.start <= head.idx < self.end:
                break
            token = head
        return token

    @cached_property
    def sentence_start(self) -> int:
        """Offset of the sentence; 0 in a Doc without sentences."""
        if not self.doc.has_annotation("SENT_START"):
            return 0
        return int(self.token.sent.start_char)

    @property
    def capital(self) -> bool:
        """Whether the match begins with a capital letter."""
        return self.doc.text[self.start].isupper()

    @cached_property
    def tag(self) -> str:
        """Part-of-speech tag of the first token; empty in a Doc without tags."""
        return str(self.token.tag_)

    @cached_property
    def tag_before(self) -> str:
        return str(self.doc[self.token.i - 1].tag_) if self.token.i else ""

    @cached_property
    def tag_after(self) -> str:
        index = self.token_at(self.end - 1).i + 1
        return str(self.doc[index].tag_) if index < len(self.doc) else ""
