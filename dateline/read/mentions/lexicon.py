"""The word lists that tell actors: heads of descriptions, titles, words of names, verbs that only people govern."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from dateline.knowledge.spelling import spelt_ways, token_key
from dateline.knowledge.words import Head, actor_words
from dateline.languages.load import language_data
from dateline.model import EntityKind
from dateline.read.mentions.table import Table

Number = Literal["person", "people", "body"]
OFFICES = frozenset({"ranks", "commanders", "leaders", "speakers", "politicians", "rulers"})
ADDRESSED = frozenset({"clergy", "soldiers", "police_people"})
CAPTIVE = frozenset({"hostage", "prisoner", "captive"})
"""What people are taken as; parsers make one noun of them: "took two nuns hostage"."""
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
    plural: bool
    """Whether the form means several persons or bodies; "police" does not, whatever its verb."""
    group: str
    """The list of ``actor_words.yaml`` it stands in, such as ``kinship``."""


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """The lists of ``actor_words.yaml`` and ``mentions.yaml`` as the rules ask for them. Lower-case where not said."""

    heads: dict[str, HeadWord]
    """Singular and plural forms, some of several words."""
    endings: frozenset[str]
    """The last words of ``heads``."""
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
    particular_bodies: frozenset[str]
    """Those of ``general`` that stand only for a body with the word in its name."""
    not_heads: frozenset[str]
    """Nouns with the word before them that stand for no actor, though the noun alone does: "left bank"."""
    person_verbs: frozenset[str]
    person_object_verbs: frozenset[str]
    calendar: frozenset[str]
    alias_words: frozenset[str]
    leading: frozenset[str]
    idle_verbs: frozenset[str]
    judging_verbs: frozenset[str]
    despoiling_verbs: frozenset[str]
    harming_verbs: frozenset[str]
    fighting_verbs: frozenset[str]
    commanding: frozenset[str]
    outlawed: frozenset[str]
    rebel_names: frozenset[str]
    place_prepositions: frozenset[str]
    no_names: frozenset[str]
    """What no name begins with: calendar words, prepositions, "alias"."""
    things: frozenset[str]
    portfolios: frozenset[str]
    ranking: frozenset[str]
    bounties: frozenset[str]
    of_armed: frozenset[str]
    of_bodies: frozenset[str]
    done_to_bodies: frozenset[str]
    done_by_bodies: frozenset[str]
    leaving_bodies: frozenset[str]
    name_owners: frozenset[str]
    no_actors: frozenset[str]
    """As printed: capitals that abbreviate no actor."""
    role_verbs: dict[str, str]
    same_office: dict[str, str]
    part_nouns: frozenset[str]
    splinter_words: frozenset[str]
    idle_modifiers: frozenset[str]
    bygone: frozenset[str]
    small_short_forms: frozenset[str]
    counting: frozenset[str]
    """First words of a description that counts people out."""
    sides: frozenset[str]
    """Members of an armed side, who in the plural stand for it."""
    opening_adjectives: frozenset[str]
    partly: frozenset[str]
    """Words before those who are only some of the people told of: "31 hostages, mostly women"."""
    feminine: frozenset[str]
    masculine: frozenset[str]
    weapons: dict[str, str] = field(default_factory=dict)
    """Singular and plural forms of weapons to the PLOVER mode they suggest."""

    def head(self, table: Table, token: int) -> HeadWord | None:
        """What a noun says with the words before it ("riot police"), the most words first; None for other nouns."""
        lower = table.lower[token].removeprefix("ex-")
        if lower not in self.endings:
            return None
        best = self.heads.get(lower)
        words = lower
        for before in range(token - 1, max(token - LONGEST, -1), -1):
            if not table.lower[before].replace("-", "").isalpha():
                break
            words = f"{table.lower[before]} {words}"
            if words in self.not_heads:
                return None
            best = self.heads.get(words, best)
        return best

    def is_title(self, word: str) -> bool:
        """Whether a lower-case word is a form of address or names one person: "col.", "spokesman"."""
        if word in self.titles or word.rstrip(".") in self.titles:
            return True
        head = self.heads.get(word)
        return head is not None and head.number == "person"

    def is_form_of_address(self, word: str) -> bool:
        """Whether a capitalised word (given in lower case) before a name is a title: "Colonel", "Minister", "Imam"."""
        head = self.heads.get(word)
        is_office = head is not None and head.number == "person" and (head.leader or head.group in ADDRESSED)
        return is_office or word in self.titles or word.rstrip(".") in self.titles

    def body_kind(self, word: str) -> EntityKind | None:
        """What a word of a capitalised name (in lower case) says bears it, in whatever spelling: "armée", "jaish"."""
        return self.name_heads.get(word) or self.name_heads.get(" ".join(token_key(word)))

    def office(self, noun: str) -> str:
        """A noun as it is counted when two descriptions are compared: "chief" and "head" are both a leader."""
        return self.same_office.get(noun, noun)


@cache
def actor_lexicon() -> ActorLexicon:
    """The actor words of English, read once a process."""
    words, extra = actor_words(), language_data("mentions")
    heads = {way: _head_word(head) for head in words.heads.values() for way in spelt_ways(head.words.lower())}
    return ActorLexicon(
        heads=heads,
        endings=frozenset(head.split()[-1] for head in heads),
        titles=_joined(words.titles),
        name_heads={" ".join(key): kind for key, kind in words.name_heads.items()},
        name_modifiers={" ".join(key): kind for key, kind in words.name_modifiers.items()},
        modifiers={way: kind for key, kind in words.modifiers.items() for way in spelt_ways(" ".join(key))},
        particles=words.name_particles,
        suffixes=words.name_suffixes,
        containers=_joined(words.containers),
        general=frozenset(
            way
            for head in words.heads.values()
            for way in spelt_ways(head.words.lower())
            if head.group in ("armed_bodies", "neutral_bodies") and not head.plural
        ),
        weapons={
            way: weapon.plover_mode or ""
            for weapon in words.weapons.values()
            for way in spelt_ways(weapon.words.lower())
        },
        **_extra(extra),
    )


def _extra(data: dict[str, Any]) -> dict[str, Any]:
    lists = {name: frozenset(words) for name, words in data.items() if isinstance(words, list)}
    pairs = {name: words for name, words in data.items() if isinstance(words, dict) and name != "examples"}
    no_names = lists["calendar"] | lists["alias_words"] | lists["place_prepositions"]
    return {**lists, "no_names": no_names, "things": frozenset(word.lower() for word in data["things"]), **pairs}


def _joined(keys: Iterable[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(way for key in keys for way in spelt_ways(" ".join(key)))


def _head_word(head: Head) -> HeadWord:
    several = head.stands_for == "people" or (head.plural and head.stands_for == "person")
    number: Number = "people" if several else head.stands_for
    return HeadWord(head.kind, number, head.group in OFFICES, head.plural, head.group)
