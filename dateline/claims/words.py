"""The words of a read report as plain objects, made once.

The rules for claims walk from word to word a thousand times a sentence, and spaCy makes a token anew whenever one is
reached. Words have the names of spaCy's tokens (``head``, ``children``, ``dep_``), and there is one object a word.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, overload

from spacy.tokens import Doc, Token

from dateline.claims.lemmas import dictionary_forms
from dateline.read.mentions.noun_phrases import phrase
from dateline.read.mentions.table import table_of

Alignment = Literal["strict", "contract", "expand"]
NONE: tuple[()] = ()


class Word:
    """A token of the report with its links."""

    __slots__ = tuple(
        "children dep_ doc head i idx is_punct is_sent_start lemma lemma_ lower_ pos_ sent tag_ text".split()
    )
    doc: "Words"
    i: int
    """Number of the word in the report."""
    idx: int
    """Offset of its first code point."""
    text: str
    lower_: str
    lemma: str
    """The dictionary form in lower case, as the patterns of the ontology write it."""
    lemma_: str
    """The lemma as spaCy's rules have it."""
    tag_: str
    pos_: str
    dep_: str
    is_sent_start: bool
    is_punct: bool
    head: "Word"
    """The word it hangs on; a root hangs on itself."""
    children: Sequence["Word"]
    sent: "Stretch"

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> list["Word"]:
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list["Word"]:
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> list["Word"]:
        """All that hangs on it, and itself, from left to right."""
        found: list[Word] = []
        self._gather(found)
        return found

    def _gather(self, found: list["Word"]) -> None:
        for child in self.lefts:
            child._gather(found)
        found.append(self)
        for child in self.rights:
            child._gather(found)

    @property
    def ancestors(self) -> Iterator["Word"]:
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def is_ancestor(self, word: "Word") -> bool:
        return any(above is self for above in word.ancestors)

    def nbor(self, distance: int = 1) -> "Word":
        """The word so far on. Raises IndexError outside the report."""
        at = self.i + distance
        if at < 0:
            raise IndexError(at)
        return self.doc.words[at]

    @property
    def phrase(self) -> tuple[int, int]:
        """Numbers of the first and the last word of the noun phrase around it."""
        return phrase(self.doc.table, self.i)

    @property
    def left_edge(self) -> "Word":
        return self.doc.words[self.token.left_edge.i]

    @property
    def right_edge(self) -> "Word":
        return self.doc.words[self.token.right_edge.i]

    @property
    def conjuncts(self) -> list["Word"]:
        return [self.doc.words[token.i] for token in self.token.conjuncts]

    @property
    def is_space(self) -> bool:
        return self.token.is_space

    @property
    def is_title(self) -> bool:
        return self.token.is_title

    @property
    def like_num(self) -> bool:
        return self.token.like_num

    @property
    def ent_type_(self) -> str:
        return self.token.ent_type_

    @property
    def token(self) -> Token:
        """spaCy's token, for what is seldom asked."""
        return self.doc.spacy[self.i]


class Stretch:
    """Words that follow each other, such as a sentence."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: "Words", start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Word]:
        return iter(self.doc.words[self.start : self.end])

    def __contains__(self, word: Word) -> bool:
        return self.start <= word.i < self.end

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> list[Word]: ...
    def __getitem__(self, at: int | slice) -> Word | list[Word]:
        return self.doc.words[self.start : self.end][at]

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char]

    @property
    def start_char(self) -> int:
        """Offset of the first code point."""
        return self.doc.words[self.start].idx

    @property
    def end_char(self) -> int:
        """Offset behind the last code point."""
        return self.doc.table.end[self.end - 1]

    @property
    def root(self) -> Word:
        """The word on which the others hang, the first of several."""
        return self.doc.words[self.doc.spacy[self.start : self.end].root.i]


class Words:
    """All words of a report whose mentions have been found; ``_`` is what has been read of it so far."""

    def __init__(self, doc: Doc) -> None:
        self.spacy, self._, self.table = doc, doc._, table_of(doc)
        self.text = self.table.whole
        self.forms, self.lemmas = self.table.lower, dictionary_forms(self.table)
        self.words = [Word() for _ in self.forms]
        self.sents = [Stretch(self, sentence.start, sentence.end) for sentence in doc.sents]
        self._fill()

    def _fill(self) -> None:
        words, table = self.words, self.table
        sentences = [sentence for sentence in self.sents for _ in range(len(sentence))]
        for i, word in enumerate(words):
            word.doc, word.i, word.idx, word.sent = self, i, table.start[i], sentences[i]
            word.text, word.lower_, word.is_sent_start = table.text[i], table.lower[i], table.opens[i]
            word.lemma, word.lemma_, word.is_punct = self.lemmas[i], table.cased_lemma[i], table.is_sign[i]
            word.tag_, word.pos_, word.dep_, word.head = table.tag[i], table.pos[i], table.dep[i], words[table.head[i]]
            below = table.children[i]
            word.children = [words[child] for child in below] if below else NONE

    def close(self) -> None:
        """Undo the links, which run in circles: memory is free at once, not when Python next looks for circles."""
        for word in self.words:
            del word.head, word.children
        self.words.clear()

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> Stretch: ...
    def __getitem__(self, at: int | slice) -> Word | Stretch:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.words))
            return Stretch(self, start, max(start, end))
        return self.words[at]

    def char_span(self, start: int, end: int, alignment_mode: Alignment = "strict") -> Stretch | None:
        """The words between two offsets in code points, as spaCy aligns them; None where they are no whole words."""
        found = self.spacy.char_span(start, end, alignment_mode=alignment_mode)
        return Stretch(self, found.start, found.end) if found is not None else None
