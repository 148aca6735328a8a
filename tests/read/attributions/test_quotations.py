import pytest
from spacy.language import Language

from dateline.read.attributions.find import page_of
from dateline.read.attributions.lexicon import lexicon


def quoted(attributing: Language, text: str) -> list[str]:
    doc = attributing(text)
    return [doc[q.begin : q.end].text for q in page_of(doc, lexicon()).quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "go away" twice.', ['"go away"']),
        ("He said “go away” twice.", ["“go away”"]),
        ("He said «go away» twice.", ["«go away»"]),
        ("He said 'we will go away' twice.", ["'we will go away'"]),
        ("The rebels' camp and the soldiers' mess burned.", []),
        ("It's the army's camp, isn't it?", []),
        ("She said \"he told us 'run' and fled\" later.", ["\"he told us 'run' and fled\""]),
    ],
)
def test_marks_of_every_kind_are_paired_and_apostrophes_left_alone(
    attributing: Language, text: str, expected: list[str]
) -> None:
    assert quoted(attributing, text) == expected


def test_an_unclosed_paragraph_goes_on_when_the_next_opens_with_a_mark(attributing: Language) -> None:
    assert len(quoted(attributing, '"We are ready.\n\n"We shall stay," he said.')) == 2


def test_a_stray_mark_in_mid_paragraph_is_dropped(attributing: Language) -> None:
    assert quoted(attributing, 'The guard said "stop and ran.\n\nThe market burned.') == []


@pytest.mark.parametrize(
    ("text", "scare", "speech"),
    [
        ('The so-called "Tiger Brigade" left.', True, False),
        ('The "base" was a tent.', True, False),
        ('"Leave now," he said.', False, True),
        ('He called it "a very long night" again.', False, False),
    ],
)
def test_speech_is_told_from_words_set_apart(attributing: Language, text: str, scare: bool, speech: bool) -> None:
    (found,) = page_of(attributing(text), lexicon()).quotations
    assert (found.scare, found.speech) == (scare, speech)
