import dataclasses
from collections.abc import Callable

from dateline.export.html_layers import blocks, marks_over
from dateline.model import DateMention, Furniture, PlaceMention, Reading

NO_PLACE = PlaceMention(
    start=0, end=4, text="Gao,", name="Gao", lat=None, lon=None, country=None, geonameid=None,
    precision="settlement", radius_km=None, role="location", reason="made by hand",
)  # fmt: skip
NO_DATE = DateMention(
    start=5, end=8, text="now", type="DATE", value="PRESENT_REF", span=None, reason="made by hand"
)  # fmt: skip


def words_of(make_reading: Callable[..., Reading], text: str, *sentences: tuple[int, int]) -> list[str]:
    reading = dataclasses.replace(make_reading(text=text), sentences=sentences)
    return [text[start:end] for start, end in blocks(reading)]


def test_a_line_end_begins_a_paragraph_unless_a_sentence_runs_over_it(make_reading: Callable[..., Reading]) -> None:
    assert words_of(make_reading, "One two.\nThree.", (0, 8), (9, 15)) == ["One two.", "Three."]
    assert words_of(make_reading, "One\ntwo. Three.", (0, 8), (9, 15)) == ["One\ntwo. Three."]
    assert words_of(make_reading, "One\n\ntwo.", (0, 9)) == ["One", "two."]


def test_a_report_of_spaces_is_one_empty_paragraph(make_reading: Callable[..., Reading]) -> None:
    assert words_of(make_reading, "  \n ") == ["  \n "]


def test_every_layer_is_drawn_with_its_reason(make_reading: Callable[..., Reading]) -> None:
    reading = make_reading()
    report = dataclasses.replace(
        reading.report, furniture=(Furniture(start=0, end=3, kind="share", reason="a row of buttons"),)
    )
    reading = dataclasses.replace(reading, report=report, places=(NO_PLACE,), dates=(NO_DATE,))
    marks = marks_over(reading, "r1")
    assert {mark.style for mark in marks} == {"furniture", "quote indirect", "cue", "actor", "place", "date"}
    assert all(mark.why for mark in marks)
    assert {mark.described_by for mark in marks} == {
        "r1-furniture1",
        "r1-a1",
        "r1-place1",
        "r1-date1",
        *(f"r1-m{n}" for n in range(1, 6)),
    }


def test_the_speaker_is_named_again_where_a_quotation_begins_another_paragraph(
    make_reading: Callable[..., Reading],
) -> None:
    text = "“One,” he said. “Two.”\n\n“Three.”"
    quoted = dataclasses.replace(make_reading().attributions[0], content=((0, 6), (16, 22), (24, 32)), speaker=None)
    reading = dataclasses.replace(make_reading(text=text), attributions=(quoted,))
    labels = [mark.label for mark in marks_over(reading, "r1") if mark.style.startswith("quote")]
    assert labels == ["not named", "", "not named, going on"]
