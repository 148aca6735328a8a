"""The questions that the encoder answers about a text: its heads, their labels and where their numbers stand.

Each head is a linear map from a wordpiece's vector; the maps of all heads stand side by side in one matrix, so a head
can be left out by leaving out its columns.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dateline.errors import DataFileError

HeadKind = Literal["spans", "pieces", "window", "sentence", "pairs"]
KINDS = ("spans", "pieces", "window", "sentence", "pairs")
PAIR_WIDTH = 16
"""Length of the two vectors that a head of kind ``pairs`` gives a wordpiece for each label."""
PAIR_BIAS = 3.0
"""What a pair's product must exceed to be likelier than not; most pairs stand in no relation."""
COLUMNS = {"spans": 3, "pairs": 2 * PAIR_WIDTH}
"""Columns a label, where it is not one."""


@dataclass(frozen=True, slots=True)
class Head:
    """One question.

    ``spans``: three columns a label (outside, first wordpiece, inside). ``pieces``: one column a label, asked of each
    wordpiece. ``window``: asked of the window's first position. ``sentence``: the mean over the sentence's wordpieces.
    ``pairs``: for each label a vector as first and one as second of two mentions; their product is the pair's number.
    """

    name: str
    kind: HeadKind
    labels: tuple[str, ...]
    first: int
    """The head's first column."""

    @property
    def width(self) -> int:
        """How many columns the head has."""
        return len(self.labels) * COLUMNS.get(self.kind, 1)

    @property
    def columns(self) -> slice:
        """The head's columns."""
        return slice(self.first, self.first + self.width)


class Heads:
    """All heads in the order of their columns."""

    def __init__(self, declared: Mapping[str, Mapping[str, Any]]) -> None:
        """From ``{name: {kind, labels}}``. Raises DataFileError for an unknown kind or an empty head."""
        self._heads: dict[str, Head] = {}
        first = 0
        for name, item in declared.items():
            if item.get("kind") not in KINDS or not item.get("labels"):
                raise DataFileError(f"encoder head {name!r}: needs labels and a kind among {', '.join(KINDS)}")
            head = Head(name, item["kind"], tuple(item["labels"]), first)
            self._heads[name] = head
            first += head.width
        self.width = first
        """How many columns there are in all."""

    def __getitem__(self, name: str) -> Head:
        return self._heads[name]

    def __contains__(self, name: object) -> bool:
        return name in self._heads

    def __iter__(self) -> Iterator[Head]:
        return iter(self._heads.values())
