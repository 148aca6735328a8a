"""Refusals go to whoever made the charge, the demand or the offer. The sentences are made up."""

from collections.abc import Callable

import pytest

from dateline.model import Claim, Reading


@pytest.mark.parametrize(
    ("before", "answer", "whom"),
    [
        ("Georgia condemned Russia over the raid on the army.", "Russia rejected the criticism.", "Georgia"),
        ("Ethiopia demanded that Eritrea withdraw its army.", "Eritrea rejected the demand.", "Ethiopia"),
        (
            "Georgia accused Russia of shelling the army. It was late. Doors closed.",
            "Russia rejected the charge.",
            "Georgia",
        ),
    ],
)
def test_a_refusal_goes_to_whom_it_answers(read: Callable[..., Reading], before: str, answer: str, whom: str) -> None:
    claim = _refusal(read(f"{before} {answer}"))
    assert claim.object is not None
    assert claim.object.name == whom


@pytest.mark.parametrize(
    ("before", "answer"),
    [
        ("It was late in the capital.", "Russia rejected the charge."),
        ("Russia accused Georgia of shelling the army.", "Russia rejected the charge."),
        (
            "Georgia accused Russia of shelling. It was late. Doors closed. Clerks went home. It was cold.",
            "Russia rejected the charge.",
        ),
    ],
    ids=["nobody made it", "one's own", "too far back"],
)
def test_who_denies_what_nobody_said_refuses_nobody(read: Callable[..., Reading], before: str, answer: str) -> None:
    assert "REJECT" not in {claim.type for claim in read(f"{before} {answer}").claims}


def test_an_offer_is_turned_down_whoever_made_it(read: Callable[..., Reading]) -> None:
    assert _refusal(read("It was late in the capital. Russia rejected the offer.")).object is None


def _refusal(reading: Reading) -> Claim:
    return next(claim for claim in reading.claims if claim.type == "REJECT")
