"""The words of a report as the place reader needs them: plain lists, which are much faster than spaCy's tokens."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from spacy.tokens import Doc

from dateline.read.doc_text import text_of

_SHORT = 25
"""Words; a text of fewer may be all names."""


@dataclass(slots=True, kw_only=True)
class Words:
    """Parallel lists, one element a word. Offsets count code points of ``text``, end exclusive."""

    text: str
    """The whole text that the offsets refer to."""
    words: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    first: list[bool]
    """Whether the word begins a sentence."""
    has_case: bool
    """False for text in one case throughout, where capitals tell nothing."""
    noun: list[bool]
    """Whether the tagger calls it a proper noun; True throughout when no tagger ran."""
    tag: list[str]
    """Part of speech (Penn Treebank); empty when no tagger ran."""
    dep: list[str]
    """Relation to the head in the parse; empty when no parser ran."""
    verb: list[str]
    """Lemma of the verb that it is a direct part of; empty where there is none."""

    def __len__(self) -> int:
        return len(self.words)

    def is_capital(self, at: int) -> bool:
        """Whether the word there begins with a telling capital letter. False outside the text, and without case."""
        return self.has_case and 0 <= at < len(self.words) and self.words[at][0].isupper()

    def is_proper(self, at: int) -> bool:
        """Whether the word there looks like part of a name: by its capital, or without case by the tagger's word."""
        if self.has_case:
            return self.is_capital(at)
        return 0 <= at < len(self.words) and self.noun[at] and self.words[at][0].isalpha()

    def word(self, at: int) -> str:
        """The word there in lower case; empty outside the text."""
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    @classmethod
    def of_doc(cls, doc: Doc) -> Self:
        """The words of a parsed Doc."""
        words = [token.text for token in doc]
        starts = [token.idx for token in doc]
        tagged = doc.has_annotation("TAG")
        split = doc.has_annotation("SENT_START")
        return cls(
            text=text_of(doc),
            words=words,
            lower=[word.lower() for word in words],
            start=starts,
            end=[start + len(word) for start, word in zip(starts, words, strict=True)],
            first=[bool(token.is_sent_start) for token in doc] if split else [at == 0 for at in range(len(words))],
            has_case=_has_case(text_of(doc)),
            noun=[token.tag_ in {"NNP", "NNPS"} for token in doc] if tagged else [True] * len(words),
            tag=[token.tag_ for token in doc],
            dep=[token.dep_ for token in doc],
            verb=[token.head.lemma_.lower() if token.head.pos_ in {"VERB", "AUX"} else "" for token in doc],
        )

    @classmethod
    def of_text(cls, text: str, tokenize: Callable[[str], Doc], offset: int = 0) -> Self:
        """The words of a loose text, such as a dateline, shifted by ``offset``."""
        view = cls.of_doc(tokenize(text))
        view.start = [start + offset for start in view.start]
        view.end = [end + offset for end in view.end]
        view.text = " " * offset + text
        return view


def _has_case(text: str) -> bool:
    """Whether a text has both cases in the measure of ordinary print: some capitals, and not nearly all of them.

    False too for a text with a Capital On Nearly Every Word, as whole reports in the style of headlines have.
    """
    capitals = sum(map(str.isupper, text))
    small = sum(map(str.islower, text))
    if capitals <= 0.002 * small or small <= 0.3 * capitals:
        return False
    letters = [word for word in text.split() if word[0].isalpha()]
    begun = sum(word[0].isupper() for word in letters)
    return len(letters) < _SHORT or begun < 0.8 * len(letters)
