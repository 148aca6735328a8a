from collections.abc import Callable

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dateline.encoder.model import Encoder
from dateline.encoder.spans import runs, tagged_spans, whole_words


def test_spans_slice_the_text_and_cut_no_word(encoder_of: Callable[..., Encoder]) -> None:
    text = "A car bombing fell on guards."
    scores = encoder_of({("roles", "Weapon"): {"B car": 8.0, "bomb": 8.0}, ("roles", "Victim"): {"B ##s": 8.0}}).read(
        text
    )
    assert [(text[s.start : s.end], s.label) for s in tagged_spans(scores, "roles", {}, text)] == [
        ("car bombing", "Weapon"), ("guards", "Victim")
    ]  # fmt: skip


def test_a_first_wordpiece_begins_a_new_span_beside_another() -> None:
    rows = np.array([[0.1, 0.8, 0.1], [0.1, 0.1, 0.8], [0.1, 0.8, 0.1], [0.9, 0.0, 0.1]], dtype=np.float32)
    assert runs(rows, 0.5) == [(0, 2), (2, 3)]


def test_a_span_ends_at_a_blank_line_also_where_furniture_was_blanked_out(encoder_of: Callable[..., Encoder]) -> None:
    text = "guards of the\nbridge\n            \nguards fell"
    inside = dict.fromkeys(("guard", "##s", "of", "the", "bridge"), 9.0)
    scores = encoder_of({("roles", "Victim"): inside}).read(text)
    found = [text[span.start : span.end] for span in tagged_spans(scores, "roles", {}, text, split=1.0)]
    assert found == ["guards of the\nbridge", "guards"]


@given(st.lists(st.tuples(*[st.floats(0.01, 1)] * 3), max_size=30), st.floats(0.1, 0.9))
def test_runs_cover_what_is_inside_once(rows: list[tuple[float, float, float]], threshold: float) -> None:
    numbers = np.array(rows, dtype=np.float32).reshape(-1, 3)
    numbers /= numbers.sum(axis=1, keepdims=True)
    covered = [place for first, last in runs(numbers, threshold) for place in range(first, last)]
    assert covered == np.flatnonzero(1.0 - numbers[:, 0] >= threshold).tolist()


def test_whole_words_widens_to_the_word_and_no_further() -> None:
    assert whole_words("the guards fell", 6, 9) == (4, 10)
    assert whole_words("the guards fell", 4, 10) == (4, 10)
