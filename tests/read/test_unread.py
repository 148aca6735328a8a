"""What is not read of a text, and the forms in which texts come: wrapped lines, notes, bullets, mail, capitals."""

import textwrap
from collections.abc import Callable

import pytest

from dateline import Reader
from dateline.ingest import report_from_text
from dateline.model import Claim
from dateline.read.unread import (
    as_read,
    blank_out,
    in_small_letters,
    unwrapped,
    with_dashes,
    without_labels,
    without_marks,
    without_quoting,
)

FIRST = (
    "Rebels of the Red Dawn Front killed nine tea workers and burned three lorries near the town of Gao on Tuesday "
    "night, the second such attack in a week, police said."
)
SECOND = (
    "The Front, which was formed in 2010 by soldiers who deserted, denied any part in the killings. Its chairman, Omar "
    "Tall, is believed to be hiding in Mali."
)
PARAGRAPHS = (FIRST, SECOND)
REPORT = "\n\n".join(PARAGRAPHS)


def wrapped(width: int, first: str = "", rest: str = "") -> str:
    return "\n\n".join(textwrap.fill(p, width, initial_indent=first, subsequent_indent=rest) for p in PARAGRAPHS)


def gist(claim: Claim) -> tuple[str | None, ...]:
    names = (actor.name if actor else None for actor in (claim.subject, claim.object, claim.said_by))
    return (claim.type, *names, claim.polarity, claim.modality)


@pytest.fixture
def told(rules: Reader) -> Callable[[str], set[tuple[str | None, ...]]]:
    """What a text claims, in short; every quote is checked against the text."""

    def claims(text: str) -> set[tuple[str | None, ...]]:
        reading = rules.read(report_from_text(text))
        for claim in reading.claims:
            assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
        for mention in reading.mentions:
            assert text[mention.start : mention.end] == mention.text
        return {gist(claim) for claim in reading.claims}

    return claims


@pytest.mark.parametrize("width", [48, 62, 80])
def test_wrapped_lines_are_read_as_the_sentences_they_are(told: Callable[..., object], width: int) -> None:
    assert told(wrapped(width)) == told(REPORT)


def test_lines_end_where_their_words_would_have_gone_on() -> None:
    text = wrapped(62)
    assert unwrapped(text) == " ".join(text.split("\n\n")[0].split()) + "\n\n" + " ".join(text.split("\n\n")[1].split())
    assert len(unwrapped(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels take Gao\n" + wrapped(62).split("\n\n", maxsplit=1)[0].replace("\n", " "),
        "- nine killed in an ambush near the town of Gao by rebels\n- three lorries burned",
        "1. nine killed in an ambush near the town of Gao by rebels\n2. three lorries burned",
        "BAMAKO\nMarch 4\nRebels attacked Gao.",
        REPORT.replace("\n\n", "\n"),
    ],
)
def test_headlines_lists_and_paragraphs_of_a_line_stay_apart(text: str) -> None:
    assert unwrapped(text) == text


def test_a_headline_above_wrapped_lines_stays_apart() -> None:
    read = unwrapped("Rebels kill nine\n" + wrapped(62).split("\n\n", maxsplit=1)[0])
    assert read.startswith("Rebels kill nine\nRebels of")
    assert read.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("They burned the village.[3] The army came.", "They burned the village.    The army came."),
        ("They burned the village.3 The army came.", "They burned the village.  The army came."),
        ("They burned the village,12 and left.", "They burned the village,   and left."),
        ("• Rebels attacked Gao.", "  Rebels attacked Gao."),
        ("12. Rebels attacked Gao.", "    Rebels attacked Gao."),
        ("(b) Rebels attacked Gao.", "    Rebels attacked Gao."),
    ],
)
def test_marks_among_the_words_are_not_read(text: str, read: str) -> None:
    assert without_marks(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("13:05 Rebels shelled Gao.", "      Rebels shelled Gao."),
        ("BREAKING – army retakes Gao", "           army retakes Gao"),
        ("UPDATE 2: Rebels shell Gao", "          Rebels shell Gao"),
        ("Rebels shell Gao • Police arrest ten men", "Rebels shell Gao \n Police arrest ten men"),
        ("Rebels shell Gao || Police arrest ten men", "Rebels shell Gao \n  Police arrest ten men"),
        ("At 13:05 rebels shelled Gao.", "At 13:05 rebels shelled Gao."),
        ("An urgent appeal: the army must leave.", "An urgent appeal: the army must leave."),
    ],
)
def test_times_alarms_and_marks_of_tickers_are_not_read(text: str, read: str) -> None:
    assert without_labels(text) == read


def test_a_hyphen_behind_the_country_that_heads_an_item_is_a_dash() -> None:
    assert with_dashes("MALI - Armed men fled.") == "MALI – Armed men fled."


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 1325 was adopted.",
        "They fired 12.7 mm rounds.",
        "It was 3. March came.",
        "U.N. envoy Omar Tall left.",
        "The minister [sic] fled.",
        "-5 degrees",
        "Rebels attacked GAO.",
    ],
)
def test_numbers_and_brackets_of_the_text_stay(text: str) -> None:
    assert without_marks(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "The convoy of the charity was seized by the rebels on May\n29. The army came late, and the men fled to Kutum.",
        "3. A convoy of the charity was seized by rebels on August\n8. The army came late, and the men fled to Gao.",
        "Nine people died when rebels shelled the market and left\nit. The army came late, and the men fled to Kutum.",
        "A convoy was seized when soldiers of the garrison under\nMr. Tall fled to Kutum, said a driver there.",
    ],
)
def test_a_line_of_prose_may_begin_with_what_lines_of_lists_begin_with(text: str) -> None:
    assert unwrapped(text) == text.replace("\n", " ")


def test_quoted_mail_is_read_as_its_lines_without_their_marks(told: Callable[..., object]) -> None:
    mail = "\n".join(f"> {line}" for line in wrapped(62).split("\n"))
    assert without_quoting("> > Rebels\n>\n> fled.") == "    Rebels\n \n  fled."
    assert "\n\n" not in as_read(report_from_text(mail))
    assert as_read(report_from_text(mail)).split() == REPORT.split()
    assert told(mail)


def test_only_text_in_capitals_alone_is_read_in_small_letters() -> None:
    assert in_small_letters("REBELS ATTACKED GAO.") == "rebels attacked gao."
    assert in_small_letters("Rebels attacked GAO.") == "Rebels attacked GAO."


def test_a_headline_as_long_as_the_lines_below_stays_apart() -> None:
    text = "Rebels of the Red Dawn Front kill nine tea workers near the town of Gao\n" + wrapped(62)
    headline = (0, text.index("\n"))
    assert unwrapped(text, headline).startswith(text[: headline[1]] + "\n" + FIRST)


def test_notes_and_bullets_change_no_claim(told: Callable[..., object]) -> None:
    noted = REPORT.replace("killings. Its", "killings.[14] Its").replace("said.", "said.3")
    assert told(noted) == told(REPORT)
    assert told(f"{FIRST}\n\n• {SECOND}") == told(REPORT)


def test_capitals_alone_are_read_as_small_letters(told: Callable[..., object]) -> None:
    assert told(REPORT.upper()) == told(REPORT.lower())
    assert told(REPORT.upper())


def test_line_ends_of_what_is_blanked_stay() -> None:
    assert blank_out("ab\ncd\u00a0e", [(1, 4)]) == "a \n d e"


def test_no_sentence_is_the_first_word_of_a_paragraph_alone(rules: Reader) -> None:
    line = "KYIV, Oct. 4, 2023 (EastNews) - Ukraine and Russia exchanged 75 prisoners each on Wednesday."
    text = f"Prisoner swap goes ahead\n\n{line}"
    reading = rules.read(report_from_text(text))
    assert [text[start:end].split()[0] for start, end in reading.sentences] == ["Prisoner", "Ukraine"]
