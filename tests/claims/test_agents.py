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
