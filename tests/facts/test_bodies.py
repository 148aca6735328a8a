"""Names that look like persons' and are bodies', told by other reports."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest

from dateline.facts.bodies import BODY, OPEN, PERSON, take_for_bodies
from dateline.facts.inputs import EntityIn

NAME = "los halcones"


@dataclass
class OnePage:
    entities: dict[str, EntityIn]


@dataclass
class SmallDesk:
    """A desk of a few reports, and a shelf that holds keys of others."""

    reports: dict[str, OnePage]
    held: dict[str, list[str]] = field(default_factory=dict)
    """Reports by key, as the shelf has them."""

    @property
    def shelf(self) -> "SmallDesk":
        return self

    def pages(self, ids: frozenset[str] | None) -> dict[str, OnePage]:
        return {one: page for one, page in self.reports.items() if ids is None or one in ids}

    def holders(self, keys: Iterable[str]) -> set[tuple[str, str]]:
        return {(report, "e1") for key in keys for report in self.held.get(key, ())}

    def holders_counted(self, keys: Iterable[str]) -> dict[str, int]:
        return {key: len(self.held[key]) for key in keys if key in self.held}

    def keys_held(self, ids: frozenset[str]) -> dict[str, int]:
        return {key: sum(one in ids for one in reports) for key, reports in self.held.items()}


@pytest.fixture(scope="module")
def desk(make: Any) -> Any:
    """A desk of so many reports with the name as a body, as a possible body, as somebody described."""

    def of(bodies: int, possible: int, persons: int, **more: Any) -> SmallDesk:
        fields = [{"kind": "organisation"}] * bodies + [{}] * possible + [{"descriptions": ("a teacher",)}] * persons
        reports = {
            f"r{number}": OnePage({"e1": make.entity("Los Halcones", report=f"r{number}", id="e1", **one)})
            for number, one in enumerate(fields)
        }
        return SmallDesk(reports, **more)

    return of


def taken(desk: SmallDesk) -> int:
    return sum(one.entities["e1"].taken_for_body for one in desk.reports.values())


@pytest.mark.parametrize(
    ("bodies", "possible", "persons", "expected"),
    [(1, 3, 0, 3), (1, 5, 0, 5), (1, 6, 0, 0), (2, 6, 1, 6), (1, 3, 1, 0), (0, 4, 0, 0)],
)
def test_a_possible_body_is_one_when_enough_of_the_name_are_and_fewer_are_persons(
    bodies: int, possible: int, persons: int, expected: int, desk: Any
) -> None:
    made = desk(bodies, possible, persons)
    assert take_for_bodies(made, None) is None
    assert taken(made) == expected


def test_what_is_taken_for_a_body_is_an_organisation_and_a_described_person_never_is(desk: Any) -> None:
    made = desk(2, 1, 1)
    take_for_bodies(made, None)
    assert [page.entities["e1"].kind for page in made.reports.values()] == [
        "organisation",
        "organisation",
        "organisation",
        "person",
    ]


def test_bodies_of_reports_that_are_not_looked_at_count_too(desk: Any) -> None:
    made = desk(0, 1, 0, held={f"{BODY}{NAME}": ["r8"]})
    assert take_for_bodies(made, frozenset({"r0"})) == {"r0"}
    assert taken(made) == 1


def test_persons_of_reports_that_are_not_looked_at_count_too(desk: Any) -> None:
    made = desk(0, 1, 0, held={f"{BODY}{NAME}": ["r8"], f"{PERSON}{NAME}": ["r9"]})
    take_for_bodies(made, frozenset({"r0"}))
    assert taken(made) == 0


def test_a_report_that_tips_the_scales_reaches_all_possible_bodies_of_the_name(desk: Any) -> None:
    made = desk(1, 2, 0, held={f"{OPEN}{NAME}": ["r1", "r2"]})
    assert take_for_bodies(made, frozenset({"r0"})) == {"r0", "r1", "r2"}
    assert taken(made) == 2


def test_a_report_that_tips_nothing_reaches_no_other(desk: Any) -> None:
    made = desk(1, 2, 0, held={f"{OPEN}{NAME}": ["r1", "r2"], f"{BODY}{NAME}": ["r7", "r8"]})
    assert take_for_bodies(made, frozenset({"r0"})) == {"r0"}
