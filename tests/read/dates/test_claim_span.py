from dataclasses import replace
from datetime import date

import pytest

from dateline.model import DateMention, DateSpan, DayRange
from dateline.read.dates.claim_span import ClaimTense, span_for_claim

PUBLISHED = date(2012, 12, 3)
APRIL = DayRange.month(2012, 4)
SPRING = DayRange(first=date(2012, 3, 1), last=date(2012, 5, 31))
FRIDAY = DayRange.day(date(2012, 11, 30))
COMING_FRIDAY = DayRange.day(date(2012, 12, 7))


def mention(days: DayRange | None, text: str = "then", value: str = "XXXX", basis: str | None = None) -> DateMention:
    span = None
    if days is not None:
        certain = days if days.first == days.last else None
        span = DateSpan(certain=certain, possible=days, basis=basis or text, reason="as written")
    return DateMention(start=0, end=len(text), text=text, type="DATE", value=value, span=span, reason="as written")


def claim(
    days: DayRange | None,
    preposition: str | None,
    *,
    state: bool = False,
    tense: ClaimTense = "past",
    published: date | None = PUBLISHED,
) -> tuple[str | None, str]:
    """Certain and possible as EDTF."""
    span = span_for_claim(mention(days), preposition=preposition, is_state=state, tense=tense, published=published)
    assert span is not None
    return (span.certain.edtf if span.certain else None), span.possible.edtf


@pytest.mark.parametrize(
    ("days", "preposition", "state", "tense", "expected"),
    [
        (FRIDAY, "on", False, "past", ("2012-11-30", "2012-11-30")),
        (FRIDAY, None, False, "past", ("2012-11-30", "2012-11-30")),
        (DayRange.year(2003), "in", False, "past", (None, "2003")),
        (DayRange.year(2003), "in", True, "past", (None, "2003")),
        (FRIDAY, "around", False, "past", (None, "2012-11-30")),
        (DayRange.year(2011), "throughout", True, "past", ("2011", "2011")),
        (DayRange.year(2011), "throughout", False, "past", (None, "2011")),
        (APRIL, "since", True, "present", ("2012-05-01/2012-12-03", "2012-04-01/..")),
        (APRIL, "from", True, "present", ("2012-05-01/2012-12-03", "2012-04-01/..")),
        (FRIDAY, "since", True, "present", ("2012-11-30/2012-12-03", "2012-11-30/..")),
        (APRIL, "since", True, "past", (None, "2012-04-01/..")),
        (APRIL, "since", False, "past", (None, "2012-04-01/2012-12-03")),
        (SPRING, "until", True, "past", (None, "../2012-05-31")),
        (SPRING, "till", False, "past", (None, "../2012-05-31")),
        (DayRange.year(1991), "before", True, "past", (None, "../1990-12-31")),
        (DayRange.year(1991), "prior to", False, "past", (None, "../1990-12-31")),
        (FRIDAY, "after", False, "past", (None, "2012-12-01/2012-12-03")),
        (APRIL, "after", False, "past", (None, "2012-04-01/2012-12-03")),
        (COMING_FRIDAY, "after", False, "future", (None, "2012-12-08/..")),
        (FRIDAY, "by", False, "past", (None, "../2012-11-30")),
        (FRIDAY, "by", True, "past", ("2012-11-30", "../2012-11-30")),
        (COMING_FRIDAY, "by", False, "future", (None, "2012-12-03/2012-12-07")),
        (FRIDAY, "as of", True, "present", ("2012-11-30", "2012-11-30")),
    ],
)
def test_each_row_of_the_table(
    days: DayRange, preposition: str | None, state: bool, tense: ClaimTense, expected: tuple[str | None, str]
) -> None:
    assert claim(days, preposition, state=state, tense=tense) == expected


def test_the_ends_of_a_range_are_no_open_end() -> None:
    days = DayRange(first=date(2012, 5, 1), last=date(2012, 6, 30))
    may = mention(days, text="May", basis="from May to June")
    span = span_for_claim(may, preposition="from", is_state=True, tense="past", published=PUBLISHED)
    assert span == DateSpan(
        certain=None, possible=days, basis="from May to June", reason="within the days meant; as written"
    )


@pytest.mark.parametrize("preposition", [None, "in", "on", "since", "until", "before", "after", "by", "throughout"])
@pytest.mark.parametrize("state", [True, False])
@pytest.mark.parametrize("tense", ["past", "present"])
def test_nothing_closed_reaches_past_publication(preposition: str | None, state: bool, tense: ClaimTense) -> None:
    days = DayRange.year(2012)
    span = span_for_claim(mention(days), preposition=preposition, is_state=state, tense=tense, published=PUBLISHED)
    assert span is not None
    assert span.possible.last is None or span.possible.last <= PUBLISHED
    assert span.certain is None or span.certain.last is None or span.certain.last <= PUBLISHED


def test_basis_keeps_the_word_that_changes_the_meaning() -> None:
    april = mention(APRIL, text="April")
    since = span_for_claim(april, preposition="since", is_state=True, tense="present", published=PUBLISHED)
    within = span_for_claim(april, preposition="in", is_state=True, tense="present", published=PUBLISHED)
    assert since is not None
    assert within is not None
    assert (since.basis, within.basis) == ("since April", "April")


def test_currently_is_the_day_of_publication_for_a_present_state() -> None:
    now = mention(None, text="currently", value="PRESENT_REF")
    span = span_for_claim(now, preposition=None, is_state=True, tense="present", published=PUBLISHED)
    assert span is not None
    assert span.certain == span.possible == DayRange.day(PUBLISHED)
    assert span_for_claim(now, preposition=None, is_state=False, tense="past", published=PUBLISHED) is None


def test_an_undated_past_ends_at_publication_only_when_asked() -> None:
    asked = span_for_claim(None, preposition=None, is_state=False, tense="past", published=PUBLISHED, undated_past=True)
    assert asked is not None
    assert (asked.certain, asked.possible.edtf, asked.basis) == (None, "../2012-12-03", "")
    assert "without a date" in asked.reason
    assert span_for_claim(None, preposition=None, is_state=False, tense="past", published=PUBLISHED) is None


def test_recently_is_an_undated_past_with_its_words() -> None:
    recently = mention(None, text="recently", value="PAST_REF")
    span = span_for_claim(
        recently, preposition=None, is_state=False, tense="past", published=PUBLISHED, undated_past=True
    )
    assert span is not None
    assert (span.basis, span.possible.edtf) == ("recently", "../2012-12-03")


@pytest.mark.parametrize("tense", ["present", "future"])
def test_an_undated_present_or_future_has_no_days(tense: ClaimTense) -> None:
    assert (
        span_for_claim(None, preposition=None, is_state=True, tense=tense, published=PUBLISHED, undated_past=True)
        is None
    )


def test_without_publication_an_undated_past_has_no_days() -> None:
    assert (
        span_for_claim(None, preposition=None, is_state=False, tense="past", published=None, undated_past=True) is None
    )


def test_without_publication_the_ends_that_it_would_set_stay_open() -> None:
    assert claim(APRIL, "since", state=True, tense="present", published=None) == (None, "2012-04-01/..")
    assert claim(COMING_FRIDAY, "by", tense="future", published=None) == (None, "../2012-12-07")


def test_a_length_of_time_gives_no_days() -> None:
    weeks = mention(None, text="two weeks", value="P2W")
    assert (
        span_for_claim(weeks, preposition="for", is_state=True, tense="past", published=PUBLISHED, undated_past=True)
        is None
    )


def test_before_the_end_of_a_month_is_not_before_the_month() -> None:
    days = DayRange.month(2012, 5)
    span = span_for_claim(
        mention(days, "the end of May"), preposition="before", is_state=False, tense="past", published=PUBLISHED
    )
    assert span is not None
    assert span.possible == DayRange(first=None, last=date(2012, 5, 31))


def test_before_dawn_on_friday_is_on_friday() -> None:
    told = replace(mention(FRIDAY, "dawn on Friday"), type="TIME")
    span = span_for_claim(told, preposition="before", is_state=False, tense="past", published=PUBLISHED)
    assert span is not None
    assert span.possible == FRIDAY
