"""Things joined into groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.facts.groups import Groups


def test_joined_things_are_one_group_and_joining_again_says_so() -> None:
    groups = Groups("abcd")
    assert groups.join("a", "b")
    assert groups.join("b", "c")
    assert not groups.join("a", "c")
    assert groups.joined("a", "c")
    assert not groups.joined("a", "d")
    assert groups.lists(key=ord) == [["a", "b", "c"], ["d"]]


def test_what_was_never_added_has_no_group() -> None:
    groups = Groups("a")
    groups.add("b")
    groups.add("b")
    assert groups.lists(key=ord) == [["a"], ["b"]]
    with pytest.raises(KeyError):
        groups.top("z")


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12))), st.randoms())
def test_groups_do_not_depend_on_the_order_of_joining(pairs: list[tuple[int, int]], random: object) -> None:
    shuffled = [*pairs]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = []
    for order in (pairs, shuffled):
        groups = Groups(range(13))
        for left, right in order:
            groups.join(left, right)
        found.append(groups.lists(key=int))
    assert found[0] == found[1]
