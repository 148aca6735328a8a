"""An actor out of its entities."""

from typing import Any

import pytest

from dateline.facts.actors import actor_of
from dateline.model.actor import Actor


@pytest.fixture(scope="module")
def actor(make: Any) -> Any:
    def of(*members: Any, parts: Any = None, backgrounds: Any = None, **background: Any) -> Actor:
        reports = {one.report: make.report(one.report) for one in members}
        known = {one.key: make.background(report=one.report, **background) for one in members}
        return actor_of(members, reports, {**known, **(backgrounds or {})}, parts or {})

    return of


def test_the_id_stays_when_later_reports_come(actor: Any, make: Any) -> None:
    first, later = make.entity("Ali Sow", report="r1"), make.entity("Col. Ali Sow", report="r2")
    assert actor(first).id == actor(first, later).id
    assert actor(first).id != actor(later).id
    assert len(actor(first).id) == 13


def test_the_id_is_made_of_the_name_and_not_of_the_number_that_a_reader_gave(actor: Any, make: Any) -> None:
    one, other = make.entity("Ali Sow", id="e1"), make.entity("Col. Ali Sow", id="e7")
    assert actor(one).id == actor(other).id
    assert actor(one, namesake=True).id != actor(other, namesake=True).id


def test_the_id_of_a_known_actor_is_that_of_the_actor_file(actor: Any, make: Any) -> None:
    known = make.entity("Boko Haram", report="r2", kind="armed_group", known="boko-haram")
    found = actor(make.entity("Boko Haram", kind="armed_group"), known)
    assert (found.id, found.known) == ("boko-haram", "boko-haram")


def test_the_display_name_is_the_most_used_and_of_those_the_longest(actor: Any, make: Any) -> None:
    members = [
        make.entity(*names, report=f"r{number}", kind="armed_group")
        for number, names in enumerate([("HIF",), ("Highland Front",), ("Highland Front", "HIF")])
    ]
    assert actor(*members).name == "Highland Front"
    assert [use.reports for use in actor(*members).names] == [2, 2]
    assert actor(*members[:1]).name == "HIF"
    assert actor(*members).names[1].first_report == "r0"


def test_a_person_is_not_shown_by_a_surname_while_a_full_name_is_known(actor: Any, make: Any) -> None:
    members = [make.entity("Sow", report=f"r{number}") for number in range(3)]
    assert actor(*members).name == "Sow"
    assert actor(*members, make.entity("Ali Sow", report="r9")).name == "Ali Sow"


def test_the_kind_and_country_are_those_that_most_reports_give(actor: Any, make: Any) -> None:
    kinds, countries = ["organisation", "armed_group", "armed_group"], ["ML", None, "NE"]
    members = [
        make.entity("Front Nord", report=f"r{number}", kind=kind, country=country)
        for number, (kind, country) in enumerate(zip(kinds, countries, strict=True))
    ]
    assert actor(*members).kind == "armed_group"
    assert actor(*members).country == "ML"
    assert actor(make.entity("Ali Sow")).country is None


def test_the_army_of_a_state_is_called_so_and_has_the_country_of_its_reports(actor: Any, make: Any) -> None:
    found = actor(make.entity(name="government troops", kind="military"), country="ML")
    assert (found.name, found.country) == ("army", "ML")


@pytest.mark.parametrize(
    ("fields", "office", "parts", "protection"),
    [
        ({"kind": "armed_group"}, False, {"victim"}, "public"),
        ({"known": "ali-sow"}, False, {"victim"}, "public"),
        ({"descriptions": ("a boy",)}, True, {"victim"}, "public"),
        ({"descriptions": ("a 12-year-old boy,",)}, False, {"victim", "speaker"}, "child"),
        ({}, False, {"victim", "speaker"}, "victim"),
        ({}, False, {"speaker"}, "witness"),
        ({}, False, set(), "private"),
    ],
)
def test_protection_goes_by_body_file_office_child_victim_witness(
    fields: dict[str, Any], office: bool, parts: set[str], protection: str, actor: Any, make: Any
) -> None:
    entity = make.entity("Ali Sow", **fields)
    found = actor(entity, office=office, parts={entity.key: frozenset(parts)})
    assert found.protection == protection
    assert found.protection_reason


def test_an_office_in_one_report_makes_a_person_public_in_all(actor: Any, make: Any) -> None:
    victim, official = make.entity("Ali Sow"), make.entity("Ali Sow", report="r2")
    backgrounds = {official.key: make.background(report="r2", office=True)}
    parts = {victim.key: frozenset({"victim"})}
    assert actor(victim, official, parts=parts, backgrounds=backgrounds).protection == "public"
    assert actor(victim, official, parts=parts).protection == "victim"
