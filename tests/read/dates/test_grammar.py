from typing import Any

import pytest

from dateline.errors import DataFileError
from dateline.model import DateMention
from dateline.read.dates.grammar import expand, load_grammar
from dateline.read.dates.meanings import MEANINGS

PATTERNS = load_grammar().patterns
SAYS = [(pattern.name, sentence, expected) for pattern in PATTERNS for sentence, expected in pattern.says.items()]
SAYS_NOT = [(pattern.name, sentence) for pattern in PATTERNS for sentence in pattern.says_not]


def line(mention: DateMention) -> str:
    days = mention.span.edtf if mention.span else "-"
    return f"{mention.text} | {mention.type} | {mention.value} | {days}"


@pytest.mark.parametrize(("name", "sentence", "expected"), SAYS, ids=[f"{name}: {words}" for name, words, _ in SAYS])
def test_examples_of_the_grammar_are_read_as_it_says(
    dates_in: Any, name: str, sentence: str, expected: tuple[str, ...]
) -> None:
    assert tuple(line(mention) for mention in dates_in(sentence)) == expected


@pytest.mark.parametrize(("name", "sentence"), SAYS_NOT, ids=[f"{name}: {words}" for name, words in SAYS_NOT])
def test_counterexamples_of_the_grammar_hold_no_date(dates_in: Any, name: str, sentence: str) -> None:
    assert [line(mention) for mention in dates_in(sentence)] == []


def test_every_pattern_has_a_meaning_and_an_example() -> None:
    assert [pattern.name for pattern in PATTERNS if pattern.means not in MEANINGS or not pattern.says] == []


def test_every_meaning_is_used() -> None:
    assert set(MEANINGS) == {pattern.means for pattern in PATTERNS}


def test_pattern_names_are_unique() -> None:
    names = [pattern.name for pattern in PATTERNS]
    assert sorted(set(names)) == sorted(names)


def test_expand_replaces_names_and_widens_spaces() -> None:
    expanded = expand("the {unit:unit} x", {"unit": {"day": 1, "weekday": 2}}, {})
    assert "(?P<unit>weekday|day)" in expanded
    assert " x" not in expanded


@pytest.mark.parametrize(("source", "fragments"), [("{nothing}", {}), ("{loop}", {"loop": "a{loop}"})])
def test_expand_refuses_what_it_cannot_resolve(source: str, fragments: dict[str, str]) -> None:
    with pytest.raises(DataFileError):
        expand(source, {}, fragments)
