from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.encoder.wordpieces import WordpieceCutter
from dateline.errors import DataFileError


def test_offsets_give_back_the_words_in_the_text(cutter: WordpieceCutter) -> None:
    text = "Gunmen attacked the Café, Guards said."
    pieces = cutter.cut(text)
    assert [text[s:e] for s, e in zip(pieces.starts, pieces.ends, strict=True)] == [
        "Gunmen", "attacked", "the", "Café", ",", "Guard", "s", "said", "."
    ]  # fmt: skip


def test_offsets_count_code_points_not_bytes(cutter: WordpieceCutter) -> None:
    text = "😀 “rain” fell"
    pieces = cutter.cut(text)
    first, last = pieces.within(text.index("fell"), len(text))
    assert (pieces.starts[first], pieces.ends[last - 1]) == (9, 13)


def test_within_finds_the_pieces_that_share_a_code_point(cutter: WordpieceCutter) -> None:
    pieces = cutter.cut("the guards fell")
    assert pieces.within(4, 10) == (1, 3)
    assert pieces.within(9, 10) == (2, 3)
    assert pieces.within(3, 4) == (1, 1)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80))
def test_every_offset_lies_in_the_text_and_none_goes_back(cutter: WordpieceCutter, text: str) -> None:
    pieces = cutter.cut(text)
    assert all(0 <= s <= e <= len(text) for s, e in zip(pieces.starts, pieces.ends, strict=True))
    assert list(pieces.starts) == sorted(pieces.starts)


def test_a_vocabulary_without_special_pieces_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vocabulary.txt"
    path.write_text("rain\nfell\n", encoding="utf-8")
    with pytest.raises(DataFileError, match="UNK"):
        WordpieceCutter(path)
