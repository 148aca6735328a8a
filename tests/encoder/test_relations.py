from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.encoder.model import Encoder
from dateline.encoder.relations import REACH, near_pairs, relations
from dateline.model import Span

TEXT = "Gunmen of the Red Dawn Front attacked the guards."
GUNMEN, FRONT, GUARDS = (0, 6), (14, 28), (42, 48)
ANSWER = {
    ("relation", "BelongsTo"): {"1 gunmen": 3.0, "2 front": 9.0},
    ("relation", "FightingAgainst"): {"1 gunmen": 4.0, "2 guard": 4.0},
}


def found(encoder: Encoder, mentions: list[Span], **thresholds: float) -> list[tuple[str, int, int]]:
    return [(r.label, r.first, r.second) for r in relations(encoder.read(TEXT), mentions, thresholds)]


def test_the_first_of_a_pair_is_the_one_whose_first_vector_fits(encoder_of: Callable[..., Encoder]) -> None:
    (relation,) = relations(encoder_of(ANSWER).read(TEXT), [GUNMEN, FRONT], {})
    assert (relation.first, relation.second, relation.label) == (0, 1, "BelongsTo")
    assert relation.score == pytest.approx(1 / (1 + np.exp(3 - 3.0 * 9.0 / 3)))
    assert found(encoder_of(ANSWER), [FRONT, GUNMEN]) == [("BelongsTo", 1, 0)]


def test_a_relation_without_direction_is_told_once_with_the_mean_of_both(encoder_of: Callable[..., Encoder]) -> None:
    encoder = encoder_of(ANSWER)
    (relation,) = relations(encoder.read(TEXT), [GUARDS, GUNMEN], {"FightingAgainst": 0.4})
    no, yes = 1 / (1 + np.exp(3)), 1 / (1 + np.exp(3 - 4.0 * 4.0 / 2))
    assert (relation.first, relation.second, relation.label) == (0, 1, "FightingAgainst")
    assert relation.score == pytest.approx((no + yes) / 2, abs=1e-6)


def test_a_threshold_of_its_own_counts_for_a_label(encoder_of: Callable[..., Encoder]) -> None:
    mentions = [GUNMEN, FRONT, GUARDS]
    assert found(encoder_of(ANSWER), mentions) == [("BelongsTo", 0, 1), ("FightingAgainst", 0, 2)]
    assert found(encoder_of(ANSWER), mentions, BelongsTo=1.01) == [("FightingAgainst", 0, 2)]


@pytest.mark.parametrize("mentions", [[], [GUNMEN], [GUNMEN, (0, 28)], [GUNMEN, GUNMEN], [GUNMEN, (6, 7)]])
def test_no_two_mentions_apart_from_each_other_have_no_relation(
    mentions: list[Span], encoder_of: Callable[..., Encoder]
) -> None:
    assert relations(encoder_of(ANSWER).read(TEXT), mentions, {"BelongsTo": 0.0, "FightingAgainst": 0.0}) == []


def test_an_empty_text_has_no_relations(encoder_of: Callable[..., Encoder]) -> None:
    assert relations(encoder_of(ANSWER).read(""), [(0, 0), (0, 0)], {}) == []


def apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    is_empty = one[0] == one[1] or other[0] == other[1]
    return not is_empty and 0 <= max(one[0] - other[1], other[0] - one[1]) <= REACH


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 30)), max_size=25))
def test_pairs_are_all_that_are_apart_and_near_in_both_orders_side_by_side(drawn: list[tuple[int, int]]) -> None:
    within = [(first, first + length) for first, length in drawn]
    pairs = [tuple(pair) for pair in near_pairs(within).tolist()]
    wanted = {(i, j) for i, one in enumerate(within) for j, other in enumerate(within) if apart(one, other)}
    assert set(pairs) == wanted
    assert len(pairs) == len(wanted)
    assert pairs[1::2] == [(second, first) for first, second in pairs[::2]]
