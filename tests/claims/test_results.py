"""An attack and its toll are one claim, however the sentence joins them."""

from collections.abc import Callable

import pytest

from dateline.model import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "subject", "object_"),
    [
        ("Nine herders died in a raid by the militia.", "militia", "herders"),
        ("Two nurses were killed when a grenade exploded in the clinic.", None, "nurses"),
        ("Clashes between the army and the rebels left forty people dead.", "army", "rebels"),
    ],
)
def test_the_dead_and_the_attack_they_died_in_are_one_claim(
    read: Read, text: str, subject: str | None, object_: str
) -> None:
    claims = [claim for claim in read(text).claims if claim.type == "ASSAULT"]
    assert len({claim.object.words for claim in claims if claim.object}) == 1
    assert claims[0].object is not None
    assert object_ in claims[0].object.words
    assert (claims[0].subject is None) == (subject is None)


def test_two_attacks_by_two_sides_stay_two_claims(read: Read) -> None:
    claims = read("Soldiers killed two farmers during a raid by the rebels.").claims
    assert {claim.subject.words for claim in claims if claim.subject} >= {"Soldiers", "the rebels"}
