"""The example sentences of the ontology's files, and whether claims are as they say. They are the tests of a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.model import ActorRef, Claim
from dateline.ontology.documents import Document


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, and what is expected of the claims that it gives."""

    where: str
    """``mine.yaml: says_it 2``."""
    type: str
    text: str
    expected: Mapping[str, Any] | None
    """None: no claim of the type."""


def examples_of(document: Document) -> Iterator[Example]:
    """The examples of a file's document, in order."""
    for number, entry in enumerate(document.content.get("says_it") or [], 1):
        yield Example(document.entry("says_it", number), document.name, entry["text"], entry)
    for number, text in enumerate(document.content.get("does_not") or [], 1):
        yield Example(document.entry("does_not", number), document.name, text, None)


def failure(example: Example, claims: Sequence[Claim]) -> str | None:
    """What is wrong with the claims of an example's sentence, in words; None when they are as it says."""
    found = [claim for claim in claims if claim.type == example.type]
    if example.expected is None:
        return f"gives {_told(found)}, but must give no {example.type}" if found else None
    if any(fits(claim, example.expected) for claim in found):
        return None
    wanted = ", ".join(f"{key} {value}" for key, value in _compared(example.expected).items())
    return f"gives {_told(found or claims)}; expected {example.type} with {wanted}"


def fits(claim: Claim, expected: Mapping[str, Any]) -> bool:
    """Whether a claim is as the example says; what the example leaves out isn't compared, but polarity and modality
    are.
    """
    return (
        claim.polarity == expected.get("polarity", "asserted")
        and claim.modality == expected.get("modality", "actual")
        and ("mode" not in expected or claim.mode == expected["mode"])
        and ("subject" not in expected or _names(claim.subject, expected["subject"]))
        and (
            "object" not in expected or _names(claim.object, expected["object"]) or _is_scene(claim, expected["object"])
        )
    )


def _names(actor: ActorRef | None, expected: str | None) -> bool:
    """Whether a participant is the one expected; None expects nobody."""
    if actor is None or expected is None:
        return actor is None and expected is None
    return expected in actor.words or expected in actor.name


def _is_scene(claim: Claim, expected: str | None) -> bool:
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


def _compared(expected: Mapping[str, Any]) -> dict[str, Any]:
    told = {"polarity": "asserted", "modality": "actual", **expected}
    return {key: value if value is not None else "nobody" for key, value in told.items() if key != "text"}


def _told(claims: Sequence[Claim]) -> str:
    """The claims in words, for somebody who wonders why they are not as expected."""
    if not claims:
        return "no claim"
    return " and ".join(_told_of(claim) for claim in claims)


def _told_of(claim: Claim) -> str:
    what = "/".join(part for part in (claim.type, claim.mode) if part)
    who, whom = (actor.name if actor else "nobody" for actor in (claim.subject, claim.object))
    return f"{what} ({claim.polarity}, {claim.modality}) with subject {who} and object {whom}"
