from collections.abc import Callable

import pytest

from dateline.model import Attribution

Read = Callable[[str], tuple[Attribution, ...]]


def said(text: str, found: tuple[Attribution, ...]) -> list[tuple[list[str], list[str]]]:
    return [([text[a:b] for a, b in item.source], [text[a:b] for a, b in item.content]) for item in found]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Rebels killed nine soldiers near Dapo, a local official and one of his cousins said on Monday.",
            "a local official and one of his cousins",
            "Rebels killed nine soldiers near Dapo",
        ),
        (
            "Militiamen burned the granary at Oru, Omar Sy, a teacher there, told reporters by telephone.",
            "Omar Sy, a teacher there",
            "Militiamen burned the granary at Oru",
        ),
        (
            "Gunmen freed the miners on Sunday,\n\nofficials said.",
            "officials",
            "Gunmen freed the miners on Sunday",
        ),
        (
            "Gunmen freed the miners on Sunday,\nthe governor of Oru said.",
            "the governor of Oru",
            "Gunmen freed the miners on Sunday",
        ),
    ],
)
def test_a_source_at_the_end_of_a_sentence_or_on_the_next_line_is_found(
    attributions_of: Read, text: str, source: str, content: str
) -> None:
    assert ([source], [content]) in said(text, attributions_of(text))


def test_no_other_content_runs_over_the_source_at_the_end(attributions_of: Read) -> None:
    text = (
        "A former judge has left the council and intends to found a party of his own with money from the coast, "
        "one of his cousins and a senior official said on Monday."
    )
    found = said(text, attributions_of(text))
    assert (["one of his cousins and a senior official"], [text[: text.index(", one")]]) in found
    assert not any("cousins" in part for _, contents in found for part in contents)


@pytest.mark.parametrize("dash", ["-", "–", "—", "―"])
def test_a_name_behind_a_dash_signs_the_quotation_before_it(attributions_of: Read, dash: str) -> None:
    text = f'"The rebels shelled the clinic all night." {dash} Amina Diallo, nurse\n\n"We hid." {dash} Omar Sy, teacher'
    assert said(text, attributions_of(text)) == [
        (["Amina Diallo, nurse"], ['"The rebels shelled the clinic all night."']),
        (["Omar Sy, teacher"], ['"We hid."']),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The market reopened on Monday, and traders said prayers.",
        "The driver of the lorry, which was said to carry guns, fled.",
    ],
)
def test_a_comma_before_a_verb_of_saying_is_not_enough(attributions_of: Read, text: str) -> None:
    assert not any(
        "market" in part or "driver" in part for _, contents in said(text, attributions_of(text)) for part in contents
    )


def test_open_paragraphs_of_a_speech_belong_to_the_speaker_named_at_its_end(attributions_of: Read) -> None:
    text = '"They came at night and burned the mill.\n\n"Then they took the goats," said Karim Toure, a herder.'
    (speech,) = attributions_of(text)
    assert said(text, (speech,)) == [
        (["Karim Toure, a herder"], ['"They came at night and burned the mill', '"Then they took the goats,"'])
    ]
