import pytest

from dateline.ingest import report_from_text

BODY = "The mayor said on Monday that the bridge would be opened again within a week, if the rains allow."


@pytest.mark.parametrize(
    "headline",
    [
        "Bridge over the river to reopen",
        "Rebels Free Two Captured Engineers.",
        "Who holds the river ports",
        "BRIDGE TO REOPEN",
    ],
)
def test_a_short_line_over_a_longer_text_is_the_headline(headline: str) -> None:
    text = f"{headline}\n\n{BODY}\n\n{BODY}"
    report = report_from_text(text)
    assert report.title == headline
    assert report.headline == (0, len(headline))


@pytest.mark.parametrize(
    "first",
    [
        "The president is dead.",
        "Members of the commission:",
        "Silence",
        BODY,
        "GOMA, Congo (AP) — The bridge fell",
        "x" * 200 + " y",
    ],
)
def test_a_sentence_an_address_and_a_dateline_are_no_headline(first: str) -> None:
    report = report_from_text(f"{first}\n\n{BODY} {BODY} {BODY}")
    assert report.headline is None
    assert report.title is None


def test_wrapped_lines_are_no_headline() -> None:
    assert report_from_text("The mayor said that\nthe bridge would be opened within\na week.").headline is None


def test_any_short_line_over_a_dateline_is_the_headline() -> None:
    report = report_from_text(f"Bridge opens in U.N. ceremony.\nGOMA, Congo (AP) — {BODY}")
    assert report.title == "Bridge opens in U.N. ceremony."


def test_a_given_title_is_found_in_the_text_whatever_its_quote_marks() -> None:
    text = f"World\n\n‘Nobody’ holds the bridge\n\n{BODY}"
    report = report_from_text(text, title="'Nobody' holds  the bridge")
    assert report.headline is not None
    assert text[slice(*report.headline)] == "‘Nobody’ holds the bridge"
    assert report.title == "'Nobody' holds  the bridge"


def test_a_headline_that_looks_like_furniture_is_read_when_it_is_the_title() -> None:
    report = report_from_text(f"More from the front\n\n{BODY}", title="More from the front")
    assert report.headline == (0, 19)
    assert report.furniture == ()


def test_furniture_over_the_headline_does_not_hide_it() -> None:
    report = report_from_text(f"Watch ZTV News Live\n\nBridge to reopen\n\nBy Jane Doe\n\n{BODY}")
    assert report.title == "Bridge to reopen"
    assert [item.kind for item in report.furniture] == ["player", "byline"]
