"""How many, out of what several sources say."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.facts.events.tally import ranges_clash, tallies
from dateline.model.fact import Tally


@pytest.fixture(scope="module")
def told(make: Any) -> Any:
    """Claims of dead, each ``(publisher, killed)`` or ``(publisher, killed, day of May)``."""

    def of(*numbers: tuple[Any, ...]) -> list[Any]:
        found = []
        for number, (publisher, killed, *day) in enumerate(numbers, 1):
            report = make.report(f"r{number}", publisher=publisher, published=f"2012-05-{day[0] if day else 10}")
            found.append(make.told(make.claim(f"c{number}", report=report.id, killed=killed), report))
        return found

    return of


@pytest.fixture(scope="module")
def killed(told: Any) -> Any:
    return lambda *numbers: tallies(told(*numbers))[0]["killed"]


def test_the_only_source_is_taken_at_its_last_number(killed: Any) -> None:
    assert killed(("A", 3, 10), ("A", 5, 11)) == Tally(
        low=5, best=5, high=5, rule="the last number of the only source", claims=("c2",)
    )


def test_of_several_numbers_in_one_report_the_greatest_holds_the_parts(make: Any) -> None:
    report = make.report()
    claims = [make.claim(f"c{number}", order=0, killed=killed) for number, killed in ((1, 7), (2, 3))]
    assert tallies([make.told(claim, report) for claim in claims])[0]["killed"].best == 7


def test_the_number_of_most_sources_is_chosen(killed: Any) -> None:
    found = killed(("A", 3), ("B", 5), ("C", 3))
    assert (found.low, found.best, found.high, found.claims) == (3, 3, 5, ("c1", "c3"))
    assert found.rule == "said by 2 of 3 sources, the last number of each"


def test_where_no_number_has_more_sources_the_last_one_said_is_chosen(killed: Any) -> None:
    found = killed(("A", 3, 12), ("B", 5, 10))
    assert found.best == 3
    assert found.rule == "no number has more of the 2 sources than another; the last one said"


def test_twenty_reprints_do_not_outvote_two_sources(killed: Any) -> None:
    assert killed(*[("AFP", 3)] * 20, ("B", 5), ("C", 5)).best == 5


def test_what_has_no_upper_bound_leaves_the_top_open_only_where_it_is_the_top(killed: Any) -> None:
    assert killed(("A", (3, 3, None)), ("B", 5)).high == 5
    assert killed(("A", (5, 5, None)), ("B", 3)).high is None
    assert killed(("A", (2, 4, 9)), ("B", 5)).high == 9


def test_a_report_without_a_day_speaks_before_those_with_one(make: Any) -> None:
    undated, dated = make.report("r1", published=None, publisher="A"), make.report("r2", publisher="A")
    claims = [
        make.told(make.claim("c1", report="r1", killed=9), undated),
        make.told(make.claim("c2", report="r2", killed=3), dated),
    ]
    assert tallies(claims)[0]["killed"].best == 3


def test_where_sources_differ_all_who_say_each_number_are_kept(told: Any) -> None:
    (difference,) = tallies(told(("A", 3), ("B", 5), ("C", 3)))[1]
    assert difference.field == "killed"
    assert [(one.value, one.claims, one.said_by) for one in difference.versions] == [
        ("3", ("c1", "c3"), ("A", "C")),
        ("5", ("c2",), ("B",)),
    ]
    assert tallies(told(("A", 3), ("B", 3)))[1] == []


def test_each_thing_counted_has_a_tally_of_its_own_and_nothing_counted_has_none(make: Any) -> None:
    claim = make.claim(counts={"killed": 3, "injured": (4, 4, None)})
    assert set(tallies([make.told(claim)])[0]) == {"injured", "killed"}
    assert tallies([make.told(make.claim())]) == ({}, [])


@pytest.mark.parametrize(
    ("left", "right", "clash"),
    [(3, 5, True), (3, 3, False), ((2, 4, 6), 5, False), ((3, 3, None), 5, False), ((7, 7, None), 5, True)],
)
def test_ranges_with_nothing_in_common_clash(left: Any, right: Any, clash: bool, told: Any) -> None:
    assert ranges_clash(told(("A", left), ("B", right)), "killed") is clash


def test_a_source_does_not_clash_with_what_it_said_before(told: Any) -> None:
    assert not ranges_clash(told(("A", 3, 10), ("A", 9, 11)), "killed")
    assert not ranges_clash([], "killed")


_NUMBERS = st.lists(
    st.tuples(st.sampled_from("ABC"), st.integers(0, 50), st.integers(0, 20), st.booleans(), st.integers(10, 28)),
    min_size=1,
    max_size=8,
)


@given(numbers=_NUMBERS)
def test_low_best_and_high_are_always_in_order(numbers: list[tuple[Any, ...]], killed: Any) -> None:
    ranges = [
        (source, (best, best + more, None if is_open else best + 2 * more), day)
        for source, best, more, is_open, day in numbers
    ]
    found = killed(*ranges)
    assert found.low <= found.best
    assert found.high is None or found.best <= found.high
    assert found.claims
