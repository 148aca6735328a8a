"""Whether the words around a date look back or ahead: the tense of the verb that governs it."""

from collections.abc import Container
from typing import Literal

from spacy.tokens import Token

Tense = Literal["past", "present", "future", "unknown"]
_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_STEPS = 12
"""How far up the tree the verb is looked for; parses of garbled text can be deep."""


def governing_tense(token: Token, looks_ahead: Container[str], modals: Container[str]) -> Tense:
    """The tense of the verb above ``token``; "unknown" without one, or when the Doc has no tags or parse.

    ``looks_ahead`` holds lemmas after which an infinitive, a participle or a "for" speaks of the future, ``modals`` the
    lower-case auxiliaries that do.
    """
    if not (token.doc.has_annotation("DEP") and token.doc.has_annotation("TAG")):
        return "unknown"
    node = token
    for _ in range(_STEPS):
        if node is not token and node.tag_ not in _VERBS and node.lemma_.lower() in looks_ahead:
            return "future"
        if node.tag_ in _VERBS and node is not token:
            return _tense_of_verb(node, looks_ahead, modals, _STEPS)
        if node.head is node:
            break
        node = node.head
    return "unknown"


def _tense_of_verb(verb: Token, looks_ahead: Container[str], modals: Container[str], steps: int) -> Tense:
    auxiliaries = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    has = words & {"have", "has", "had", "having", "'ve"}
    if verb.tag_ == "MD" or any(word in modals for word in words):
        return "past" if has and not words & {"will", "shall", "'ll"} else "future"
    if "to" in words and not has:
        return _tense_above(verb, looks_ahead, modals, steps)
    if has or any(child.tag_ == "VBD" for child in auxiliaries):
        return _progress(verb, looks_ahead, default="past")
    if verb.tag_ == "VBD":
        return "future" if verb.lemma_ in looks_ahead and verb.dep_ in ("acl", "amod") else "past"
    if verb.tag_ in ("VBP", "VBZ"):
        return "present"
    if auxiliaries and verb.tag_ == "VBG":
        return "future"
    if verb.tag_ == "VBN" or verb.lemma_ in looks_ahead:
        return "future" if verb.lemma_ in looks_ahead else "past"
    return _tense_above(verb, looks_ahead, modals, steps, default="past")


def _progress(verb: Token, looks_ahead: Container[str], *, default: Tense) -> Tense:
    """ "Was to meet", "was scheduled for": the past speaking of what was still to come then, which publication decides."""
    if verb.lemma_ in looks_ahead and verb.tag_ == "VBN" and any(c.lower_ in ("is", "are", "been") for c in verb.lefts):
        return "future"
    return default


def _tense_above(
    verb: Token, looks_ahead: Container[str], modals: Container[str], steps: int, default: Tense = "future"
) -> Tense:
    """An infinitive or a bare participle takes its time from the verb or noun above it."""
    above = verb.head
    if above is verb or steps == 0:
        return default
    if above.lemma_.lower() in looks_ahead:
        return "future"
    if above.tag_ in _VERBS:
        return _tense_of_verb(above, looks_ahead, modals, steps - 1)
    return default
