"""Things joined into groups, two at a time."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Groups(Generic[Item]):
    """A union-find structure: joining is nearly constant in time, in whatever order things are joined."""

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self._above: dict[Item, Item] = {item: item for item in items}
        self._sizes: dict[Item, int] = dict.fromkeys(self._above, 1)

    def add(self, item: Item) -> None:
        """Add an item as a group of its own; nothing when it is there."""
        if item not in self._above:
            self._above[item] = item
            self._sizes[item] = 1

    def top(self, item: Item) -> Item:
        """What stands for the group of an item until the next join. Raises KeyError for an item that is not there."""
        top = item
        while (above := self._above[top]) != top:
            top = above
        while item != top:
            item, self._above[item] = self._above[item], top
        return top

    def joined(self, left: Item, right: Item) -> bool:
        return self.top(left) == self.top(right)

    def join(self, left: Item, right: Item) -> bool:
        """Make one group of two; False when they are one already."""
        a, b = self.top(left), self.top(right)
        if a == b:
            return False
        if self._sizes[a] < self._sizes[b]:
            a, b = b, a
        self._above[b] = a
        self._sizes[a] += self._sizes[b]
        return True

    def lists(self, key: Callable[[Item], Any]) -> list[list[Item]]:
        """The groups, each sorted by ``key``, and they by the key of their first item."""
        found: dict[Item, list[Item]] = {}
        for item in self._above:
            found.setdefault(self.top(item), []).append(item)
        return sorted((sorted(group, key=key) for group in found.values()), key=lambda group: key(group[0]))


class PartedGroups(Groups[Item]):
    """Groups of which some must not be joined. ``sides``: of each item the parting and the side (0 or 1) it is on."""

    def __init__(self, items: Iterable[Item], sides: Mapping[Item, frozenset[tuple[int, int]]]) -> None:
        super().__init__(items)
        self._sides = dict(sides)

    def parting(self, left: Item, right: Item, after: int = 0) -> int | None:
        """The last parting, with a number above ``after``, that has the groups of two items on its two sides."""
        if not self._sides:
            return None
        mine, theirs = (self._sides.get(self.top(one), frozenset()) for one in (left, right))
        return max((one for one, side in mine if one > after and (one, 1 - side) in theirs), default=None)

    def join(self, left: Item, right: Item) -> bool:
        sides = self._sides.get(self.top(left), frozenset()) | self._sides.get(self.top(right), frozenset())
        joined = super().join(left, right)
        if joined and sides:
            self._sides[self.top(left)] = sides
        return joined
