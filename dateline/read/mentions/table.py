"""A parse as plain Python lists: the rules walk it word by word, and spaCy's token objects are slow to walk."""

from dataclasses import dataclass
from itertools import accumulate

from spacy.tokens import Doc

from dateline.read.doc_text import text_of

_KEY = "dateline_mention_table"
_STRINGS = ("ORTH", "LOWER", "LEMMA", "TAG", "POS", "DEP")
LONG = 3
"""Words longer than this have a capital in a headline."""
_TOLD = frozenset({"VBD", "VBN", "VBZ", "VBP", "VBG"})
_SMALL = frozenset("is are was were be been being has have had do does did s".split())
"""Verbs that a headline may print small."""
CAPITALISED = 0.7
"""Share of such words above which a sentence is taken for a headline."""


@dataclass(frozen=True, slots=True)
class Table:
    """Parallel lists, one element a token, beside the whole text."""

    whole: str
    """The text of the doc; asking spaCy for it puts it together anew each time."""
    text: list[str]
    lower: list[str]
    lemma: list[str]
    """Lower-case lemma."""
    cased_lemma: list[str]
    """The lemma as spaCy has it."""
    tag: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]
    """Number of the token's head; a root is its own head."""
    children: list[list[int]]
    start: list[int]
    """Offset of the token's first code point."""
    end: list[int]
    """Offset after the token's last code point."""
    sentence: list[int]
    """Number of the sentence that holds the token."""
    opens: list[bool]
    """Whether the token begins a sentence."""
    is_sign: list[bool]
    """Whether the token is a punctuation mark."""

    def __len__(self) -> int:
        return len(self.head)

    def left_edge(self, token: int) -> int:
        """The first token of what hangs on a token, itself included."""
        while self.children[token] and self.children[token][0] < token:
            token = self.children[token][0]
        return token

    def child(self, token: int, *labels: str) -> int | None:
        """The first child with one of these dependency labels."""
        return next((child for child in self.children[token] if self.dep[child] in labels), None)

    def touches_next(self, token: int) -> bool:
        """Whether no white space follows the token."""
        return token + 1 < len(self.start) and self.end[token] == self.start[token + 1]

    def begins_compound(self, token: int) -> bool:
        """Whether a word is joined by a hyphen to a participle or adjective: "Kenyan-born", "rebel-held"."""
        if self.word(token + 1) != "-" or not self.touches_next(token) or not self.touches_next(token + 1):
            return False
        return self.tag[token + 2] in ("VBN", "JJ", "VBD", "VBG")

    def in_title(self, token: int) -> bool:
        """Whether the sentence is printed like a headline, most of its longer words with a capital."""
        first = last = token
        while first > 0 and not self.opens[first]:
            first -= 1
        while last + 1 < len(self) and not self.opens[last + 1]:
            last += 1
        if any(
            self.tag[at] in _TOLD and self.lower[at] not in _SMALL
            for at in range(first, last + 1)
            if self.text[at].islower()
        ):
            return False
        long = [text for text in self.text[first + 1 : last + 1] if len(text) > LONG and text.isalpha()]
        return sum(text[0].isupper() for text in long) > CAPITALISED * len(long)

    def word(self, token: int) -> str:
        """The token there in lower case; empty outside the text."""
        return self.lower[token] if 0 <= token < len(self.lower) else ""


def table_of(doc: Doc, *, fresh: bool = False) -> Table:
    """The table of a parsed doc, made once and kept with it; ``fresh`` makes it anew, for a doc parsed again."""
    kept: Table | None = doc.user_data.get(_KEY)
    if kept is None or fresh:
        kept = doc.user_data[_KEY] = _make(doc)
    return kept


def _make(doc: Doc) -> Table:
    columns = doc.to_array([*_STRINGS, "HEAD", "IDX", "LENGTH", "SENT_START", "IS_PUNCT"]).T.tolist()
    offsets, starts, lengths, marks, signs = columns[len(_STRINGS) :]
    strings = doc.vocab.strings
    words = {key: strings[key] for column in columns[: len(_STRINGS)] for key in set(column)}
    text, lower, lemma, tag, pos, dep = ([words[key] for key in column] for column in columns[: len(_STRINGS)])
    small = {word: word.lower() for word in set(lemma)}
    heads = [number + (offset - (1 << 64) if offset >> 63 else offset) for number, offset in enumerate(offsets)]
    children: list[list[int]] = [[] for _ in heads]
    for number, head in enumerate(heads):
        if head != number:
            children[head].append(number)
    opens = [number == 0 or mark == 1 for number, mark in enumerate(marks)]
    return Table(
        whole=text_of(doc),
        text=text,
        lower=lower,
        lemma=[small[word] for word in lemma],
        cased_lemma=lemma,
        tag=tag,
        pos=pos,
        dep=dep,
        head=heads,
        children=children,
        start=starts,
        end=[start + length for start, length in zip(starts, lengths, strict=True)],
        sentence=[number - 1 for number in accumulate(opens)],
        opens=opens,
        is_sign=[sign == 1 for sign in signs],
    )
