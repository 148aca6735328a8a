from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.encoder.windows import joined, windows


@given(st.integers(0, 900), st.integers(20, 254), st.integers(0, 19))
def test_every_wordpiece_is_kept_by_one_window(count: int, longest: int, shared: int) -> None:
    found = windows(count, longest, shared)
    kept = [place for window in found for place in range(window.kept_first, window.kept_last)]
    assert kept == list(range(count))
    assert all(window.first <= window.kept_first and window.kept_last <= window.last for window in found)
    assert all(len(window) <= longest for window in found)


@given(st.integers(300, 900), st.integers(20, 254), st.integers(0, 19))
def test_neighbours_share_what_was_asked(count: int, longest: int, shared: int) -> None:
    found = windows(count, longest, shared)
    assert all(left.last - right.first >= shared for left, right in pairwise(found))


def test_windows_that_could_not_move_on_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot share"):
        windows(100, 30, 30)


def test_joining_takes_each_row_from_the_window_that_keeps_it() -> None:
    found = windows(10, 6, 2)
    parts = [(w, np.full((len(w), 1), number, dtype=np.float32)) for number, w in enumerate(found)]
    assert joined(10, 1, parts)[:, 0].tolist() == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]
