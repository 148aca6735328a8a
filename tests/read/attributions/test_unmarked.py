"""Speech that no word of saying marks: whose it is stands beside, over or under it, or is said in it."""

import pytest

from dateline import Reader
from dateline.ingest import report_from_text


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(encoder=False)


def speakers(reader: Reader, text: str) -> list[str | None]:
    """Who says each claim, in order."""
    return [claim.said_by.name if claim.said_by else None for claim in reader.read(report_from_text(text)).claims]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            'Fatima Hassan, a widow of forty, was cooking when the militia came. "They shot my brother at the gate."',
            "Fatima Hassan",
        ),
        ('The men came at night.\n\n"They shot my brother in the street."\n\nOmar Tall, farmer', "Omar Tall"),
        ('The men came at night.\n\n"The police beat my son." (Amina Diallo, teacher)', "Amina Diallo"),
        ('The men came at night.\n\nTestimony of Luis Gil\n\n"The police beat my son."', "Luis Gil"),
        ('The men came.\n\n"The soldiers shot my son." – Interview with Omar Tall, Kabo, 3 May 2015', "Omar Tall"),
        (
            "My name is Omar Tall. I am a farmer and I live in the hills. The soldiers killed my brother. I fled.",
            "Omar Tall",
        ),
        (
            "Statement of Omar Tall\n\nI am a farmer and I live in the hills. The soldiers killed my brother. I fled.",
            "Omar Tall",
        ),
        (
            "I am a farmer and I live in the hills. The soldiers killed my brother. I fled.\n\n— Omar Tall, 34",
            "Omar Tall",
        ),
    ],
)
def test_whoever_is_named_beside_it_speaks(reader: Reader, text: str, speaker: str) -> None:
    assert speakers(reader, text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        'Goma fell in May. "We lost everything when the rebels burned the school," said nobody.',
        'The army took the town.\n\n"The soldiers shot nine men."\n\nRebel Camps Found in the Hills',
        "The soldiers killed nine men. I do not know why.",
    ],
)
def test_a_place_a_heading_and_a_lone_i_are_no_speakers(reader: Reader, text: str) -> None:
    assert not any(speaker and speaker[0].isupper() for speaker in speakers(reader, text))
