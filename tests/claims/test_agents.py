from collections.abc import Callable

import pytest

from dateline.languages.load import language_data
from dateline.model import Reading


@pytest.mark.parametrize("example", language_data("agents")["examples"], ids=lambda example: example["text"])
def test_only_people_bodies_and_machines_act(read: Callable[..., Reading], example: dict[str, str | None]) -> None:
    assaults = [claim for claim in read(example["text"]).claims if claim.type == "ASSAULT"]
    if example["subject"] is None:
        assert not assaults
    else:
        assert assaults[0].subject is not None
        assert example["subject"] in assaults[0].subject.words


def test_a_weapon_acts_for_its_owner(read: Callable[..., Reading]) -> None:
    claim = next(c for c in read("Helicopters of the army bombed the rebels.").claims if c.type == "ASSAULT")
    assert claim.subject is not None
    assert claim.subject.words == "the army"


def test_a_band_is_known_by_the_name_it_is_called(read: Callable[..., Reading]) -> None:
    claims = read("Omar Tall, a former baker, heads a band called the River Watch.").claims
    assert [(c.type, c.object and c.object.name) for c in claims] == [("leads", "River Watch")]


def test_a_statement_speaks_for_those_who_issue_it(read: Callable[..., Reading]) -> None:
    reading = read("The Hill Front issued a statement demanding that the government free its leader.")
    claim = next(c for c in reading.claims if c.type == "REQUEST")
    assert claim.subject is not None
    assert claim.subject.name == "Hill Front"


@pytest.mark.parametrize(
    ("text", "subject", "object_"),
    [
        ("Israeli fire killed two farmers near the border.", "Israel", "two farmers"),
        ("Gunmen on motorbikes shot dead a radio reporter in Timbuktu.", "Gunmen", "radio reporter"),
        ("Soldiers shot dead nine protesters.", "Soldiers", "nine protesters"),
        ("Planes of the mission bombed rebel positions.", "mission", "rebels"),
        ("Soldiers shelled the rebels on Monday. Jets struck rebel camps near Timbuktu.", "Jets", "rebels"),
        ("Villagers attacked a health team.", "Villagers", "health team"),
        ("Rebels kidnapped two cooperantes.", "Rebels", "cooperantes"),
        ("Rebels stormed an army base near Timbuktu.", "Rebels", None),
        ("Rebels attacked a police post in Timbuktu, killing four officers.", "Rebels", "four officers"),
    ],
)
def test_who_is_hit_by_what(read, text, subject, object_):
    claim = [claim for claim in read(text).claims if claim.type == "ASSAULT"][-1]
    assert subject in claim.subject.name
    assert (object_ in claim.object.name) if object_ else claim.object is None


def test_an_ambush_in_which_soldiers_were_killed_is_one_event(read):
    claims = read("Rebels killed 20 soldiers in an ambush near Timbuktu.").claims
    assert [claim.type for claim in claims] == ["ASSAULT"]


def test_a_forest_fire_attacks_nobody(read):
    assert not read("A forest fire killed two firemen near Coimbra.").claims


def test_they_are_not_a_body_that_believes(read):
    text = "The rebels hold the north. Military intelligence believes that they have shot a guard."
    claim = next(claim for claim in read(text).claims if claim.type == "ASSAULT")
    assert claim.subject.name == "rebels"
