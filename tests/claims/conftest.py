"""What the claims of a text say, in short."""

from collections.abc import Callable

import pytest

from dateline import Reader
from dateline.claims.words import Words
from dateline.model import ActorRef, Reading

Pairs = list[tuple[str | None, str | None]]


def name(actor: ActorRef | None) -> str | None:
    return actor.name if actor else None


@pytest.fixture
def parse(reader: Reader) -> Callable[[str], Words]:
    """The words of a text, as the rules for claims walk them."""
    return lambda text: Words(reader.language(text))


@pytest.fixture
def told(read: Callable[..., Reading]) -> Callable[[str, str], Pairs]:
    """Names of subject and object of the claims of one type that are made of a text."""

    def pairs(text: str, type_: str) -> Pairs:
        return [(name(claim.subject), name(claim.object)) for claim in read(text).claims if claim.type == type_]

    return pairs
