import dataclasses
from collections.abc import Callable
from datetime import date

import pytest

from dateline.export.in_words import (
    chain,
    counts,
    days,
    grounds,
    marks,
    published_words,
    says_who,
    shortened,
    shown,
    where,
)
from dateline.model import Count, Counts, DateSpan, DayRange, PlaceRef, Published, Reading, Report

APRIL, MARCH_TO_MAY = DayRange.month(2012, 4), DayRange(first=date(2012, 3, 1), last=date(2012, 5, 31))
DAY = DayRange.day(date(2012, 12, 3))


@pytest.mark.parametrize(
    ("possible", "certain", "words"),
    [
        (DAY, DAY, "2012-12-03"),
        (DAY, None, "2012-12-03"),
        (APRIL, None, "2012-04, on a day of it"),
        (APRIL, APRIL, "2012-04, all of it"),
        (MARCH_TO_MAY, APRIL, "2012-03/2012-05, for certain 2012-04"),
        (DayRange(first=None, last=date(2012, 12, 3)), None, "../2012-12-03, on a day of it"),
    ],
)
def test_days_say_what_is_possible_and_what_is_certain(
    possible: DayRange, certain: DayRange | None, words: str
) -> None:
    assert days(DateSpan(certain=certain, possible=possible, basis="", reason="")) == words


def test_a_place_without_a_point_says_so(make_reading: Callable[..., Reading]) -> None:
    place = make_reading().claims[1].place
    assert place is not None
    assert where(place) == "Sana’a, YE (settlement, within 20 km of 15.35, -44.20)"
    unknown: PlaceRef = dataclasses.replace(place, lat=None, lon=None, country=None)
    assert where(unknown) == "Sana’a (settlement, no point)"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a\u202eb\u2066c", "a[U+202E]b[U+2066]c"),
        ("\x1b[31m\x00", "[U+001B][31m[U+0000]"),
        ("\ud800", "[U+D800]"),
        ("a\u2028b\x85c\x0cd", "a b c d"),
        ("می‌خواهم\u200f, Kélé\n", "می‌خواهم\u200f, Kélé\n"),
    ],
)
def test_characters_that_steer_are_named_and_letters_stay(text: str, words: str) -> None:
    assert shown(text) == words


def test_a_long_value_is_cut_with_an_ellipsis() -> None:
    assert shortened("one\n two") == "one two"
    assert shortened("x" * 10_000, 5) == "xxxx…"


def test_the_day_of_publication_says_where_it_is_from(make_report: Callable[..., Report]) -> None:
    assert published_words(make_report()) == "published 2012-12-05, from the page's metadata: “2012-12-05”"
    given = Published(day=date(2012, 12, 5), basis="user", words="2012-12-05")
    assert (
        published_words(dataclasses.replace(make_report(), published=given)) == "published 2012-12-05, from --published"
    )
    assert "--published" in published_words(make_report(published=None))


def test_marks_name_negation_before_modality(make_reading: Callable[..., Reading]) -> None:
    plain, negated = make_reading().claims
    assert marks(plain) == []
    assert marks(dataclasses.replace(negated, modality="planned")) == ["NOT", "PLANNED"]


def test_the_chain_leads_outwards_and_ends_even_where_it_runs_in_a_circle(make_reading: Callable[..., Reading]) -> None:
    reading = make_reading()
    inner = dataclasses.replace(reading.attributions[0], within="a2")
    outer = dataclasses.replace(inner, id="a2", speaker="the mayor", within="a1")
    chained = dataclasses.replace(reading, attributions=(inner, outer))
    assert [attribution.id for attribution in chain(chained, "a1")] == ["a1", "a2"]
    assert chain(chained, None) == []
    assert says_who(chained, chained.claims[0]) == "a local official, cited by the mayor"
    assert says_who(chained, chained.claims[1]) == ""


def test_counts_say_their_bounds(make_reading: Callable[..., Reading]) -> None:
    stated = Counts(
        killed=Count(low=3, best=3, high=None),
        injured=Count(low=2, best=2, high=2),
        crowd=Count(low=1000, best=1500, high=2000),
    )
    claim = dataclasses.replace(make_reading().claims[0], counts=stated)
    assert counts(claim) == ["killed: 3 or more", "injured: 2", "crowd: 1,000 to 2,000"]


def test_the_grounds_of_a_claim_cover_every_part_of_it(make_reading: Callable[..., Reading]) -> None:
    reading = make_reading()
    split, raid = (dict(grounds(reading, claim)) for claim in reading.claims)
    assert split["whom"] == "“the Northern Front”"
    assert split["says"] == "a local official, not named: “say”, indirect speech. made by hand"
    assert raid["when"] == "2012-12-03; “on Monday”: made by hand"
    assert raid["where"].endswith("from “Sana’a”")
    assert raid["count"] == "killed: 3 or more"
    ruled = dict(grounds(reading, dataclasses.replace(reading.claims[1], governed_by=("fail",))))
    assert ruled["NOT"] == "“fail”"
