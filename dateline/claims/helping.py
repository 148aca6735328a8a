"""Whose a fight is that others help with ("supports the army in its fight"), and which nouns an aim hangs on.

The words are in ``languages/en/helping.yaml``.
"""

from functools import cache

from dateline.claims.words import Word
from dateline.languages.load import language_data

THIRD_PERSON = frozenset({"its", "their", "his", "her"})
HELPED = frozenset({"of", "for", "to"})
"""Prepositions that lead from a noun of helping to whoever is helped."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(language_data("helping")[name])


def is_aim(verb: Word) -> bool:
    """Whether a verb is what an undertaking is for, though parsed as a relative clause: "an operation to defeat"."""
    has_to = any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)
    return verb.dep_ == "relcl" and verb.tag_ == "VB" and has_to and verb.head.lemma in _words("undertakings")


def helped_owner(noun: Word, owner: Word) -> Word:
    """The owner of a noun; for a pronoun in what others help with, the one who is helped."""
    if owner.lower_ not in THIRD_PERSON or noun.dep_ != "pobj" or noun.head.lower_ != "in":
        return owner
    above = noun.head.head
    for _ in range(3):
        if (helped := _helped(above)) is not None and helped.i < owner.i:
            return helped
        above = above.head
    return owner


def _helped(word: Word) -> Word | None:
    """Whom a verb or noun of helping helps; None for other words."""
    if word.pos_ == "VERB":
        objects = [child for child in word.children if child.dep_ in ("dobj", "nsubjpass")]
        if word.lemma in _words("verbs"):
            return objects[0] if objects else None
        return next((found for noun in objects if (found := _helped(noun)) is not None), None)
    if word.lemma not in _words("nouns"):
        return None
    preps = [child for parent in (word, word.head) for child in parent.children if child.dep_ in ("prep", "dative")]
    helped = (child for prep in preps if prep.lower_ in HELPED for child in prep.children if child.dep_ == "pobj")
    return next(helped, None)
