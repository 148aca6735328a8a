import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import BadArgument
from dateline.store.search_query import read_query
from dateline.store.snippets import LENGTH, snippet

TEXT = "Idriss Kélé left the Northern Front in April, a local official said.\n\nKélé’s men did not raid Sana’a."


def marked(text: str, words: str) -> list[str]:
    shown, matches = snippet(text, read_query(words))
    return [shown[first:last] for first, last in matches]


@pytest.mark.parametrize(
    ("words", "matches"),
    [
        ("kele", ["Kélé", "Kélé’s"]),
        ('"northern front" sanaa', ["Northern Front", "Sana’a"]),
        ("offic* -gao", ["official"]),
        ('"idriss kele" kele', ["Idriss Kélé", "Kélé’s"]),
        ('"idriss kele" "kele left"', ["Idriss Kélé left", ]),
        ('"front northern"', []),
        ("said kele", ["Kélé", "said", "Kélé’s"]),
        ('"said kele"', ["said. Kélé’s"]),
    ],
)  # fmt: skip
def test_matches_are_marked_as_they_stand_in_the_text(words: str, matches: list[str]) -> None:
    assert marked(TEXT, words) == matches


def test_a_long_text_is_cut_around_the_first_match_and_between_words() -> None:
    text = "The convoy waited. " * 50 + "Then the Northern Front came. " + "It was late. " * 50
    shown, matches = snippet(text, read_query("front"))
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert [shown[first:last] for first, last in matches] == ["Front"]
    assert len(shown) <= LENGTH + 4
    assert set(shown.strip("… ").split()) <= set(text.split())


def test_without_a_match_the_beginning_is_shown() -> None:
    text = "The convoy waited. " * 50
    shown, matches = snippet(text, read_query("absent"))
    assert shown.startswith("The convoy waited.")
    assert matches == ()


@given(st.text(), st.text(min_size=1))
def test_matches_lie_in_the_snippet_in_order_and_apart(text: str, words: str) -> None:
    try:
        terms = read_query(words)
    except BadArgument:
        return
    shown, matches = snippet(text * 3, terms)
    ends = [0, *(end for span in matches for end in span)]
    assert ends == sorted(ends)
    assert ends[-1] <= len(shown)
