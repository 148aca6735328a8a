"""The word lists that tell actors: heads of descriptions, titles, words that end a group's name."""

from dataclasses import dataclass, field
from functools import cache
from typing import Literal, TypeVar

from spacy.tokens import Token

from dateline.knowledge.words import Head, actor_words
from dateline.model import EntityKind

Number = Literal["person", "people", "body"]
OFFICES = frozenset({"ranks", "commanders", "leaders", "speakers", "politicians", "rulers"})
Entry = TypeVar("Entry")
LONGEST = 4
"""Words of the longest head worth looking for, such as "chief of staff" without its "of"."""


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
    """Singular and plural forms, some of several words."""
    titles: frozenset[str]
    name_heads: dict[str, EntityKind]
    name_modifiers: dict[str, EntityKind]
    modifiers: dict[str, EntityKind]
    """Words before a neutral noun that say what kind of actor it is: "rebel positions"."""
    particles: frozenset[str]
    suffixes: frozenset[str]
    containers: frozenset[str]
    """Nouns and numbers that stand before "of" people: "a group of tourists"."""
    general: frozenset[str]
    """Words that can stand for any armed group or organisation: "the group", "the movement"."""
    weapons: dict[str, str] = field(default_factory=dict)
    """Singular and plural forms of weapons to the PLOVER mode they suggest."""

    def head(self, token: Token) -> HeadWord | None:
        """What a noun says with the words before it ("riot police"), the longest known first; None for other nouns."""
        return longest(self.heads, token)


def longest(table: dict[str, Entry], token: Token) -> Entry | None:
    """The entry of a noun with the words right before it, the most words first."""
    doc, last = token.doc, token.i
    best = table.get(token.lower_) or table.get(token.lemma_.lower())
    words = token.lower_
    for first in range(last - 1, max(last - LONGEST, -1), -1):
        before = doc[first]
        if not (before.is_alpha or "-" in before.text):
            break
        words = f"{before.lower_} {words}"
        best = table.get(words, best)
    return best


@cache
def actor_lexicon() -> ActorLexicon:
    """The actor words of English, read once a process."""
    words = actor_words()
    heads = {head.words.lower(): _head_word(head) for head in words.heads.values()}
    return ActorLexicon(
        heads=heads,
        titles=frozenset(" ".join(key) for key in words.titles),
        name_heads={" ".join(key): kind for key, kind in words.name_heads.items()},
        name_modifiers={" ".join(key): kind for key, kind in words.name_modifiers.items()},
        modifiers={" ".join(key): kind for key, kind in words.modifiers.items()},
        particles=words.name_particles,
        suffixes=words.name_suffixes,
        containers=frozenset(" ".join(key) for key in words.containers),
        general=frozenset(
            head.words.lower()
            for head in words.heads.values()
            if head.group in ("armed_bodies", "neutral_bodies") and not head.plural
        ),
        weapons={weapon.words.lower(): weapon.plover_mode or "" for weapon in words.weapons.values()},
    )


def _head_word(head: Head) -> HeadWord:
    number: Number = "people" if head.stands_for == "people" or (head.plural and head.stands_for == "person") else head.stands_for
    return HeadWord(head.kind, number, head.group in OFFICES)
