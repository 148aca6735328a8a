"""Who holds an office that stands beside a name."""

from collections.abc import Callable

import pytest

from dateline.model import Reading

Told = Callable[[str, str], list[tuple[str | None, str | None]]]


@pytest.mark.parametrize(
    "text",
    [
        "The Dawn Front rejected the truce that its emir, Sheikh Omar Tall, had signed in October.",
        "The Dawn Front was shelled after the arrest of its boss, Omar Tall, in the capital.",
        "The Dawn Front, whose chief is Omar Tall, fled.",
        "The Dawn Front fled. One of its leaders, Omar Tall, was killed.",
        "The army killed a local commander of the Dawn Front, Omar Tall.",
        "The Dawn Front fled. Its secretary-general, Omar Tall, warned of revenge.",
    ],
)
def test_an_office_printed_beside_a_name_is_held_by_whoever_bears_it(told: Told, text: str) -> None:
    ((leader, group),) = told(text, "leads")
    assert (leader or "").endswith("Omar Tall")
    assert group == "Dawn Front"


def test_who_introduces_somebody_is_the_report_and_not_who_is_quoted(read: Callable[..., Reading]) -> None:
    reading = read("Police said the leader of the Dawn Front, Omar Tall, had killed two soldiers.")
    said_by = {claim.type: claim.said_by and claim.said_by.name for claim in reading.claims}
    assert said_by["leads"] is None
    assert said_by["ASSAULT"] == "Police"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Omar Tall has been the leader of the Dawn Front since 2009.", "2009-01-01/.."),
        ("Omar Tall was the leader of the Dawn Front until September 2009.", "../2009-09-30"),
        ("Omar Tall was named head of the Dawn Front on 1 December.", "2012-12-01"),
        ("Omar Tall took office as head of the Dawn Front on 1 December.", "2012-12-01"),
        ("The leader of the Dawn Front since 2009, Omar Tall, fled.", "2009-01-01/.."),
        ("Soldiers killed Omar Tall, the leader of the Dawn Front, near Timbuktu on 1 December.", None),
    ],
)
def test_an_office_has_the_date_of_the_verb_that_gives_it_and_none_of_what_is_done_to_its_holder(
    read: Callable[..., Reading], text: str, when: str | None
) -> None:
    claims = [claim for claim in read(text, published="2012-12-03").claims if claim.type == "leads"]
    assert [claim.when.edtf if claim.when else None for claim in claims] == [when]


def test_who_was_replaced_is_told_as_the_former_leader(read: Callable[..., Reading]) -> None:
    reading = read("Musa Baro replaced Omar Tall as leader of the Dawn Front on 1 December.", published="2012-12-03")
    roles = {claim.subject.name: claim.role for claim in reading.claims if claim.type == "leads" and claim.subject}
    assert roles == {"Musa Baro": "leader", "Omar Tall": "former leader"}


@pytest.mark.parametrize(
    "text",
    [
        "The leader of the Dawn Front of Mali, Omar Tall, rarely speaks.",
        "The leader of the Dawn Front of Mali (DFM), Omar Tall, rarely speaks.",
    ],
)
def test_the_name_of_the_body_may_go_on_before_the_name_of_its_head(told: Told, text: str) -> None:
    assert told(text, "leads") == [("Omar Tall", "Dawn Front of Mali")]


def test_who_left_to_form_a_group_leads_it(read: Callable[..., Reading]) -> None:
    reading = read("Omar Tall left the Northern Front in May to form the Dawn Front.")
    assert ("leads", "actual") in [(claim.type, claim.modality) for claim in reading.claims]


def test_a_word_that_says_which_office_is_no_body(told: Told) -> None:
    text = "The Reed Council asked for talks. The security minister, General Omar Tall, would not hear of it."
    assert told(text, "member_of") == []
    assert told("Second Lieutenant Hugo Arriaza burned the village.", "member_of") == []


def test_who_heads_a_body_is_not_its_member_as_well(told: Told) -> None:
    text = "The Head of the United Nations Mission in South Sudan, Ana Lopes, condemned the killing of six drivers."
    assert told(text, "member_of") == []
    assert [leader for leader, _ in told(text, "leads")] == ["Ana Lopes"]


def test_the_trade_of_a_union_does_not_lead_it(told: Told) -> None:
    assert told("The train drivers' union walked off the job after the attack.", "leads") == []
