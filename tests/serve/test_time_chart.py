"""Bars over time: no longer than what is said, and the surest on top."""

from datetime import date
from typing import Any

from dateline.model.date_span import DayRange
from dateline.model.fact import Party, Relation, Validity
from dateline.record.actor_rows import EventMonths
from dateline.serve.drawing.month_bars import bars_of
from dateline.serve.drawing.time_chart import Axis, axis_of, last_known_day, pieces_of

AXIS = Axis(first=date(2012, 1, 1), last=date(2012, 12, 31))


def party(name: str) -> Party:
    return Party(actor=name, name=name, kind="armed_group", country=None)


def relation(*stretches: Validity, **changed: Any) -> Relation:
    given: dict[str, Any] = {"type": "part_of", "modality": "actual", "status": "reported", "sources": 1, **changed}
    return Relation(
        id="x1",
        subject=party("Hill Brigade"),
        object=party("Reed Front"),
        place=None,
        roles=(),
        validity=stretches,
        evidence=(),
        disagreements=(),
        confidence=1.0,
        reason="",
        **given,
    )


def stretch(certain: tuple[date, date] | None, first: date | None, last: date | None) -> Validity:
    sure = DayRange(first=certain[0], last=certain[1]) if certain else None
    return Validity(certain=sure, possible=DayRange(first=first, last=last), ended_by=None)


MARCH, MAY, JULY = date(2012, 3, 1), date(2012, 5, 1), date(2012, 7, 1)


def test_open_ends_reach_the_edges_and_fade() -> None:
    pieces = pieces_of(relation(stretch((MARCH, MAY), None, None)), AXIS)
    assert [(one.look, one.opens) for one in pieces] == [("possible", "start"), ("presumed", "end"), ("certain", "")]
    assert pieces[0].x == 0
    assert round(pieces[1].x + pieces[1].width) == 100


def test_known_ends_are_where_they_are_said() -> None:
    (certain,) = pieces_of(relation(stretch((MARCH, MAY), MARCH, MAY)), AXIS)
    assert (certain.look, certain.x) == ("certain", AXIS.at(MARCH))
    (possible,) = pieces_of(relation(stretch(None, MARCH, JULY)), AXIS)
    assert (possible.look, possible.opens) == ("possible", "")


def test_the_surest_of_several_stretches_is_drawn_last() -> None:
    looks = [
        one.look
        for one in pieces_of(relation(stretch((MARCH, MARCH), None, MAY), stretch((JULY, JULY), None, None)), AXIS)
    ]
    assert looks == sorted(looks, key=["possible", "presumed", "certain"].index)


def test_what_is_done_once_is_a_mark_not_a_bar() -> None:
    *before, mark = pieces_of(relation(stretch((MAY, JULY), MARCH, None), type="split_from"), AXIS)
    assert (mark.look, mark.x) == ("done", AXIS.at(MAY))
    assert [one.look for one in before] == ["possible"]


def test_an_axis_holds_all_known_days_and_few_ticks() -> None:
    held = [relation(stretch((date(1990, 1, 1), date(2020, 1, 1)), None, None))]
    axis = axis_of(held)
    assert axis is not None
    assert axis.first < date(1990, 1, 1)
    assert axis.last > date(2020, 1, 1)
    assert 3 <= len(axis.ticks()) <= 10
    assert 3 <= len(AXIS.ticks()) <= 10
    assert last_known_day(held) == date(2020, 1, 1)
    assert axis_of([relation()]) is None


def test_the_ends_of_the_calendar_are_no_fault() -> None:
    held = [relation(stretch((date.min, date.max), None, None))]
    axis = axis_of(held)
    assert axis is not None
    assert pieces_of(held[0], axis)
    assert axis.ticks()


def test_events_of_many_years_are_drawn_by_year() -> None:
    months = EventMonths(
        months={date(2001, 5, 1): 2, date(2001, 6, 1): 1, date(2019, 1, 1): 1}, less_sharp=0, undated=0
    )
    bars = bars_of(months)
    assert bars is not None
    assert bars.unit == "year"
    assert [(one.words, one.events) for one in bars.bars] == [("2001", 3), ("2019", 1)]
    assert bars.bars[0].last == date(2001, 12, 31)
    assert bars_of(EventMonths(months={}, less_sharp=1, undated=0)) is None
