from collections.abc import Callable

from dateline.encoder.attributions import attributions
from dateline.encoder.model import Encoder

ANSWER = {
    ("attribution", "source"): {"B mayor": 8.0},
    ("attribution", "cue"): {"B said": 8.0},
    ("attribution", "content"): {"B rain": 8.0, "fell": 8.0, "on": 8.0, "monday": 8.0},
}


def test_a_cue_takes_its_nearest_source_and_content(encoder_of: Callable[..., Encoder]) -> None:
    text = "The mayor said that rain fell on Monday. Guards attacked."
    (found,) = attributions(encoder_of(ANSWER).read(text), text, [(0, 40), (41, len(text))], {})
    assert [text[start:end] for start, end in found.source] == ["mayor"]
    assert [text[start:end] for start, end in found.cue] == ["said"]
    assert [text[start:end] for start, end in found.content] == ["rain fell on Monday"]


def test_a_source_in_another_sentence_is_not_taken(encoder_of: Callable[..., Encoder]) -> None:
    text = "Guards attacked the mayor. Rain fell on Monday."
    (found,) = attributions(encoder_of(ANSWER).read(text), text, [(0, 26), (27, len(text))], {})
    assert (found.source, found.cue) == ((), ())


def test_a_high_threshold_leaves_nothing(encoder_of: Callable[..., Encoder]) -> None:
    text = "The mayor said that rain fell."
    assert attributions(encoder_of(ANSWER).read(text), text, [(0, len(text))], {"content": 1.1}) == []
