"""Who does it where the parser hung the subject elsewhere, and what is no event of its own."""

from collections.abc import Callable

import pytest

from dateline.model import Reading

Read = Callable[..., Reading]
Told = Callable[[str, str], list[tuple[str | None, str | None]]]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("On 13 May commandos shot two guerrillas in a cave.", "ASSAULT", ("commandos", "two guerrillas")),
        ("On 9 Sept rebels crossed the Kalia and killed four fishermen.", "ASSAULT", ("rebels", "four fishermen")),
        ("In 1991 government troops killed nine men.", "ASSAULT", ("government troops", "nine men")),
        ("In May rebels shot a priest in the valley.", "ASSAULT", ("rebels", "priest")),
        (
            "Two drivers were shot near the dam, police said, blaming the Reed Front.",
            "ACCUSE",
            ("police", "Reed Front"),
        ),
        (
            "The nurses were freed after Omar Tall, the governor, telephoned the rebel commander.",
            "CONSULT",
            ("Omar Tall", "rebel commander"),
        ),
        ("Fourteen villagers lay hacked to death on the beach.", "ASSAULT", (None, "Fourteen villagers")),
        ("The rebels withdrew on Monday, but shelling from the hills left six farmers dead.", "ASSAULT", (None, None)),
        ("Not a single group has claimed responsibility for the bombing of the inn.", "ASSAULT", (None, "inn")),
        ("A court jailed the colonel for the massacre of nine nuns.", "ASSAULT", ("colonel", "nine nuns")),
    ],
)
def test_who_does_it_is_found(told: Told, text: str, type_: str, expected: tuple[str | None, str | None]) -> None:
    assert expected in told(text, type_)


def test_further_wounded_are_no_attack_of_their_own(read: Read) -> None:
    text = "The bomb killed 15 people in the market and left 29 wounded."
    (attack,) = [claim for claim in read(text).claims if claim.type == "ASSAULT"]
    assert (attack.counts.killed, attack.counts.injured) != (None, None)


def test_a_protest_that_is_broken_up_took_place(read: Read) -> None:
    found = {claim.type for claim in read("Soldiers broke up a protest by students in Homs.").claims}
    assert {"PROTEST", "ASSAULT"} <= found


@pytest.mark.parametrize(
    "text",
    [
        "Goma: two teachers were shot dead by gunmen on Monday.",
        "Tumaco (Nariño): two teachers were shot dead by gunmen on Monday.",
    ],
)
def test_a_town_before_a_colon_says_nothing(read: Read, text: str) -> None:
    assert [claim.said_by for claim in read(text).claims if claim.type == "ASSAULT"] == [None]
