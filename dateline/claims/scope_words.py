"""The words that set polarity and modality, from ``languages/en/scope.yaml``, and what a governing word does."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from dateline.claims.words import Word
from dateline.languages.load import language_data
from dateline.model import Modality, Polarity

Hands = Literal["subj", "obj", "owner"]
STRENGTH: dict[Modality, int] = {"actual": 0, "planned": 1, "possible": 2, "alleged": 3}


_LISTS = (
    *("taken_for_done", "refusing", "verifying", "awaiting", "answerable", "planning", "known_once_done"),
    *("grounds", "shares", "said", "false", "true", "hearsay"),
)


@dataclass(frozen=True, slots=True)
class Governor:
    """What a governing word does to its complement."""

    modality: Modality
    polarity: Polarity
    hands: Hands
    light: bool
    orders: bool
    """Whether it asks somebody to do something."""


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """The word lists of ``scope.yaml`` in the form the rules ask for."""

    negators: frozenset[str]
    negative_determiners: frozenset[str]
    negative_prepositions: frozenset[str]
    modals: dict[str, Modality]
    adverbs: dict[str, Modality]
    modifiers: dict[str, tuple[Modality, Polarity]]
    conditionals: frozenset[str]
    governors: dict[str, Governor]
    """Verbs and adjectives, and nouns that ``noun_governors`` does not hold."""
    noun_governors: dict[str, Governor]
    grounds: frozenset[str]
    shares: frozenset[str]
    said: frozenset[str]
    false: frozenset[str]
    true: frozenset[str]
    hearsay: frozenset[str]
    left: frozenset[str]
    carried_out: frozenset[str]
    taken_for_done: frozenset[str]
    refusing: frozenset[str]
    verifying: frozenset[str]
    awaiting: frozenset[str]
    answerable: frozenset[str]
    planning: frozenset[str]
    known_once_done: frozenset[str]


@cache
def scope_words() -> ScopeWords:
    """The scope words of English, read once."""
    data = language_data("scope")
    governors: dict[str, Governor] = {}
    noun_governors: dict[str, Governor] = {}
    for name, group in data["governors"].items():
        polarity: Polarity = group.get("polarity", "negated" if name == "negated" else "asserted")
        modality = group.get("modality", name if name in STRENGTH else "actual")
        governor = Governor(cast(Modality, modality), polarity, group["hands"], name == "light", name == "ordered")
        for word in group["words"]:
            (noun_governors if name.endswith("_nouns") else governors).setdefault(word, governor)
    modifiers: dict[str, tuple[Modality, Polarity]] = {}
    for name, words in data["modifiers"].items():
        effect = ("actual", "negated") if name == "negated" else (name, "asserted")
        modifiers.update(dict.fromkeys(words, cast(tuple[Modality, Polarity], effect)))
    return ScopeWords(
        negators=frozenset(data["negators"]),
        negative_determiners=frozenset(data["negative_determiners"]),
        negative_prepositions=frozenset(data["negative_prepositions"]),
        modals={word: modality for modality, words in data["modals"].items() for word in words},
        adverbs={word: modality for modality, words in data["adverbs"].items() for word in words},
        modifiers=modifiers,
        conditionals=frozenset(data["conditionals"]),
        governors=governors,
        noun_governors=noun_governors,
        **{name: frozenset(data[name]) for name in _LISTS},
        left=frozenset(data["leaving"]["verbs"]),
        carried_out=frozenset(data["leaving"]["done_by_it"]),
    )


def governor_of(token: Word, below: Word | None = None) -> Governor | None:
    """What a word does to what it governs: to claim a bombing does nothing, a claim that there was one doubts it.

    ``below``: the preposition that leads to it, if any: what is provided for is planned, what is provided is not.
    """
    words, lemma = scope_words(), token.lemma
    if any(child.dep_ == "oprd" and child.pos_ == "NOUN" for child in token.children):  # "called the attack a disgrace"
        return None
    as_noun = words.noun_governors.get(lemma) if token.pos_ in ("NOUN", "PROPN") else None
    as_passive = words.governors.get(f"{lemma}-passive") if _is_told_of(token) or _is_wanted(token) else None
    led_to = words.governors.get(f"{lemma}-{below.lower_}") if below is not None and below.dep_ == "prep" else None
    return as_noun or as_passive or led_to or words.governors.get(lemma)


def _is_told_of(verb: Word) -> bool:
    """Whether nobody says what a passive says of its subject: "is said to have fled", not "is said by experts to"."""
    if verb.tag_ != "VBN" or any(child.dep_ == "agent" for child in verb.children):
        return False
    return verb.dep_ == "acl" or any(child.dep_ == "auxpass" for child in verb.children)


def _is_wanted(verb: Word) -> bool:
    """Whether somebody is sought for a deed, by whomever: "is wanted by the police for the murder"."""
    is_participle = verb.tag_ == "VBN" or verb.dep_ == "acl"
    return verb.lemma == "want" and is_participle and any(c.lower_ in ("for", "over") for c in verb.children)
