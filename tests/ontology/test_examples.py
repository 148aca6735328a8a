"""The example sentences of the ontology files are their tests: ``says_it`` gives the claim, ``does_not`` gives none."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from dateline import Reader
from dateline.model import ActorRef, Claim
from dateline.ontology.load import ClaimType, load_ontology


def examples() -> Iterator[tuple[ClaimType, str, Mapping[str, Any] | None]]:
    """Every example: its type, its text, and what is expected of the claim (None: no claim of the type)."""
    for kind in load_ontology().types.values():
        for example in kind.says_it:
            yield kind, example["text"], example
        for text in kind.does_not:
            yield kind, text, None


@pytest.fixture(scope="module")
def claims(reader: Reader) -> dict[str, tuple[Claim, ...]]:
    """The claims of every example sentence, each read as a report of its own."""
    texts = sorted({text for _, text, _ in examples()})
    return {doc.text: doc._.dateline_claims for doc in reader.language.pipe(texts, batch_size=128)}


def names(actor: ActorRef | None, expected: str | None) -> bool:
    """Whether a participant is the one expected; None expects nobody."""
    if actor is None or expected is None:
        return actor is expected
    return expected in actor.words or expected in actor.name


def is_scene(claim: Claim, expected: str | None) -> bool:
    """Whether the object expected is where it happened, which a claim of an event keeps as its place: "burned the
    village".
    """
    place = claim.place
    return (
        expected is not None
        and claim.object is None
        and place is not None
        and expected in f"{place.basis} {place.name}"
    )


def fits(claim: Claim, expected: Mapping[str, Any]) -> bool:
    """Whether a claim is as the example says; what the example leaves out isn't compared, but polarity and modality
    are.
    """
    return (
        claim.polarity == expected.get("polarity", "asserted")
        and claim.modality == expected.get("modality", "actual")
        and ("mode" not in expected or claim.mode == expected["mode"])
        and ("subject" not in expected or names(claim.subject, expected["subject"]))
        and ("object" not in expected or names(claim.object, expected["object"]) or is_scene(claim, expected["object"]))
    )


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [pytest.param(*example, id=f"{example[0].name}: {example[1][:60]}") for example in examples()],
)
def test_the_example_gives_what_it_says(
    claims: dict[str, tuple[Claim, ...]], kind: ClaimType, text: str, expected: Mapping[str, Any] | None
) -> None:
    found = [claim for claim in claims[text] if claim.type == kind.name]
    if expected is None:
        assert not found
    else:
        assert any(fits(claim, expected) for claim in found), claims[text]
