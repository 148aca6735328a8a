from datetime import date

import pytest

from dateline.errors import BadArgument
from dateline.ingest import IngestOptions, collect, parse_published, report_from_text

DAY = date(2012, 12, 3)
BODY = "The mayor said on Monday that the bridge would be opened again within a week, if the rains allow."


@pytest.mark.parametrize(
    "words", ["2012-12-03", " 3 December 2012 ", "20121203", "Monday, December 3, 2012", "2012-12-03T10:00:00Z"]
)
def test_the_users_day_is_read(words: str) -> None:
    assert parse_published(words) == DAY


@pytest.mark.parametrize(
    "words",
    ["", "soon", "2012-13-45", "2012-02-30", "03/04/2012", "December 2012", "2012-12-03 or so", "id 2012-12-03"],
)
def test_a_malformed_day_of_the_user_is_an_error_that_says_what_to_write(words: str) -> None:
    with pytest.raises(BadArgument, match="write it as 2012-12-03"):
        parse_published(words)


def test_a_day_on_which_nothing_was_published_is_refused_before_anything_is_read() -> None:
    with pytest.raises(BadArgument, match="year from 1700"):
        report_from_text(BODY, published=date(12, 12, 3))
    with pytest.raises(BadArgument, match="year from 1700"):
        collect(["nowhere.txt"], IngestOptions(published=date(12, 12, 3)))


@pytest.mark.parametrize(
    ("text", "source", "basis", "words"),
    [
        (f"Published 3 December 2012\n\n{BODY}", "-", "text", "Published 3 December 2012"),
        (f"{BODY}\n\nUpdated 12:04 GMT, 3 December 2012", "-", "text", "Updated 12:04 GMT, 3 December 2012"),
        (f"GOMA, 3 December 2012 (AP) — {BODY}", "-", "text", "GOMA, 3 December 2012 (AP) —"),
        (
            f"Last updated 9 December 2012\n\nGOMA, 3 December 2012 (AP) — {BODY}",
            "-",
            "text",
            "GOMA, 3 December 2012 (AP) —",
        ),
        (
            f"Bridge to reopen\n\nMonday, December 3, 2012 10:00 AM\n\n{BODY}",
            "-",
            "text",
            "Monday, December 3, 2012 10:00 AM",
        ),
        (f"Bridge to reopen\n\nOCHA, Goma, 3 December 2012\n\n{BODY}", "-", "text", "OCHA, Goma, 3 December 2012"),
        (f"Bridge to reopen\n\nGoma, 3 December 2012\n\n{BODY}", "-", "text", "Goma, 3 December 2012"),
        (
            f"Bridge to reopen\n\nPosted by lila on 3 December 2012\n\n{BODY}",
            "-",
            "text",
            "Posted by lila on 3 December 2012",
        ),
        (f"Weekly report\n\n27 November to 3 December 2012\n\n{BODY}", "-", "text", "27 November to 3 December 2012"),
        (
            f"Weekly report, 19-25 November 2012\n\nGoma, 3 December 2012\n\n{BODY}",
            "-",
            "text",
            "Goma, 3 December 2012",
        ),
        (BODY, "wire/2012-12-03_goma.txt", "file name", "2012-12-03"),
        (BODY, "20121203.txt", "file name", "20121203"),
        (BODY, "https://news.example.org/2012/12/03/goma-bridge", "file name", "2012/12/03"),
        (f"Published 3 December 2012\n\n{BODY}", "2011-01-01.txt", "text", "Published 3 December 2012"),
    ],
)
def test_the_day_comes_with_what_says_so(text: str, source: str, basis: str, words: str) -> None:
    published = report_from_text(text, source=source).published
    assert published is not None
    assert (published.day, published.basis, published.words) == (DAY, basis, words)


def test_the_users_word_goes_before_the_text() -> None:
    published = report_from_text(f"Published 3 December 2011\n\n{BODY}", published=DAY).published
    assert published is not None
    assert (published.day, published.basis) == (DAY, "user")


@pytest.mark.parametrize("source", ["2012-13-45_goma.txt", "-", "03-04-2012.txt", "2012.txt", "2012-12-03/goma.txt"])
def test_no_day_is_invented(source: str) -> None:
    text = f"{BODY} The accord of 3 May 2011 stands.\n\nPublished 31 February 2012\n\nUpdated 03/04/2012"
    assert report_from_text(text, source=source).published is None


def test_a_report_of_a_month_counts_as_of_its_last_day() -> None:
    published = report_from_text(f"Monthly digest: February 2012\n\n{BODY}").published
    assert published is not None
    assert published.day == date(2012, 2, 29)


def test_a_place_and_day_on_a_line_of_their_own_are_the_dateline() -> None:
    report = report_from_text(f"Bridge to reopen\n\nNairobi, 3 December 2012\n\n{BODY}")
    assert report.dateline is not None
    assert report.dateline.place == "Nairobi"
    assert not any(item.start < report.dateline.end and report.dateline.start < item.end for item in report.furniture)
