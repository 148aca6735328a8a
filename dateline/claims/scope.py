"""Whether a trigger is asserted or negated, actual, planned, possible or alleged: read from what governs it.

From the trigger up the parse, each governor (a modal, a negation, "fail to", "plans for", "accused of") that has the
trigger in its scope leaves its mark. The words are in ``languages/en/scope.yaml``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from spacy.tokens import Token

from dateline.claims.lemmas import lemma_of
from dateline.languages.load import language_data
from dateline.model import Modality, Polarity

Hands = Literal["subj", "obj", "owner"]
STRENGTH: dict[Modality, int] = {"actual": 0, "planned": 1, "possible": 2, "alleged": 3}
CIRCUMSTANCES = frozenset(
    {"after", "before", "following", "despite", "during", "since", "amid", "amidst", "because", "over"}
)
"""Prepositions whose phrase nothing above it rules or absorbs."""
COMPLEMENTS = frozenset({"xcomp", "ccomp", "dobj", "pobj", "pcomp", "acl", "nsubjpass", "attr", "oprd"})


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
class Scope:
    """The polarity and modality of a trigger, and the words that set them."""

    polarity: Polarity = "asserted"
    modality: Modality = "actual"
    words: tuple[str, ...] = ()


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


@cache
def scope_words() -> ScopeWords:
    """The scope words of English, read once."""
    data = language_data("scope")
    governors: dict[str, Governor] = {}
    for name, group in data["governors"].items():
        polarity: Polarity = group.get("polarity", "negated" if name == "negated" else "asserted")
        modality = group.get("modality", name if name in STRENGTH else "actual")
        governor = Governor(cast(Modality, modality), polarity, group["hands"], name == "light", name == "ordered")
        for word in group["words"]:
            governors.setdefault(word, governor)
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
    )


def scope_of(trigger: Token) -> Scope:
    """The polarity and modality of a trigger word."""
    words = scope_words()
    modality: Modality = "actual"
    negations = 0
    reasons: list[str] = []

    def mark(found: Modality, token: Token) -> None:
        nonlocal modality
        if STRENGTH[found] > STRENGTH[modality]:
            modality = found
        if found != "actual":
            reasons.append(lemma_of(token))

    below = trigger
    for token, link in _upward(trigger):
        for child in token.children:
            lower = child.lower_
            if child.dep_ == "neg" or (lower in words.negators and child.dep_ in ("advmod", "preconj")):
                negations += link != "ccomp"
                reasons.append(child.text)
            elif child.dep_ == "aux" and lower in words.modals:
                mark(words.modals[lower], child)
            elif child.dep_ in ("advmod", "acomp") and lower in words.adverbs:
                mark(words.adverbs[lower], child)
            elif child.dep_ == "mark" and lower in words.conditionals:
                mark("possible", child)
            elif child.dep_ == "det" and lower in words.negative_determiners and link in ("self", "arg"):
                negations += 1
                reasons.append(child.text)
            elif child.dep_ in ("nsubj", "nsubjpass") and link == "self" and _is_negative_subject(child, words):
                negations += 1
                reasons.append(child.text)
            elif child.dep_ == "amod" and lower in words.modifiers and link == "self":
                found, polarity = words.modifiers[lower]
                mark(found, child)
                negations += polarity == "negated"
                reasons += [child.text] * (polarity == "negated")
        if link == "purpose":
            mark("planned", token)
        governor = words.governors.get(lemma_of(token)) if link in ("governor", "ccomp", "arg") else None
        if governor and link == "ccomp" and governor.orders and below.tag_ != "VB":
            governor = (
                None  # "he told reporters that rebels attacked" is no order; "he ordered that they attack" is one
            )
        below = token
        if governor and token != trigger:
            mark(governor.modality, token)
            if governor.polarity == "negated":
                negations += 1
                reasons.append(lemma_of(token))
        if token.dep_ == "prep" and token.lower_ in words.negative_prepositions:
            negations += 1
            reasons.append(token.text)
    return Scope("negated" if negations % 2 else "asserted", modality, tuple(dict.fromkeys(reasons)))


def _is_negative_subject(subject: Token, words: ScopeWords) -> bool:
    return any(child.dep_ == "det" and child.lower_ in words.negative_determiners for child in subject.children)


def _upward(trigger: Token) -> Iterator[tuple[Token, str]]:
    """The trigger and the words that rule it, each with how: self, governor, ccomp, arg (the trigger is its object), purpose.

    A relative clause, an adverbial clause or a conjunct with a subject of its own isn't ruled by what stands above.
    """
    yield trigger, "self"
    token = trigger
    while True:
        head, dep = token.head, token.dep_
        if head == token:
            return
        if (dep == "acl" and token.tag_ in ("VBG", "VBN")) or (dep == "prep" and token.lower_ in CIRCUMSTANCES):
            return  # "agreements signed by", "because of attacks": what stands above doesn't rule them
        if dep in ("xcomp", "pcomp", "acl", "acomp", "oprd", "attr"):
            yield head, "governor"
        elif dep == "ccomp":
            yield head, "ccomp"
        elif dep in ("dobj", "nsubjpass", "pobj"):
            yield head, "arg"
        elif dep == "nsubj" and token == trigger and head.pos_ in ("VERB", "AUX"):
            yield (
                head,
                "subject",
            )  # "the attack may come": its modals and negation count, the verb itself doesn't govern
        elif dep in ("prep", "agent", "auxpass", "aux"):
            yield head, "governor"
        elif dep == "advcl" and _is_purpose(token):
            yield token, "purpose"
            return
        elif dep == "conj":
            if not _shares_with_first(token):
                head = _outside_conjuncts(token)
                if head is None:
                    return
                token = head
                continue
            yield head, "conj"
        elif dep in ("compound", "poss", "nmod", "amod"):
            pass
        else:
            return
        token = head


def _is_purpose(clause: Token) -> bool:
    return clause.tag_ == "VB" and any(child.dep_ == "aux" and child.lower_ == "to" for child in clause.children)


def _shares_with_first(conjunct: Token) -> bool:
    """Whether a conjunct stands under the auxiliaries of the first: "will attack and seize", "a plan to raid and burn"."""
    if conjunct.pos_ not in ("VERB", "AUX"):
        return True
    return not any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in conjunct.children)


def _outside_conjuncts(token: Token) -> Token | None:
    """The first conjunct, so that what rules the whole coordination is still seen; None at the root."""
    while token.dep_ == "conj":
        token = token.head
    return token if token.dep_ in ("xcomp", "ccomp", "pcomp", "acl") else None
