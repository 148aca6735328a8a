import pytest

from dateline.encoder.heads import PAIR_WIDTH, Heads
from dateline.errors import DataFileError


def test_columns_of_heads_stand_side_by_side() -> None:
    heads = Heads({"tags": {"kind": "spans", "labels": ["a", "b"]}, "kinds": {"kind": "window", "labels": ["x"]}})
    assert [(head.name, head.columns) for head in heads] == [("tags", slice(0, 6)), ("kinds", slice(6, 7))]
    assert heads.width == 7


def test_a_head_of_pairs_has_two_vectors_a_label() -> None:
    heads = Heads({"ties": {"kind": "pairs", "labels": ["x", "y"]}, "kinds": {"kind": "pieces", "labels": ["a"]}})
    assert heads["ties"].width == 2 * 2 * PAIR_WIDTH
    assert heads["kinds"].first == heads["ties"].width


@pytest.mark.parametrize("broken", [{"kind": "guess", "labels": ["a"]}, {"kind": "spans", "labels": []}, {}])
def test_a_head_that_cannot_be_read_is_named(broken: dict[str, object]) -> None:
    with pytest.raises(DataFileError, match="'tags'"):
        Heads({"tags": broken})
