"""A dependency parse as plain Python lists: the rules walk it often, and spaCy's token objects are slow to walk."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs with tense."""
DASHES = frozenset({"-", "--", "–", "—", "―"})


@dataclass(frozen=True, slots=True)
class Tree:
    """One entry per token in every list. ``first`` and ``last`` bound its subtree, both inclusive token numbers."""

    lower: list[str]
    lemma: list[str]
    """Lower-case lemma."""
    tag: list[str]
    dep: list[str]
    head: list[int]
    """Token number of the head; a root is its own head."""
    children: list[list[int]]
    first: list[int]
    last: list[int]
    start: list[int]
    """Offset of the token's first code point."""
    end: list[int]
    sentence: list[int]
    """Number of the sentence that holds the token."""
    bounds: list[tuple[int, int]]
    """First token and token after the last, for each sentence."""
    capital: list[bool] = field(default_factory=list)
    """Whether a token is printed with a capital."""

    def __len__(self) -> int:
        return len(self.head)

    def child(self, token: int, *labels: str) -> int | None:
        """The first child with one of these dependency labels."""
        for child in self.children[token]:
            if self.dep[child] in labels:
                return child
        return None

    def all_children(self, token: int, *labels: str) -> list[int]:
        return [child for child in self.children[token] if self.dep[child] in labels]

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads of a token from the nearest to the root."""
        while self.head[token] != token:
            token = self.head[token]
            yield token

    def is_space(self, token: int) -> bool:
        return not self.lower[token].strip()

    def is_punct(self, token: int) -> bool:
        return not any(map(str.isalnum, self.lower[token]))

    def is_verb(self, token: int) -> bool:
        return self.tag[token].startswith("VB")

    def is_noun(self, token: int) -> bool:
        return self.tag[token].startswith("NN")


def tree_of(doc: Doc) -> Tree:
    """Copy the parse of a doc out of spaCy. O(tokens x depth)."""
    columns = doc.to_array(["LOWER", "LEMMA", "TAG", "DEP", "HEAD", "IDX", "LENGTH", "SENT_START", "ORTH"])
    strings = doc.vocab.strings
    seen: dict[int, str] = {}

    def words(column: int) -> list[str]:
        out = []
        for key in columns[:, column].tolist():
            if key not in seen:
                seen[key] = strings[key]
            out.append(seen[key])
        return out

    heads = [number + _signed(offset) for number, offset in enumerate(columns[:, 4].tolist())]
    children: list[list[int]] = [[] for _ in heads]
    for number, head in enumerate(heads):
        if head != number:
            children[head].append(number)
    first, last = _edges(heads)
    begins = [number for number, mark in enumerate(columns[:, 7].tolist()) if mark == 1 or number == 0]
    bounds = list(zip(begins, [*begins[1:], len(heads)], strict=False))
    start = columns[:, 5].tolist()
    return Tree(
        lower=words(0),
        lemma=[lemma.lower() for lemma in words(1)],
        tag=words(2),
        dep=words(3),
        head=heads,
        children=children,
        first=first,
        last=last,
        start=start,
        end=[offset + length for offset, length in zip(start, columns[:, 6].tolist(), strict=True)],
        sentence=[number for number, (begin, end) in enumerate(bounds) for _ in range(begin, end)],
        bounds=bounds,
        capital=[lower != orth and orth[:1].isupper() for lower, orth in zip(words(0), words(8), strict=True)],
    )


def _signed(value: int) -> int:
    """spaCy packs the relative position of a head into an unsigned 64-bit number."""
    return value - (1 << 64) if value >= 1 << 63 else value


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """The leftmost and rightmost token of every subtree."""
    first, last = list(range(len(heads))), list(range(len(heads)))
    for token, head in enumerate(heads):
        climber = token
        while head != climber:
            if first[head] <= token <= last[head]:
                break
            first[head] = min(first[head], token)
            last[head] = max(last[head], token)
            climber, head = head, heads[head]
    return first, last
