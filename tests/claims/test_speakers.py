"""On whose word a claim stands."""

from collections.abc import Callable

import pytest

from dateline.model import Reading


@pytest.mark.parametrize(
    ("text", "subject", "speaker"),
    [
        ("Residents accused soldiers of killing nine farmers.", "soldiers", "Residents"),
        ("The governor blamed the rebels for a blast that wounded three guards.", "rebels", "governor"),
        ("Investigators think the bomb was planted by the Dawn League.", "Dawn League", "Investigators"),
        ("The opposition alleges that soldiers killed nine protesters.", "soldiers", "opposition"),
        ("The army has denied reports that guards bombed Timbuktu.", "guards", "army"),
        ("The rebels are believed to have killed the priest.", "rebels", None),
        ("The bishop condemned the killing of nine farmers by soldiers.", "soldiers", None),
    ],
)
def test_who_accuses_or_believes_vouches_for_it(
    read: Callable[..., Reading], text: str, subject: str, speaker: str | None
) -> None:
    claim = next(claim for claim in read(text).claims if claim.type == "ASSAULT")
    assert subject in (claim.subject.words if claim.subject else "")
    assert (claim.said_by.name if claim.said_by else None) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rebels bombed the market. A doctor put the death toll from the bombing at 30.", "doctor"),
        ("The Red Cross counted 14 bodies after the attack on Timbuktu.", "Red Cross"),
        ("The general gave the order for the attack on Timbuktu.", None),
    ],
)
def test_who_counts_the_dead_vouches_for_them(read: Callable[..., Reading], text: str, speaker: str | None) -> None:
    claim = [claim for claim in read(text).claims if claim.type == "ASSAULT"][-1]
    assert (claim.said_by.name if claim.said_by else None) == speaker


def test_the_office_and_name_that_end_a_sentence_are_its_source(read: Callable[..., Reading]) -> None:
    text = "The Hill Guard captured eight soldiers before dawn, its foreign affairs chief, Omar Tall, said."
    claim = next(claim for claim in read(text).claims if claim.type == "ASSAULT")
    assert claim.said_by is not None
    assert claim.said_by.name == "Omar Tall"


def test_who_says_it_is_none_of_those_first_named_in_it(read: Callable[..., Reading]) -> None:
    text = "A teacher told reporters that gunmen had burned two houses. They also shot an old man, he said."
    claim = [claim for claim in read(text).claims if claim.type == "ASSAULT"][-1]
    assert claim.said_by is not None
    assert claim.said_by.name == "teacher"


def test_the_object_of_an_accusation_does_what_it_is_accused_of(read: Callable[..., Reading]) -> None:
    claims = read("Residents accuse the police of siding with the gang.").claims
    assert {claim.subject.name for claim in claims if claim.type != "ACCUSE" and claim.subject} == {"police"}


def test_what_is_told_aside_of_what_is_rejected_is_not_denied(read: Callable[..., Reading]) -> None:
    reading = read("The general rejected the ceasefire that the African Union had proposed.")
    assert [claim.polarity for claim in reading.claims if claim.type == "AGREE"] == ["asserted"]
