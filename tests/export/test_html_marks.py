from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dateline.export.html_marks import Mark, draw, nested
from dateline.export.in_words import shown

TEXT = "The mayor <said> that Mali’s army & “others” left Gao on Monday."
SPANS = st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=12)


def make_mark(start: int, end: int, style: str = "m", rank: int = 0, **of_mark: str) -> Mark:
    return Mark(start=start, end=end, style=style, rank=rank, **of_mark)  # type: ignore[arg-type]


def parsed(html: str) -> etree._Element:
    return etree.fromstring(f"<p>{html}</p>")


@given(SPANS)
def test_marks_that_overlap_are_split_so_that_all_nest(spans: list[tuple[int, int]]) -> None:
    pieces = list(nested(make_mark(*span) for span in spans))
    for number, one in enumerate(pieces):
        for other in pieces[number + 1 :]:
            apart = other.start >= one.end
            within = one.start <= other.start and other.end <= one.end
            assert apart or within


@given(SPANS)
def test_what_is_drawn_holds_the_text_and_each_mark_its_words(spans: list[tuple[int, int]]) -> None:
    marks = [make_mark(start, end, f"s{number}") for number, (start, end) in enumerate(spans)]
    root = parsed(draw(TEXT, 0, len(TEXT), marks))
    assert "".join(root.itertext()) == TEXT
    for mark in marks:
        drawn = [piece for piece in root.iter("mark") if piece.get("class").split()[0] == mark.style]
        assert "".join("".join(piece.itertext()) for piece in drawn) == TEXT[mark.start : mark.end]


@given(st.text(st.characters(), max_size=40), SPANS)
def test_no_text_becomes_markup(text: str, spans: list[tuple[int, int]]) -> None:
    hostile = f"<script>{text}</script>\x00 onload='x'"
    marks = [make_mark(start, end, why=hostile, label=hostile, anchor="a") for start, end in spans]
    root = parsed(draw(hostile, 0, len(hostile), marks).replace("\ufffe", "").replace("\uffff", ""))
    assert {element.tag for element in root.iter()} <= {"p", "mark"}
    expected = shown(hostile).replace("\ufffe", "").replace("\uffff", "").replace("\r", "\n")
    assert "".join(root.itertext()) == expected


def test_only_the_first_piece_is_reached_by_keyboard_and_has_the_id() -> None:
    crossing = make_mark(4, 20, "a", why="w", anchor="x", described_by="d", label="Kélé")
    pieces = parsed(draw(TEXT, 0, len(TEXT), [make_mark(0, 9, "b"), crossing])).findall(".//mark[@data-why]")
    assert [piece.get("tabindex") for piece in pieces] == ["0", None]
    assert [piece.get("id") for piece in pieces] == ["x", None]
    assert [piece.get("aria-describedby") for piece in pieces] == ["d", None]
    assert [piece.get("data-label") for piece in pieces] == ["Kélé", None]
    assert [piece.get("class") for piece in pieces] == ["a", "a on"]


def test_a_mark_that_comes_from_another_paragraph_says_that_it_goes_on() -> None:
    drawn = parsed(draw(TEXT, 10, 30, [make_mark(0, 15, label="Kélé")]))
    assert [piece.get("data-label") for piece in drawn] == ["Kélé, going on"]
    assert drawn[0].text == TEXT[10:15]


def test_of_two_marks_on_the_same_words_the_lower_rank_stands_outside() -> None:
    drawn = parsed(draw(TEXT, 0, 5, [make_mark(0, 3, "inner", 7), make_mark(0, 3, "outer", 2)]))
    assert drawn[0].get("class") == "outer"
    assert drawn[0][0].get("class") == "inner"


def test_the_numbers_of_claims_on_the_same_words_stand_in_order() -> None:
    marks = [make_mark(0, 3, number=str(number), link=f"c{number}") for number in (10, 9, 2)]
    links = parsed(draw(TEXT, 0, 5, marks)).findall(".//a")
    assert [link.get("href") for link in links] == ["#c2", "#c9", "#c10"]
    assert [link.get("aria-label") for link in links] == ["claim 2", "claim 9", "claim 10"]


def test_marks_are_opened_in_order_of_start() -> None:
    pieces = list(nested([make_mark(8, 9), make_mark(2, 5), make_mark(0, 9)]))
    assert all(one.start <= other.start for one, other in pairwise(pieces))


def test_a_speaker_with_an_address_is_a_link_before_the_words() -> None:
    [piece] = parsed(draw(TEXT, 0, 9, [make_mark(0, 9, label="<Kélé>", href="/actors/a&b")]))
    [speaker] = piece
    assert (speaker.get("href"), speaker.text, speaker.tail) == ("/actors/a&b", "<Kélé>", TEXT[:9])
    assert piece.get("data-label") is None


def test_words_for_an_actor_keep_its_address() -> None:
    [piece] = parsed(draw(TEXT, 4, 9, [make_mark(4, 9, href="/actors/x")]))
    assert piece.get("data-href") == "/actors/x"
