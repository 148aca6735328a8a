import dataclasses
from collections.abc import Callable
from datetime import date

import pytest

from dateline.export.html_overview import EDGE, MOST_ROWS, STUB, WIDTH, cast, time_line, tone
from dateline.model import Claim, DateSpan, DayRange, Reading

Make = Callable[..., Reading]
Ends = tuple[date | None, date | None]


def dated(reading: Reading, *ranges: Ends) -> Reading:
    """The reading with one claim for each range of possible days."""
    claim = reading.claims[0]
    claims = tuple(
        dataclasses.replace(
            claim,
            when=DateSpan(certain=None, possible=DayRange(first=first, last=last), basis="then", reason="made by hand"),
        )
        for first, last in ranges
    )
    return dataclasses.replace(reading, claims=claims)


def day(year: int, month: int = 1) -> date:
    return date(year, month, 1)


def test_claims_stand_in_order_of_time_and_none_over_another(make_reading: Make) -> None:
    ranges = [
        (day(2010), day(2010, 12)),
        (day(2004), day(2004)),
        (day(2010, 6), day(2012)),
        (day(2011, 6), day(2011, 7)),
    ]
    line = time_line(dated(make_reading(), *ranges))
    assert line is not None
    assert [bar.number for bar in line.bars] == [2, 1, 3, 4]
    assert [bar.y for bar in line.bars[:2]] == [13, 13]
    for one in line.bars:
        for other in line.bars:
            assert one is other or one.y != other.y or one.end < other.x or other.end < one.x
    assert all(EDGE <= bar.x <= bar.end <= WIDTH - EDGE for bar in line.bars)
    assert [tick.words for tick in line.ticks] == [str(year) for year in range(2004, 2013)]


def test_an_open_end_is_a_stub_and_the_dot_stands_at_the_day_that_is_known(make_reading: Make) -> None:
    line = time_line(dated(make_reading(), (None, day(2010)), (day(2006), None), (day(2004), day(2012))))
    assert line is not None
    by_number = {bar.number: bar for bar in line.bars}
    assert by_number[1].dot == by_number[1].end == by_number[1].x + STUB
    assert by_number[2].dot == by_number[2].x == by_number[2].end - STUB
    assert [number for number, bar in by_number.items() if "open" in bar.style] == [2, 1]


def test_what_did_not_simply_happen_is_drawn_apart(make_reading: Make) -> None:
    reading = dated(make_reading(), (day(2010), day(2010)), (day(2011), day(2011)))
    planned = dataclasses.replace(reading.claims[0], modality="planned")
    line = time_line(dataclasses.replace(reading, claims=(planned, reading.claims[1])))
    assert line is not None
    assert ["unsure" in bar.style for bar in line.bars] == [True, False]


def test_within_a_year_the_axis_has_months(make_reading: Make) -> None:
    line = time_line(dated(make_reading(), (day(2010, 2), day(2010, 2)), (day(2010, 5), day(2010, 5))))
    assert line is not None
    assert [tick.words for tick in line.ticks] == ["2010-02", "2010-03", "2010-04", "2010-05"]


def test_what_finds_no_room_is_counted(make_reading: Make) -> None:
    line = time_line(dated(make_reading(), *[(day(2010), day(2011))] * (MOST_ROWS + 3)))
    assert line is not None
    assert (len(line.bars), line.left_out) == (MOST_ROWS, 3)


@pytest.mark.parametrize("ranges", [[], [(day(2010), day(2010))], [(None, None), (None, None)]])
def test_fewer_than_two_dated_claims_make_no_line(make_reading: Make, ranges: list[Ends]) -> None:
    assert time_line(dated(make_reading(), *ranges)) is None


def test_the_first_and_the_last_day_of_the_calendar_have_a_place(make_reading: Make) -> None:
    line = time_line(dated(make_reading(), (date.min, date.min), (date.max, date.max)))
    assert line is not None
    assert len(line.bars) == 2


def test_actors_of_several_claims_are_named_with_what_they_do_and_what_befalls_them(make_reading: Make) -> None:
    reading = make_reading()
    claim = reading.claims[0]
    turned = dataclasses.replace(claim, subject=claim.object, object=claim.subject)
    found = cast(dataclasses.replace(reading, claims=(claim, turned, claim)))
    assert [(member.does, member.befalls) for member in found] == [((1, 3), (2,)), ((2,), (1, 3))]
    assert found[0].name == "Idriss Kélé"
    assert cast(dataclasses.replace(reading, claims=(claim,))) == []


@pytest.mark.parametrize(
    ("kind", "colour"), [("leads", "tie"), ("AID", "cooperation"), ("THREATEN", "words"), ("ASSAULT", "force")]
)
def test_each_claim_has_the_colour_of_what_it_tells_of(make_reading: Make, kind: str, colour: str) -> None:
    claim: Claim = dataclasses.replace(make_reading().claims[0], type=kind)
    assert tone(claim) == colour
