"""The words of a report as the place reader needs them: plain lists, which are much faster than spaCy's tokens."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from spacy.tokens import Doc


@dataclass(slots=True, kw_only=True)
class Words:
    """Parallel lists, one element a word. Offsets count code points of ``text``, end exclusive."""

    text: str
    """The whole text that the offsets refer to."""
    words: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    entity: list[str]
    """spaCy's entity type of the word; empty when there is none or no recogniser ran."""
    first: list[bool]
    """Whether the word begins a sentence."""
    has_case: bool
    """False for text in one case throughout, where capitals tell nothing."""
    noun: list[bool]
    """Whether the tagger calls it a proper noun; True throughout when no tagger ran."""

    def __len__(self) -> int:
        return len(self.words)

    def is_capital(self, at: int) -> bool:
        """Whether the word there begins with a telling capital letter. False outside the text, and without case."""
        return self.has_case and 0 <= at < len(self.words) and self.words[at][0].isupper()

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
            text=doc.text,
            words=words,
            lower=[word.lower() for word in words],
            start=starts,
            end=[start + len(word) for start, word in zip(starts, words, strict=True)],
            entity=[token.ent_type_ for token in doc],
            first=[bool(token.is_sent_start) for token in doc] if split else [at == 0 for at in range(len(words))],
            has_case=_has_case(doc.text),
            noun=[token.tag_ in {"NNP", "NNPS"} for token in doc] if tagged else [True] * len(words),
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
    """Whether a text has both cases in the measure of ordinary print: some capitals, and not nearly all of them."""
    capitals = sum(map(str.isupper, text))
    small = sum(map(str.islower, text))
    return capitals > 0.002 * small and small > 0.3 * capitals
