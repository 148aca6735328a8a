"""Whether two reports tell of one event: each point for and against."""

from datetime import date
from typing import Any

import pytest

from dateline.facts.events.items import Item, Who, Window
from dateline.facts.events.links import LINKED, Link, link

NOBODY = Who(actors=frozenset(), kinds=frozenset())
GAO = {"place": True}


@pytest.fixture(scope="module")
def item(make: Any) -> Any:
    def of(report: str, days: str | None = "2012-05-09", **of: Any) -> Item:
        span = make.days(days)
        kind = of.pop("kind", "dated")
        sides = {
            side: Who(actors=frozenset(of.pop(side, ())), kinds=frozenset(of.pop(f"{side}_kinds", ())))
            for side in ("subject", "object")
        }
        fields = {"cluster": report, "place": None, "modes": frozenset(), "killed": None, **sides, **of}
        fields["modes"] = frozenset(fields["modes"])
        return Item(
            id=f"c_{report}",
            report=report,
            order=(int(report[1:]), 0),
            published=date(2012, 5, 10),
            family="violence",
            claims=(),
            window=Window(first=span.first, last=span.last, kind=kind) if span else None,
            country="ML",
            **fields,
        )

    return of


@pytest.fixture(scope="module")
def points(item: Any, make: Any) -> Any:
    """The points of two items that share day and place, with more said of each; None when they are not linked."""

    def of(left: dict[str, Any], right: dict[str, Any]) -> Any:
        here = {"place": make.place()}
        found: Link | None = link(item("r1", **{**here, **left}), item("r2", **{**here, **right}))
        return found.points if found else None

    return of


def test_the_same_day_in_the_same_place_is_one_event(item: Any, make: Any) -> None:
    here = {"place": make.place()}
    assert link(item("r1", **here), item("r2", **here)) == Link(4.5, "the same day, the same place")


def test_items_of_one_report_and_items_without_days_are_never_linked(item: Any, make: Any) -> None:
    here = {"place": make.place(), "subject": ["Front"], "object": ["Army"]}
    assert link(item("r1", **here), item("r1", **here)) is None
    assert link(item("r1", None, **here), item("r2", **here)) is None


def test_a_place_and_a_deed_or_a_day_alone_are_too_little(item: Any) -> None:
    assert link(item("r1"), item("r2")) is None
    assert link(item("r1", modes=["raid"]), item("r2", modes=["raid"])) is None


def test_the_same_parties_on_the_same_day_are_one_event_without_a_place(item: Any) -> None:
    sides = {"subject": ["Front"], "object": ["Army"]}
    found = link(item("r1", **sides), item("r2", **sides))
    assert found == Link(5.0, "the same day, the same on who did it, the same on whom it was done to")


YEAR = "2012-01-01/2012-12-31"


@pytest.mark.parametrize(
    ("left", "right", "linked"),
    [
        ("2012-05-09", "2012-05-10", True),
        ("2012-05-09", "2012-05-11", False),
        ("2012-05-01/2012-05-09", "2012-05-10", False),
        ("2012-05-01/2012-05-09", "2012-05-04", True),
        (YEAR, "2012-05-04", False),
        (YEAR, YEAR, True),
    ],
)
def test_days_must_agree_and_sharp_ones_may_be_one_day_apart(
    left: str, right: str, linked: bool, item: Any, make: Any
) -> None:
    told = {"place": make.place(), "killed": 7, "modes": ["raid"]}
    one, other = (
        item(report, days, kind="vague" if days == YEAR else "dated", **told)
        for report, days in (("r1", left), ("r2", right))
    )
    assert (link(one, other) is not None) is linked


def test_one_day_apart_says_less_than_the_same_day(points: Any) -> None:
    told = {"killed": 7, "modes": ["raid"]}
    assert points(told, told) - points({**told, "days": "2012-05-10"}, told) == pytest.approx(1.7)


def test_two_places_are_two_events_whatever_else_is_alike(points: Any, make: Any) -> None:
    told = {"killed": 7, "modes": ["raid"], "subject": ["Front"], "object": ["Army"], "cluster": "k"}
    assert points(told, {**told, "place": make.place("Kidal", 18.44, 1.41)}) is None


def test_a_vague_place_says_little(points: Any, make: Any) -> None:
    region = make.place("Gao Region", precision="admin1", radius_km=300.0)
    told = {"subject": ["Front"], "object": ["Army"]}
    assert points(told, told) - points({**told, "place": region}, told) == pytest.approx(1.8)
    assert points({**told, "place": None}, told) == pytest.approx(5.0)


def test_kinds_of_deed_count_for_and_against(points: Any) -> None:
    base = points({}, {})
    assert points({"modes": ["raid"]}, {"modes": ["raid"]}) == base + 1.0
    assert points({"modes": ["raid"]}, {"modes": ["explosives"]}) == base
    assert points({"modes": ["ambush"]}, {"modes": ["aerial"]}) is None


def test_parties_count_for_and_against(points: Any) -> None:
    base = points({}, {})
    assert points({"subject": ["Front"]}, {"subject": ["Front"]}) == base + 1.5
    assert points({"subject": ["Front"]}, {"subject": ["MNJ"]}) is None
    assert points({"subject": ["Front"], "killed": 7}, {"subject": ["MNJ"], "killed": 7}) == base + 1.5 - 1.0
    assert points({"object": ["Ali"], "killed": 7}, {"object": ["Awa"], "killed": 7}) is not None
    assert points({"subject_kinds": ["military"]}, {"subject_kinds": ["military"]}) == base + 0.4


@pytest.mark.parametrize(
    ("left", "right", "more"), [(7, 7, 1.5), (1, 1, 0.5), (0, 0, 0.5), (4, 8, 0.0), (7, None, 0.0)]
)
def test_tolls_count_when_they_agree(left: int, right: int | None, more: float, points: Any) -> None:
    assert points({"killed": left}, {"killed": right}) == pytest.approx(points({}, {}) + more)


def test_tolls_far_apart_count_against(points: Any) -> None:
    raid = {"modes": ["raid"]}
    assert points({**raid, "killed": 3}, {**raid, "killed": 30}) == pytest.approx(points(raid, raid) - 1.0)


def test_copies_of_one_report_tell_of_one_event(item: Any) -> None:
    found = link(item("r1", cluster="k"), item("r2", cluster="k"))
    assert found is not None
    assert "copies of one report" in found.reason


def test_a_link_is_mutual_and_never_weaker_than_the_threshold(item: Any, make: Any) -> None:
    held = [
        item("r1", place=make.place(), killed=3),
        item("r2", "2012-05-08/2012-05-10", place=make.place(), killed=5),
        item("r3", "2012-05-10", subject=["Front"], object=["Army"], modes=["raid"], killed=3),
    ]
    for left in held:
        for right in held:
            found = link(left, right)
            assert found == link(right, left)
            assert found is None or found.points >= LINKED


def test_a_town_and_the_province_of_its_name_speak_for_one_place_and_two_names_hardly(item: Any, make: Any) -> None:
    town = make.place()
    province = make.place(precision="province", radius_km=300.0)
    of_another_name = make.place("Azawad", precision="province", radius_km=300.0)
    raid = {"modes": ["raid"], "killed": 3}
    one, other = (
        link(item("r1", place=town, **raid), item("r2", place=place, **raid)) for place in (province, of_another_name)
    )
    assert one is not None
    assert other is not None
    assert "a place of one name" in one.reason
    assert one.points == pytest.approx(other.points + 1.3)
