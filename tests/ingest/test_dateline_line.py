from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest import report_from_text
from dateline.ingest.dateline_line import read_dateline, with_day
from dateline.ingest.lines import lines_of
from dateline.languages.load import language_data

DATA = language_data("datelines")


@pytest.mark.parametrize("example", DATA["examples"], ids=lambda example: example["text"])
def test_each_example_is_read(example: dict[str, Any]) -> None:
    dateline = read_dateline(lines_of(example["line"])[0])
    assert dateline is not None
    assert dateline.text == example["text"] == example["line"][dateline.start : dateline.end]
    assert (dateline.place, dateline.agency, dateline.day) == (
        example.get("place"),
        example.get("agency"),
        example.get("day"),
    )


@pytest.mark.parametrize("line", DATA["not_datelines"])
def test_no_ordinary_sentence_is_read_as_a_dateline(line: str) -> None:
    assert read_dateline(lines_of(line)[0]) is None


@pytest.mark.parametrize("example", DATA["examples"], ids=lambda example: example["text"])
def test_lower_case_text_has_no_dateline(example: dict[str, Any]) -> None:
    assert read_dateline(lines_of(example["line"].lower())[0]) is None


@pytest.mark.parametrize(
    ("published", "day"),
    [(date(2021, 8, 4), date(2021, 8, 3)), (date(2021, 8, 2), date(2021, 8, 3)), (date(2021, 1, 9), date(2020, 8, 3))],
)
def test_a_day_without_a_year_is_the_last_such_day_before_publication_or_the_day_after(
    published: date, day: date
) -> None:
    dateline = read_dateline(lines_of("KABUL, Aug. 3 (Reuters) - Police closed the road.")[0])
    assert dateline is not None
    assert dateline.day is None
    assert with_day(dateline, published).day == day


def test_the_dateline_is_found_under_headline_byline_and_stamp() -> None:
    text = "Bridge reopens\n\nBy Jane Doe\n3 May 2011\n\nGOMA, Congo (AP) — The bridge was opened, the mayor said.\n"
    report = report_from_text(text)
    assert report.dateline is not None
    assert text[report.dateline.start : report.dateline.end] == "GOMA, Congo (AP) —"


def test_a_dateline_on_a_line_of_its_own_is_found_and_is_no_headline() -> None:
    report = report_from_text("NAIROBI, Kenya (AP) _\n\nThe envoy arrived on Monday and met both of the sides in turn.")
    assert report.headline is None
    assert report.dateline is not None
    assert report.dateline.place == "NAIROBI, Kenya"


def test_no_dateline_is_looked_for_deep_in_the_report() -> None:
    body = "The envoy arrived on Monday and met both of the sides.\n\n"
    assert report_from_text(body * 9 + "CAIRO — The minister resigned.").dateline is None


@pytest.mark.parametrize("words", ["AP /", "A. /", "GMT - ", "A-", "KABUL, ", "Abu de "])
def test_a_line_made_of_half_datelines_is_read_at_once(words: str) -> None:
    assert read_dateline(lines_of(words * 50)[0]) is None


@given(st.text(max_size=300))
def test_any_line_can_be_read(text: str) -> None:
    for line in lines_of(text):
        dateline = read_dateline(line)
        assert dateline is None or text[dateline.start : dateline.end] == dateline.text
