"""Who can act or be hurt: people, bodies and machines, but no diseases, ladles or gulls.

The words are in ``languages/en/agents.yaml``; they add to the heads of ``actor_words.yaml``, which find actors.
"""

from dataclasses import dataclass
from functools import cache

from dateline.claims.words import Word
from dateline.languages.load import language_data, language_words
from dateline.read.mentions.lexicon import actor_lexicon

NOBODY = frozenset("no neither none nobody nothing any anyone anybody anything".split())


@dataclass(frozen=True, slots=True)
class AgentWords:
    """The lists of ``agents.yaml``."""

    endings: tuple[str, ...]
    not_people: frozenset[str]
    people_too: frozenset[str]
    groups: frozenset[str]
    machines: frozenset[str]
    fires: frozenset[str]
    carriers: frozenset[str]
    cars: frozenset[str]
    convoys: frozenset[str]
    carrying: frozenset[str]
    business: frozenset[str]
    writings: frozenset[str]
    followers: frozenset[str]
    crewed: frozenset[str]
    """Machines and guns that a nation's forces serve, told of by it: "Ugandan jets"."""
    local_attacks: frozenset[str]
    """Nouns of attack before which a country is where it was: "a Yemen ambush"."""
    fighters: frozenset[str]
    part_of_group: frozenset[str]
    """Nouns for some of a group, who in the plural do what it does."""
    unmanned: frozenset[str]
    may_be_armed: frozenset[str]
    civil: frozenset[str]


@cache
def agent_words() -> AgentWords:
    """The words of English, read once."""
    data = language_data("agents")
    lists = {name: frozenset(data[name]) for name in AgentWords.__slots__ if name != "endings"}
    return AgentWords(endings=tuple(data["people_endings"]), **lists)


@cache
def measures() -> frozenset[str]:
    """Nouns that only count what follows "of": "dozens", "scores"."""
    return frozenset(language_data("measures")["measures"])


def is_machine(token: Word) -> bool:
    """Whether a noun is a weapon or a vehicle that others act with: "helicopters", "drones"."""
    return is_driven(token) or token.lower_ in actor_lexicon().weapons


def is_driven(token: Word) -> bool:
    """Whether a noun is a machine with people in it or behind it, which the report may name in their place:
    "helicopter gunships", no rockets.
    """
    return token.lemma in agent_words().machines


def is_fire(token: Word) -> bool:
    """Whether a noun is what kills for somebody, when it is said whose it is: the fire of "Israeli fire"."""
    return token.lemma in agent_words().fires


def is_writing(token: Word) -> bool:
    """Whether a noun is a text that speaks for whoever issued it: "a statement demanding…"."""
    return token.lemma in agent_words().writings


def carries_people(token: Word) -> bool:
    """Whether a thing that is attacked stands for those in it: "ambushed a convoy"."""
    return token.lemma in agent_words().carriers


def may_be_people(token: Word) -> bool:
    """Whether a word that no list of actors holds may still stand for somebody: a name, a pronoun, a number, a noun
    such as "raiders" or "horsemen".
    """
    if token.pos_ in ("PROPN", "PRON", "NUM") or token.like_num or token.tag_ in ("CD", "JJ", "VBN"):
        return True
    if token.text[:1].isupper() and not token.is_sent_start and not token.sent.text.isupper():
        return True  # a name that the tagger took for a noun
    lemma, words = token.lemma, agent_words()
    if lemma in words.groups or lemma in measures() or lemma in words.people_too:
        return True
    if lemma in words.not_people or lemma in language_words("things"):
        return False
    return lemma.endswith(words.endings) or lemma in language_words("people")


def is_somebody(token: Word) -> bool:
    """Whether a common noun means people or a body of them first of all: "dependants", "leadership"."""
    lemma, words = token.lemma, agent_words()
    if token.tag_ not in ("NN", "NNS") or lemma in words.not_people:
        return False
    return any(lemma in known for known in (words.people_too, language_words("people"), language_words("bodies")))


def names_group(token: Word) -> bool:
    """Whether a noun is one for a band or unit: "column", "band"."""
    return token.lemma in agent_words().groups


def is_nobody(token: Word) -> bool:
    """Whether words mean no one: "nobody", "no group", "not a single group", and "anyone", "any soldier" (of whom
    only denials tell).
    """
    if token.lower_ in NOBODY or any(child.lower_ in NOBODY for child in token.children if child.dep_ == "det"):
        return True
    return {"not", "single"} <= {child.lower_ for child in token.lefts}


def follows(token: Word) -> bool:
    """Whether a noun means the group when it is said whose it is: "its men", "the Front's fighters", not "its air
    force".
    """
    is_compound = any(child.dep_ in ("compound", "nmod") for child in token.children)
    is_new = any(child.dep_ == "det" and child.lower_ in ("a", "an", "another") for child in token.children)
    return not (is_compound or is_new) and token.lemma in agent_words().followers
