from hypothesis import given
from hypothesis import strategies as st

from dateline.read.dates.grammar import load_grammar
from dateline.read.dates.scan import level, possible_starts


@given(st.text())
def test_level_keeps_the_length(text: str) -> None:
    assert len(level(text)) == len(text)


def test_level_makes_quotes_and_hyphens_plain() -> None:
    assert level("Monday\u2019s 5\u20136\u00a0May") == "monday's 5-6 may"


def test_text_without_core_words_has_no_starts() -> None:
    assert list(possible_starts("the men had taken the town by force and held it")) == []


@given(st.lists(st.sampled_from(["the", "of", "x", "Monday", "2012", "last", "week", "12/3", "two"]), max_size=12))
def test_starts_come_in_order_and_once(words: list[str]) -> None:
    starts = list(possible_starts(level(" ".join(words))))
    assert starts == sorted(set(starts))


def test_no_expression_of_the_examples_begins_elsewhere() -> None:
    for pattern in load_grammar().patterns:
        for sentence, expected in pattern.says.items():
            starts = set(possible_starts(level(sentence)))
            for line in expected:
                assert sentence.index(line.split(" | ")[0]) in starts
