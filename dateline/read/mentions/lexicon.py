"""The word lists that tell actors: heads of descriptions, titles, words that end a group's name."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.model import EntityKind

Number = Literal["person", "people", "body"]


@dataclass(frozen=True, slots=True)
class HeadWord:
    """What a noun says of the actor it names."""

    kind: EntityKind
    number: Number
    """One person, several people, or a body of people."""
    leader: bool
    """Whether it names a political or military office."""


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """The lists of ``actor_words.yaml`` in the form the rules ask for. All words lower-case."""

    heads: dict[str, HeadWord]
    titles: frozenset[str]
    name_heads: dict[str, EntityKind]
    particles: frozenset[str]
    quantities: frozenset[str]
    """Nouns and numbers that stand before "of" people: "a group of tourists"."""
    general: frozenset[str]
    """Words that can stand for any armed group or organisation: "the group", "the movement"."""


@cache
def actor_lexicon() -> ActorLexicon:
    """The actor words of English, read once a process."""
    raise NotImplementedError
