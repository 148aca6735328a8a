"""For whom a spokesman says "we"."""

from collections.abc import Callable

import pytest

from dateline.model import Reading

Told = Callable[[str, str], list[tuple[str | None, str | None]]]


@pytest.mark.parametrize(
    "text",
    [
        "“We still hold Timbuktu,” a spokesman of the Northern Front said.",
        "“We still hold Timbuktu,” said Omar Tall, the spokesman for the Northern Front.",
        '"We control Timbuktu," the Northern Front\'s spokesman, Omar Tall, told reporters.',
    ],
)
def test_what_we_hold_the_body_of_the_spokesman_holds(told: Told, text: str) -> None:
    assert told(text, "controls") == [("Northern Front", "Timbuktu")]


def test_it_stays_on_the_word_of_the_spokesman(read: Callable[..., Reading]) -> None:
    (claim,) = read("“We still hold Timbuktu,” a spokesman of the Northern Front said.").claims
    assert claim.said_by is not None
    assert "spokesman" in claim.said_by.name


def test_who_speaks_for_nobody_speaks_for_himself(told: Told) -> None:
    assert told("“We still hold Timbuktu,” said Omar Tall, a resident of Timbuktu.", "controls") in (
        [("Omar Tall", "Timbuktu")],
        [],
    )
