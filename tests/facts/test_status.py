"""Status and sources of a fact."""

from typing import Any

import pytest

from dateline.facts.status import independent, modality_of, status_of


def told(make: Any, *publishers: str, **of: Any) -> list[Any]:
    return [
        make.told(make.claim(f"c{number}", report=f"r{number}", **of), make.report(f"r{number}", publisher=publisher))
        for number, publisher in enumerate(publishers, 1)
    ]


@pytest.mark.parametrize(
    ("publishers", "contradicted", "verdict", "status"),
    [
        (("A",), False, None, "reported"),
        (("A", "A"), False, None, "reported"),
        (("A", "B"), False, None, "corroborated"),
        (("A", "B"), True, None, "conflicting"),
        ((), False, None, "conflicting"),
        (("A",), True, "accepted", "accepted"),
        (("A", "B"), False, "rejected", "rejected"),
    ],
)
def test_a_verdict_goes_first_then_what_contradicts_then_the_sources(
    publishers: tuple[str, ...], contradicted: bool, verdict: Any, status: str, make: Any
) -> None:
    assert status_of(told(make, *publishers), contradicted=contradicted, verdict=verdict) == status


def test_a_claim_that_a_person_accepted_makes_the_fact_accepted(make: Any) -> None:
    assert status_of(told(make, "A", accepted=True), contradicted=True, verdict=None) == "accepted"


def test_sources_are_counted_once(make: Any) -> None:
    assert independent(told(make, "A", "A", "B")) == 2


def test_the_plainest_way_of_saying_it_counts(make: Any) -> None:
    alleged, actual = told(make, "A", modality="alleged"), told(make, "B")
    assert modality_of([*alleged, *actual]) == "actual"
    assert modality_of([*told(make, "A", modality="possible"), *alleged]) == "alleged"
    assert modality_of([]) == "actual"
