"""Text in other cases: as long as before, so that annotations still fit."""

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.cases import CASES, as_headline, in_capitals, in_small_letters, wrapped


@given(st.text())
def test_every_case_keeps_the_length_of_the_text(text: str) -> None:
    assert {len(change(text)) for change in CASES.values()} == {len(text)}


def test_the_cases_change_letters_only_where_the_other_case_is_one_letter() -> None:
    assert in_small_letters("A Bomb In GAO") == "a bomb in gao"
    assert in_capitals("the straße to Gao") == "THE STRAßE TO GAO"
    assert as_headline("rebels don't hold gao") == "Rebels Don't Hold Gao"


def test_wrapped_lines_are_no_longer_than_their_width_and_the_text_is_as_long_as_before() -> None:
    text = "Rebels attacked the town of Gao on Monday, police said.\n\nNobody was hurt."
    lines = wrapped(text, 20).split("\n")
    assert "\n".join(lines).replace("\n", " ") == text.replace("\n", " ")
    assert max(map(len, lines)) <= 20
