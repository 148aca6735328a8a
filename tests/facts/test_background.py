"""What the claims of a report say of its entities."""

from typing import Any

import pytest

from dateline.facts.background import backgrounds_of, bodies_among, namesakes_among, parts_of, scene_of


def test_a_report_is_set_in_the_country_of_most_of_its_places(make: Any) -> None:
    claims = [make.claim(f"c{number}", place=make.place(country=country)) for number, country in enumerate("ABA")]
    assert scene_of(claims, []).country == "A"


def test_a_report_with_two_countries_alike_often_is_set_where_most_of_its_bodies_are(make: Any) -> None:
    claims = [make.claim("c1", place=make.place(country="ML")), make.claim("c2", place=make.place(country="NE"))]
    bodies = [make.entity("Army", kind="military", country="NE")]
    assert scene_of(claims, bodies).country == "NE"
    assert scene_of(claims, []).country is None
    assert scene_of([], []).country is None


def test_actors_of_the_actor_file_do_not_say_where_a_report_is_set(make: Any) -> None:
    assert scene_of([], [make.entity("UN", kind="intergovernmental", country="US", known="un")]).country is None


@pytest.fixture
def background(make: Any) -> Any:
    """The background of the first entity, with "Northern Front" as the one body of the record."""

    def of(entities: Any, claims: Any, **more: Any) -> Any:
        actors = {("r1", "Northern Front"): "a_front"}
        found = backgrounds_of(entities, claims, scene=scene_of([], []), cluster="r1", actors=actors, **more)
        return found[entities[0].key]

    return of


def leads(make: Any, **of: Any) -> Any:
    return make.claim(kind="leads", subject="Ali Sow", object="Northern Front", **of)


def test_whoever_leads_or_belongs_to_a_body_is_of_it_and_holds_an_office(make: Any, background: Any) -> None:
    person = make.entity("Ali Sow")
    found = background([person], [leads(make)])
    assert (found.bodies, found.holds_office) == ({"a_front"}, True)
    member = make.claim(kind="member_of", subject="Ali Sow", object="Northern Front")
    assert background([person], [member]).bodies == {"a_front"}


def test_a_role_is_an_office_even_in_a_body_that_the_record_has_not(make: Any, background: Any) -> None:
    person = make.entity("Ali Sow")
    member = make.claim(kind="member_of", subject="Ali Sow", object="a militia", role="spokesman")
    assert background([person], [member]).holds_office
    assert not background([person], [make.claim(kind="member_of", subject="Ali Sow", object="a militia")]).holds_office


def test_what_is_only_alleged_or_planned_makes_nobody_an_official(make: Any, background: Any) -> None:
    found = background([make.entity("Ali Sow")], [leads(make, modality="planned")])
    assert (found.bodies, found.holds_office) == (frozenset(), False)


@pytest.mark.parametrize(
    ("names", "descriptions", "office"),
    [
        (("Col. Ali Sow",), (), True),
        (("Mr Ali Sow",), (), False),
        (("Ali Sow",), ("the defence minister",), True),
        (("Ali Sow",), ("a teacher",), False),
        (("Ali Sow",), ("a student", "the minister"), False),
        (("Ali Sow",), (), False),
    ],
)
def test_an_office_is_read_off_titles_and_descriptions_unless_they_are_of_two_people(
    names: tuple[str, ...], descriptions: tuple[str, ...], office: bool, make: Any, background: Any
) -> None:
    assert background([make.entity(*names, descriptions=descriptions)], []).holds_office is office


def test_aliases_that_claims_give_are_kept_for_bodies_alone(make: Any, background: Any) -> None:
    alias = make.claim(kind="alias_of", subject="Northern Front", object="NF")
    denied = make.claim(kind="alias_of", subject="Northern Front", object="XY", polarity="negated")
    assert background([make.entity("Northern Front", kind="armed_group")], [alias, denied]).aliases == ("NF",)
    of_person = make.claim(kind="alias_of", subject="Ali Sow", object="Abu Nur")
    assert background([make.entity("Ali Sow")], [of_person]).aliases == ()


def test_people_are_placed_beside_the_groups_that_the_report_names(make: Any, background: Any) -> None:
    front, person = make.entity("Northern Front", kind="armed_group"), make.entity("Ali Sow")
    assert background([person, front], [], bodies_named=[front.key]).around == {"a_front"}
    assert background([front, person], [], bodies_named=[front.key]).around == frozenset()


def test_entities_of_one_name_in_a_report_are_namesakes(make: Any, background: Any) -> None:
    one, other = make.entity("Ali Sow", id="e1"), make.entity("Gen. Ali Sow", "Sow", id="e2")
    assert namesakes_among([one, other, make.entity("Moussa Sow", id="e3")]) == {one.key, other.key}
    assert background([one], [], namesakes={one.key}).namesake


def test_whoever_others_lead_belong_to_or_call_by_an_acronym_is_a_body(make: Any) -> None:
    led, called, plain = make.entity("Los Halcones"), make.entity("Ansar Dine", "AD"), make.entity("Moussa Traore")
    entities = {one.id: one for one in (led, called, plain)}
    claim = make.claim(kind="leads", subject="Moussa Traore", object="Los Halcones")
    found = bodies_among(entities, [claim])
    assert set(found) == {"Los Halcones", "Ansar Dine"}
    assert {one.kind for one in found.values()} == {"organisation"}


def test_an_outlet_of_the_report_is_a_body_and_a_denial_makes_none(make: Any) -> None:
    entities = {"Radio Kayira": make.entity("Radio Kayira"), "Los Halcones": make.entity("Los Halcones")}
    denied = make.claim(kind="leads", subject="Ali Sow", object="Los Halcones", polarity="negated")
    assert set(bodies_among(entities, [denied], ["Radio Kayira", None])) == {"Radio Kayira"}


def test_somebody_described_or_cut_to_a_surname_is_no_body_whatever_claims_say(make: Any) -> None:
    entities = {"Los Halcones": make.entity("Los Halcones", "Halcones")}
    claim = make.claim(kind="leads", subject="Ali Sow", object="Los Halcones")
    assert bodies_among(entities, [claim]) == {}


def test_claims_make_victims_and_speakers(make: Any) -> None:
    claims = [
        make.claim("c1", "ASSAULT", object="Ali Sow", said_by="Awa Ba"),
        make.claim("c2", "AID", object="Issa Keita"),
        make.claim("c3", "COERCE", object="Awa Ba"),
    ]
    assert parts_of(claims) == {("r1", "Ali Sow"): {"victim"}, ("r1", "Awa Ba"): {"speaker", "victim"}}
