"""B-cubed by hand-counted cases."""

import pytest

from benchmarks.bcubed import bcubed


def test_the_same_grouping_under_other_labels_is_perfect() -> None:
    assert bcubed({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "y"}) == (1.0, 1.0, 1.0)


def test_merging_everything_costs_precision_only() -> None:
    precision, recall, f1 = bcubed({1: "a", 2: "a", 3: "b", 4: "b"}, dict.fromkeys((1, 2, 3, 4), "x"))
    assert (precision, recall) == (0.5, 1.0)
    assert f1 == pytest.approx(2 / 3)


def test_items_that_are_not_predicted_stand_alone() -> None:
    precision, recall, _ = bcubed({1: "a", 2: "a", 3: "a"}, {1: "x", 2: "x"})
    assert precision == 1.0
    assert recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)


def test_the_example_of_bagga_and_baldwin() -> None:
    """Groups 1-5, 6-7, 8-12; a response that joins the last two has precision 16/21 in their paper's first example."""
    gold = {number: 0 if number <= 5 else 1 if number <= 7 else 2 for number in range(1, 13)}
    first = {number: 0 if number <= 5 else 1 for number in range(1, 13)}
    second = {number: 1 if 6 <= number <= 7 else 0 for number in range(1, 13)}
    assert bcubed(gold, first)[:2] == (pytest.approx(16 / 21), 1.0)
    assert bcubed(gold, second)[:2] == (pytest.approx(7 / 12), 1.0)


def test_items_only_predicted_do_not_count_and_nothing_is_perfect() -> None:
    assert bcubed({1: "a"}, {1: "x", 2: "x"}) == (1.0, 1.0, 1.0)
    assert bcubed({}, {1: "x"}) == (1.0, 1.0, 1.0)
