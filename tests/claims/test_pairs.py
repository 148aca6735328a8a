from collections.abc import Callable

import pytest

from dateline.model import Reading

Read = Callable[..., Reading]
Told = Callable[[str, str], list[tuple[str | None, str | None]]]


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


@pytest.mark.parametrize(
    "text",
    [
        "The Reed Front and the Lake Army agreed to a truce in May. The two clashed over a flour mill on Friday.",
        "The Reed Front and the Lake Army agreed to a truce in May. The two militias skirmished at the airfield.",
        "The Reed Front and the Lake Army blamed each other for the truce. Both skirmished at the airfield.",
    ],
)
def test_the_two_are_the_last_two_named_side_by_side(told: Told, text: str) -> None:
    assert told(text, "ASSAULT") == [("Reed Front", "Lake Army")]


def test_what_sides_do_to_each_other_has_both(told: Told) -> None:
    assert told("The army and the rebels blamed each other for the attack.", "ACCUSE") == [("army", "rebels")]
    assert told("The bishop and the imam visit each other despite the war.", "CONSULT") == [("bishop", "imam")]


def test_a_preposition_said_again_leads_to_a_second_one(told: Told) -> None:
    pairs = told("The consul of Algeria sat down with General Omar Tall and with Colonel Ali Sow.", "CONSULT")
    assert [other for _, other in pairs] == ["Omar Tall", "Ali Sow"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Armed men had requisitioned the villagers' tractors.", "villagers"),
        ("Soldiers pillaged the homes of families who had fled the fighting.", "families"),
        ("The depots of the Red Cross were looted by soldiers during the fighting.", "Red Cross"),
    ],
)
def test_looting_befalls_whoever_owns_what_is_taken(told: Told, text: str, owner: str) -> None:
    assert [whom for _, whom in told(text, "COERCE")] == [owner]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two factions, the Hill Militia and the Reed Brigade, merged in May.", "merged_with"),
        ("Two groups, the Hill Militia and the Reed Brigade, clashed near Gao.", "ASSAULT"),
    ],
)
def test_those_who_are_counted_are_those_who_are_named_behind(told: Told, text: str, kind: str) -> None:
    assert told(text, kind) == [("Hill Militia", "Reed Brigade")]
