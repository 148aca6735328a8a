from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.lines import lines_of


def test_lines_are_located_without_the_white_space_around_them() -> None:
    text = "  one \r\n\r\n\ttwo\nthree\n"
    assert [(line.text, text[line.start : line.end], line.gap) for line in lines_of(text)] == [
        ("one", "one", 0),
        ("two", "two", 2),
        ("three", "three", 1),
    ]


def test_a_line_knows_whether_it_ends_a_sentence() -> None:
    assert [line.ends_sentence for line in lines_of("He left.\nHe left.”\nLeft behind\nLeft (he said).")] == [
        True,
        True,
        False,
        True,
    ]


@given(st.text(alphabet="ab. \t\r\n\u2028", max_size=60))
def test_offsets_point_at_the_words_of_any_text(text: str) -> None:
    lines = lines_of(text)
    assert all(text[line.start : line.end] == line.text == line.text.strip() for line in lines)
    assert "".join("".join(line.text.split()) for line in lines) == "".join(text.split())
