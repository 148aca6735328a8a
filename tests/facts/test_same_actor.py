"""Entities of several reports into actors, and what needs a person to look."""

import itertools
from typing import Any

import pytest

from dateline.facts.actor_keys import Key
from dateline.facts.same_actor import SURE, Resolved

FRONT = "Northern Front"


@pytest.fixture(scope="module")
def together(make: Any) -> Any:
    """``together((names, background, entity fields), …)``: the verdict on each pair of entities of reports r1, r2, …"""

    def of(*given: tuple[Any, ...], **more: Any) -> Resolved:
        entities = []
        for number, (names, *rest) in enumerate(given, 1):
            background, fields = ({**one} for one in (*rest, *[{}] * (2 - len(rest))))
            report = f"r{number}"
            held = (names,) if isinstance(names, str) else names
            entity = make.entity(*held, report=report, **fields)
            entities.append((entity, make.background(**{"report": report, **background})))
        return make.resolved(*entities, **more)  # type: ignore[no-any-return]

    return of


def groups(resolved: Resolved) -> list[list[str]]:
    return [[entity.report for entity in group] for group in resolved.groups]


def verdict(resolved: Resolved) -> str | None:
    """The best of the verdicts on the first two entities."""
    found = {one.verdict for one in resolved.judgements if {one.left[0], one.right[0]} == {"r1", "r2"}}
    return next((one for one in ("sure", "maybe") if one in found), None)


ARMED = {"kind": "armed_group"}


def test_a_body_is_one_by_its_name_in_any_country(together: Any) -> None:
    resolved = together((FRONT, {"country": "ML"}, ARMED), (f"the {FRONT}", {"country": "NE"}, ARMED))
    assert groups(resolved) == [["r1", "r2"]]
    assert resolved.judgements[0].reason == "both are called 'the Northern Front'"


@pytest.mark.parametrize(
    ("name", "countries", "joined"),
    [("MNJ", ("NE", "NE"), True), ("MNJ", ("NE", "ML"), False), ("MNLA", ("NE", "ML"), True)],
)
def test_a_short_acronym_joins_within_a_country_and_a_long_one_anywhere(
    name: str, countries: tuple[str, str], joined: bool, together: Any
) -> None:
    resolved = together(*((name, {"country": country}, ARMED) for country in countries))
    assert (len(resolved.groups) == 1) is joined


def test_an_acronym_is_the_only_body_of_the_country_with_these_initials(together: Any) -> None:
    resolved = together(("HIF", {}, ARMED), ("Highland Independence Front", {}, ARMED))
    assert groups(resolved) == [["r1", "r2"]]
    assert "the name with these initials" in resolved.judgements[0].reason


def test_an_acronym_that_two_bodies_fit_or_of_another_country_needs_a_person(together: Any) -> None:
    two = together(
        ("HIF", {}, ARMED), ("Highland Independence Front", {}, ARMED), ("Homeland Islamic Force", {}, ARMED)
    )
    abroad = together(("HIF", {"country": "ML"}, ARMED), ("Highland Independence Front", {"country": "CO"}, ARMED))
    assert groups(two) == [["r1"], ["r2"], ["r3"]]
    assert verdict(two) == verdict(abroad) == "maybe"


def test_names_of_bodies_spelt_alike_are_one_in_one_country(together: Any) -> None:
    here = together(("Jamaat Nusra", {}, ARMED), ("Jama'at Nosra", {}, ARMED))
    abroad = together(("Jamaat Nusra", {"country": "ML"}, ARMED), ("Jamaat Nosra", {"country": "YE"}, ARMED))
    assert verdict(here) == "sure"
    assert verdict(abroad) == "maybe"


def test_the_army_of_one_country_is_one_and_of_two_is_two(together: Any) -> None:
    army = {"kind": "military", "name": "the army"}
    same = together(((), {"country": "ML"}, army), ((), {"country": "ML"}, {**army, "name": "government troops"}))
    other = together(((), {"country": "ML"}, army), ((), {"country": "NE"}, army))
    nowhere = together(((), {"country": None}, army), ((), {"country": None}, army))
    assert (len(same.groups), len(other.groups), len(nowhere.groups)) == (1, 2, 2)


def test_two_people_are_never_one_on_a_name_alone(together: Any) -> None:
    resolved = together(("Ali Sow", {}), ("Ali Sow", {}))
    assert groups(resolved) == [["r1"], ["r2"]]
    assert {one.verdict for one in resolved.judgements} == {"maybe"}


def test_a_name_with_an_office_in_one_country_is_one_person(together: Any) -> None:
    resolved = together(("Ali Sow", {"office": True}), ("Col. Ali Sow", {"office": True}))
    assert groups(resolved) == [["r1", "r2"]]
    assert "with an office or rank" in resolved.judgements[0].reason


def test_a_name_with_an_office_in_two_countries_is_two_people(together: Any) -> None:
    resolved = together(("Ali Sow", {"office": True, "country": "ML"}), ("Ali Sow", {"office": True, "country": "TD"}))
    assert len(resolved.groups) == 2


def test_a_name_of_one_body_is_one_person_in_any_country(together: Any) -> None:
    of = {"bodies": [FRONT], "office": True}
    assert groups(together(("Ali Sow", {**of, "country": "ML"}), ("Ali Sow", {**of, "country": None}))) == [
        ["r1", "r2"]
    ]


def test_a_surname_alone_is_the_one_person_of_the_body_who_bears_it(together: Any) -> None:
    of = {"bodies": [FRONT], "office": True}
    resolved = together(("Ali Sow", of), ("Sow", of))
    assert groups(resolved) == [["r1", "r2"]]


def test_a_surname_alone_that_several_of_the_body_bear_needs_a_person(together: Any) -> None:
    of = {"bodies": [FRONT], "office": True}
    resolved = together(("Ali Sow", of), ("Sow", of), ("Moussa Sow", of))
    assert groups(resolved) == [["r1"], ["r2"], ["r3"]]
    assert verdict(resolved) == "maybe"


def test_a_surname_alone_of_another_body_is_somebody_else(together: Any) -> None:
    resolved = together(("Ali Sow", {"bodies": [FRONT], "office": True}), ("Sow", {"bodies": ["MNJ"], "office": True}))
    assert (groups(resolved), resolved.judgements) == ([["r1"], ["r2"]], ())


def test_a_name_beside_the_body_that_it_is_of_elsewhere_is_one_person(together: Any) -> None:
    leader = {"bodies": [FRONT], "office": True}
    beside = {"around": [FRONT], "office": True, "country": None}
    assert verdict(together(("Belmoktar", leader), ("Belmoktar", beside))) == "sure"
    assert verdict(together(("Belmoktar", leader), ("Belmoktar", {**beside, "office": False}))) == "maybe"


def test_two_spellings_of_a_name_with_an_office_in_one_country_are_one_person(together: Any) -> None:
    office = {"office": True}
    resolved = together(("Mohamed al-Noor", office), ("Muhammad an-Nur", office))
    assert groups(resolved) == [["r1", "r2"]]
    assert "spelt alike" in resolved.judgements[0].reason


def test_two_spellings_without_an_office_are_two_people(together: Any) -> None:
    assert len(together(("Mohamed al-Noor", {}), ("Muhammad an-Nur", {})).groups) == 2


def test_a_victim_who_bears_the_name_of_an_official_is_somebody_else(together: Any, make: Any) -> None:
    parts = {("r2", "Ali Sow"): frozenset({"victim"})}
    resolved = together(("Ali Sow", {"office": True, "bodies": [FRONT]}), ("Ali Sow", {"around": [FRONT]}), parts=parts)
    assert groups(resolved) == [["r1"], ["r2"]]
    assert verdict(resolved) == "maybe"


def test_a_witness_who_is_described_is_somebody_else_than_the_official_of_the_name(together: Any) -> None:
    witness = {"descriptions": ("a teacher",)}
    resolved = together(("Ali Sow", {"office": True}), ("Ali Sow", {}, witness))
    assert groups(resolved) == [["r1"], ["r2"]]


def test_copies_of_one_report_name_one_person(together: Any) -> None:
    assert groups(together(("Ali Sow", {"cluster": "k"}), ("Ali Sow", {"cluster": "k"}))) == [["r1", "r2"]]


def test_a_person_and_a_body_of_one_name_are_never_compared(together: Any) -> None:
    assert together(("Ali Sow", {}), ("Ali Sow", {}, ARMED)).judgements == ()


def test_known_actors_are_never_merged_with_each_other(together: Any) -> None:
    left, right = ({"known": one, "kind": "armed_group"} for one in ("front-a", "front-b"))
    resolved = together((FRONT, {}, left), (FRONT, {}, right), (FRONT, {}, left))
    assert groups(resolved) == [["r1", "r3"], ["r2"]]


def test_a_key_that_a_person_forces_joins_whatever_else_is_said(together: Any) -> None:
    key = Key("decision:4", 1.0, "joined by Ann")
    forced = {("r1", "Ali Sow"): [key], ("r2", "Moussa Traore"): [key]}
    resolved = together(("Ali Sow", {}), ("Moussa Traore", {"country": "TD"}), forced=forced)
    assert groups(resolved) == [["r1", "r2"]]
    assert (resolved.judgements[0].decision, resolved.judgements[0].reason) == (4, "joined by Ann")


def test_groups_and_judgements_do_not_depend_on_the_order_of_adding_but_for_who_comes_first(make: Any) -> None:
    of = {"bodies": [FRONT], "office": True}
    held = [
        (make.entity("Ali Sow", report="r1"), make.background(report="r1", **of)),
        (make.entity("Sow", report="r2"), make.background(report="r2", **of)),
        (make.entity("Col. Ali Sow", report="r3"), make.background(report="r3", office=True)),
        (make.entity("Ali Sow", report="r4"), make.background(report="r4")),
        (make.entity("Aly Saw", report="r5"), make.background(report="r5", office=True)),
    ]
    found = set()
    for order in itertools.permutations(held):
        resolved = make.resolved(*order)
        found.add(frozenset(frozenset(entity.report for entity in group) for group in resolved.groups))
    assert found == {frozenset(map(frozenset, (["r1", "r2", "r3"], ["r4"], ["r5"])))}


def test_every_judgement_has_a_reason_and_a_score_that_fits_its_verdict(together: Any) -> None:
    office = {"office": True, "bodies": [FRONT]}
    resolved = together(("Ali Sow", office), ("Sow", office), ("Ali Sow", {}), ("Aly Sow", {"office": True}))
    assert resolved.judgements
    for one in resolved.judgements:
        assert one.reason
        assert (one.score >= SURE) == (one.verdict == "sure")
