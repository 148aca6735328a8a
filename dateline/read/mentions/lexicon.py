"""The word lists that tell actors: heads of descriptions, titles, words that end a group's name."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, TypeVar

from spacy.tokens import Token

from dateline.languages.load import language_data
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
    data = language_data("actor_words")
    heads = _heads(data["heads"])
    return ActorLexicon(
        heads=heads,
        titles=frozenset(title.lower() for titles in data["titles"].values() for title in titles if isinstance(title, str)),
        name_heads=_by_word(data["name_heads"]),
        name_modifiers=_by_word(data["name_modifiers"]),
        modifiers=_by_word(data["modifiers"]),
        particles=frozenset(word.lower() for word in data["name_particles"]),
        suffixes=frozenset(word.lower() for word in data["name_suffixes"]),
        containers=frozenset(form for entry in data["containers"]["words"] for form in _forms(entry)),
        general=frozenset(
            form
            for name in ("armed_bodies", "neutral_bodies")
            for entry in data["heads"][name]["words"]
            for form in _forms(entry)[:1]
        ),
        weapons={
            form: group["plover_mode"]
            for group in data["weapons"].values()
            if isinstance(group, dict)
            for entry in group["words"]
            for form in _forms(entry)
        },
    )


def _heads(groups: dict[str, Any]) -> dict[str, HeadWord]:
    heads: dict[str, HeadWord] = {}
    for name, group in groups.items():
        leader = name in OFFICES
        for entry in group["words"]:
            singular, *plurals = _forms(entry)
            heads.setdefault(singular, HeadWord(group["kind"], group["stands_for"], leader))
            number: Number = "body" if group["stands_for"] == "body" else "people"
            for plural in plurals:
                heads.setdefault(plural, HeadWord(group.get("plural_kind", group["kind"]), number, leader))
    return heads


def _forms(entry: Any) -> list[str]:
    """Singular, then plural if there is one: "gunman/gunmen", "police/-", "rebel"."""
    singular, slash, plural = str(entry).lower().partition("/")
    if slash:
        return [singular] if plural == "-" else [singular, plural]
    return [singular, _plural(singular)]


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"


def _by_word(groups: dict[str, Any]) -> dict[str, EntityKind]:
    found: dict[str, EntityKind] = {}
    for kind, words in groups.items():
        if kind != "examples":
            found.update({word.lower(): kind for word in words})
    return found
