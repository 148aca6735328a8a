"""Statements that a body issues in its own name."""

from collections.abc import Callable

import pytest

from dateline.model import Reading

BODY = "Our fighters attacked the camp at Gao. We captured two vehicles. We will not lay down our arms."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Statement of the National Liberation Front\n\n{BODY}", "National Liberation Front"),
        (f"{BODY}\n\nGeneral Command of the Reed Front", "General Command of the Reed Front"),
        (f"{BODY}\n\nIssued by Brigadier Salem Musa, spokesman of the Armed Forces", "Armed Forces"),
        (f"{BODY}\n\nA long day ended.", None),
        ("Statement of the National Liberation Front\n\nThe army attacked the camp at Gao.", None),
    ],
)
def test_who_heads_or_signs_a_statement_says_all_of_it(
    text: str, speaker: str | None, read: Callable[..., Reading]
) -> None:
    claims = read(text).claims
    assert claims
    told = [claim for claim in claims if claim.type.isupper()]
    assert {claim.said_by.name if claim.said_by else None for claim in told} == {speaker}


def test_we_of_a_statement_is_the_body(read: Callable[..., Reading]) -> None:
    claims = read(f"Statement of the National Liberation Front\n\n{BODY}").claims
    retreat = next(claim for claim in claims if claim.type == "RETREAT")
    assert retreat.subject is not None
    assert retreat.subject.name == "National Liberation Front"
