"""Items into events: none of two days or two places, whatever the order of looking."""

from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.facts.events.cluster import events_of
from dateline.facts.events.links import Link


def test_reports_of_one_deed_are_one_event(tell: Any, said: Any) -> None:
    assert tell(said(1), said(2), said(3)).groups == [["r1", "r2", "r3"]]


def test_no_event_stretches_over_days_that_only_a_third_report_links(tell: Any, said: Any) -> None:
    told = tell(said(1, on="2012-05-09"), said(2, on="2012-05-10", killed=3), said(3, on="2012-05-11", killed=3))
    assert set(told.links) == {("c2", "c3")}
    chain = tell(*(said(number, on=f"2012-05-{8 + number:02}", killed=3, subject="Front") for number in (1, 2, 3)))
    assert set(chain.links) == {("c1", "c2"), ("c2", "c3")}
    assert sorted(map(len, chain.groups)) == [1, 2]


def test_no_event_is_in_two_places_that_only_a_vague_report_links(tell: Any, said: Any, make: Any) -> None:
    sides = {"subject": "Front", "object": "Army"}
    kidal = make.place("Kidal", 18.44, 1.41)
    told = tell(said(1, **sides), said(2, place=None, **sides), said(3, place=kidal, **sides))
    assert len(told.groups) == 2
    assert ["r1", "r3"] not in told.groups


def test_two_events_of_one_report_are_never_joined_by_another_report(tell: Any, said: Any) -> None:
    one = said(1, name="c1", killed=3, subject="Front")
    other = said(1, name="c9", killed=3, subject="MNJ")
    told = tell(one, other, said(2, killed=3, subject=None))
    assert all(len(set(group)) == len(group) for group in told.groups)


def test_a_group_takes_in_an_item_that_at_least_half_of_it_is_linked_with(tell: Any, said: Any) -> None:
    items = tell(*(said(number) for number in range(1, 6))).items
    among = {pair: Link(6.0, "alike") for pair in combinations(("c1", "c2", "c3", "c4"), 2)}
    one = {**among, ("c4", "c5"): Link(4.0, "a little")}
    two = {**one, ("c3", "c5"): Link(4.0, "a little")}
    assert [len(group) for group, _ in events_of(items, one)] == [4, 1]
    assert [len(group) for group, _ in events_of(items, two)] == [5]


def test_the_strongest_links_go_first(tell: Any, said: Any) -> None:
    left = said(1, on="2012-05-08", killed=3)
    middle = said(2, on="2012-05-09", killed=3)
    right = said(3, on="2012-05-10", killed=3, subject="Front", object="Army")
    told = tell(left, middle, right, said(4, on="2012-05-09", killed=3, subject="Front", object="Army"))
    assert next(group for group in told.groups if "r2" in group) == ["r2", "r3", "r4"]


def test_people_join_what_nothing_links(tell: Any, said: Any) -> None:
    far = said(2, on="2012-08-01", place=None)
    assert tell(said(1), far).groups == [["r1"], ["r2"]]
    told = tell(said(1), far, same=[("c1", "c2")])
    assert told.groups == [["r1", "r2"]]
    assert told.events[0].reason.endswith("joined by a person")


def test_people_part_what_is_linked(tell: Any, said: Any) -> None:
    assert tell(said(1), said(2), apart=[("c1", "c2")]).groups == [["r1"], ["r2"]]


def test_what_people_parted_is_not_joined_by_way_of_a_third_report(tell: Any, said: Any) -> None:
    told = tell(said(1), said(2), said(3), apart=[("c1", "c2")])
    assert sorted(map(len, told.groups)) == [1, 2]
    assert not any({"r1", "r2"} <= set(group) for group in told.groups)


def test_families_and_countries_are_never_compared(tell: Any, said: Any, make: Any) -> None:
    arrest = said(2, kind="COERCE", mode="arrest")
    abroad = said(3, place=make.place("Gao", country="NE"))
    assert tell(said(1), arrest, abroad).links == {}


def test_what_is_planned_is_an_event_of_its_own(tell: Any, said: Any) -> None:
    told = tell(said(1), said(2, modality="planned"))
    assert told.groups == [["r1"], ["r2"]]
    assert told.events[1].reason == "announced by one report"


@given(order=st.permutations(range(7)))
@settings(max_examples=30, deadline=None)
def test_events_do_not_depend_on_the_order_of_looking(order: list[int], tell: Any, said: Any, make: Any) -> None:
    claims = [
        said(1),
        said(2, on="2012-05-10", killed=3),
        said(3, on="2012-05-11", killed=3, subject="Front"),
        said(4, place=None, subject="Front", object="Army"),
        said(5, place=make.place("Kidal", 18.44, 1.41)),
        said(6, on="2012-05-01/2012-05-10", killed=3),
        said(7, on=None, object="Army", subject="Front"),
    ]
    expected = tell(*claims)
    found = tell(*(claims[number] for number in order))
    assert found.groups == expected.groups
    assert found.events == expected.events
