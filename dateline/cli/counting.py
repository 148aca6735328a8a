"""Count what passes by, for the last line of a command whose answer may be of any length."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Passing = TypeVar("Passing")


class Counting(Generic[Passing]):
    """Things as they come, counted on the way."""

    def __init__(self, found: Iterable[Passing]) -> None:
        self._found = found
        self.number = 0

    def __iter__(self) -> Iterator[Passing]:
        for one in self._found:
            self.number += 1
            yield one
