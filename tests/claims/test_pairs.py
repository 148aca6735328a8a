from collections.abc import Callable

import pytest

from dateline.model import Reading

Read = Callable[..., Reading]


def pairs(reading: Reading, kind: str) -> list[tuple[str | None, str | None]]:
    return [
        (claim.subject.words if claim.subject else None, claim.object.words if claim.object else None)
        for claim in reading.claims
        if claim.type == kind
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The government and the rebels signed a ceasefire.", "AGREE"),
        ("The army and the militia clashed near the river.", "ASSAULT"),
        ("The president and the governor held talks in the capital.", "CONSULT"),
    ],
)
def test_two_sides_that_do_it_together_make_one_claim(read: Read, text: str, kind: str) -> None:
    found = pairs(read(text), kind)
    assert len(found) == 1
    assert None not in found[0]


def test_two_who_attack_a_third_stay_two_claims(read: Read) -> None:
    assert len(pairs(read("The army and the militia attacked the rebels."), "ASSAULT")) == 2


def test_a_bare_number_is_nobody_but_is_counted(read: Read) -> None:
    claim = next(claim for claim in read("Gunmen killed 37 in the village of Bako.").claims if claim.type == "ASSAULT")
    assert claim.object is None
    assert claim.counts.killed is not None
    assert claim.counts.killed.best == 37


def test_coordinated_verbs_share_the_object_that_follows_the_last(read: Read) -> None:
    claims = read("Rebels ambushed and killed the mayor.").claims
    assert all(claim.object and "mayor" in claim.object.words for claim in claims)
