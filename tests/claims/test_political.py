from collections.abc import Callable

import pytest

from dateline.model import Reading


def event_types(reading: Reading) -> set[str]:
    return {claim.type for claim in reading.claims if claim.type.isupper()}


@pytest.mark.parametrize(
    "text",
    [
        "The president rejected the offer.",
        "The government's lawyers rejected the offer.",
        "The trade union rejected the offer of the government.",
        "Kenyan refugees rejected the offer.",
    ],
)
def test_a_political_actor_in_the_slots_their_words_or_their_clause_lets_a_claim_stand(
    read: Callable[..., Reading], text: str
) -> None:
    assert event_types(read(text)) == {"REJECT"}


@pytest.mark.parametrize(
    "text",
    [
        "The publisher rejected the offer.",
        "The club rejected the offer of a rival.",
        "The striker rejected the offer, though a minister had praised it.",
    ],
)
def test_clubs_firms_and_families_yield_nothing(read: Callable[..., Reading], text: str) -> None:
    assert "REJECT" not in event_types(read(text))


def test_a_title_before_a_name_makes_a_leader_wherever_the_person_is_named_again(read: Callable[..., Reading]) -> None:
    claims = read("President Karim Haddad spoke on Monday. Haddad rejected the offer.").claims
    assert "REJECT" in {claim.type for claim in claims}


def test_machines_act_for_their_owners(read: Callable[..., Reading]) -> None:
    claims = read("The army's bulldozers demolished forty homes.").claims
    assert [(claim.type, claim.mode) for claim in claims] == [("ASSAULT", "destroy")]


CONFLICT = " Rebel artillery shelled the garrison, militiamen ambushed a convoy of refugees, and troops fired mortars."


@pytest.mark.parametrize(
    ("text", "kind"),
    [("The two sides reached an accord.", "AGREE"), ("Talks opened on Monday.", "CONSULT")],
)
def test_in_a_report_plainly_about_conflict_both_sides_are_political(
    read: Callable[..., Reading], text: str, kind: str
) -> None:
    assert kind in event_types(read(text + CONFLICT))
    assert kind not in event_types(read(text))


def test_a_firm_stays_a_firm_in_a_report_about_conflict(read: Callable[..., Reading]) -> None:
    assert "AGREE" not in event_types(read("The company reached an accord with the bank." + CONFLICT))
