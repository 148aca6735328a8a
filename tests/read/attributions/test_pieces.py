from hypothesis import given
from hypothesis import strategies as st

from dateline.read.attributions.pieces import Pieces, clipped, joined, shared, size, without

pieces = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=5).map(
    lambda found: tuple((a, a + b) for a, b in found)
)


def tokens(found: Pieces) -> set[int]:
    return {token for begin, end in found for token in range(begin, end)}


@given(pieces, pieces)
def test_joining_keeps_every_token_once(first: Pieces, second: Pieces) -> None:
    found = joined(first, second)
    assert tokens(found) == tokens(first) | tokens(second)
    assert size(found) == len(tokens(found))


@given(pieces, pieces)
def test_taking_away_leaves_the_difference(first: Pieces, second: Pieces) -> None:
    assert tokens(without(first, second)) == tokens(first) - tokens(second)


@given(pieces, pieces)
def test_shared_tokens_are_counted_once_for_joined_pieces(first: Pieces, second: Pieces) -> None:
    assert shared(joined(first), joined(second)) == len(tokens(first) & tokens(second))


def test_clipping_keeps_what_lies_in_the_window() -> None:
    assert clipped(((0, 5), (8, 12), (20, 22)), (3, 10)) == ((3, 5), (8, 10))
