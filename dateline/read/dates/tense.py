"""Whether the words around a date look back or ahead: the tense of the verb that governs it."""

from collections.abc import Container, Mapping
from typing import Any, Literal

from spacy.tokens import Token

Tense = Literal["past", "present", "future", "unknown"]
Words = Mapping[str, Container[Any]]
"""Vocabularies: ``future_modal`` holds auxiliaries that speak of the future, ``looks_ahead`` lemmas whose
infinitive does ("agreed to meet"), ``arranged`` lemmas whose own date does ("scheduled for Friday", "the Friday
deadline"), ``done_with`` words beside them with which they do not ("set on fire"), ``sets_an_end`` those that do so
only with "for" or "until" ("called for Friday")."""
_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_ENDS = frozenset({"for", "until", "till", "to", "by", "through"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_THINGS = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "compound"})
"""Roles in which a date is a thing spoken of, "named Oct. 12 as the day of the vote", and not the time of the verb."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_STEPS = 12
"""How far up the tree the verb is looked for; parses of garbled text can be deep."""


def governing_tense(token: Token, words: Words, first: Token | None = None) -> Tense:
    """The tense of the verb above ``token``, the head of a date that begins with ``first``, in a parsed Doc.

    "unknown" without a verb, and where the date belongs to a noun below a verb in the past: "welcomed the vote of May".
    """
    doc = token.doc
    first = first or token
    before = doc[first.i - 1] if first.i else first
    if before.lower_ == "on" and before.i:
        before = doc[before.i - 1]
    if before.tag_ == "VBD" and before.lemma_ not in words["arranged"]:
        return "past"
    node, within_noun, in_subject = token, token.dep_ in _THINGS, False
    for _ in range(_STEPS):
        if node != token and not in_subject and _arranges(node, before.lower_, words):
            return _once_ahead(node)
        if node.tag_ in _VERBS and node != token:
            tense = _tense_of_verb(node, words, _STEPS)
            return "unknown" if within_noun and tense == "past" else tense
        if node.head == node:
            break
        within_noun = within_noun or (node != token and node.tag_ in _NOUNS)
        in_subject = node.dep_ in _SUBJECTS
        node = node.head
    return "unknown"


def _arranges(word: Token, before: str, words: Words) -> bool:
    """Whether a word puts the date below it ahead: "the Friday deadline", "postponed until Friday", "a strike called
    for Friday".
    """
    if word.tag_ not in _VERBS:
        return word.lemma_ in words["arranged"]
    return before in _ENDS and (word.lemma_ in words["arranged"] or word.lemma_ in words["sets_an_end"])


def _tense_of_verb(verb: Token, words: Words, steps: int) -> Tense:
    auxiliaries = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    forms = {child.lower_ for child in auxiliaries} | ({verb.lower_} if verb.tag_ == "MD" else set())
    tags = {child.tag_ for child in auxiliaries}
    has = forms & {"have", "has", "had", "having", "'ve"}
    if any(form in words["future_modal"] for form in forms):
        return "past" if has and not forms & {"will", "shall", "'ll"} else "future"
    if any(form in words["reported_modal"] for form in forms) and not has and verb.dep_ == "ccomp":
        return "future"
    if "MD" in tags or verb.tag_ == "MD":
        return "unknown"
    if "to" in forms and not has:
        return _tense_above(verb, words, steps)
    if has or "VBD" in tags:
        return "past"
    return _tense_by_form(verb, tags, words, steps)


def _tense_by_form(verb: Token, tags: set[str], words: Words, steps: int) -> Tense:
    """By the verb's own tag and the tags of its auxiliaries, where those settle nothing."""
    if verb.tag_ == "VBD":
        return "future" if _is_arranged(verb, words) and verb.dep_ in ("acl", "amod") else "past"
    if verb.tag_ in ("VBP", "VBZ"):
        return "present"
    if tags & {"VBP", "VBZ"}:
        return "future" if verb.tag_ == "VBG" or _is_arranged(verb, words) else "present"
    if verb.tag_ == "VBN":
        return "future" if _is_arranged(verb, words) else "past"
    return _tense_above(verb, words, steps)


def _is_arranged(verb: Token, words: Words) -> bool:
    """Whether a verb fixes a day to come: "set for 6 May", not "set on fire on 6 May"."""
    below = {word.lower_ for child in verb.children for word in (child, *child.children)}
    return verb.lemma_ in words["arranged"] and not any(word in words["done_with"] for word in below)


def _tense_above(verb: Token, words: Words, steps: int) -> Tense:
    """An infinitive or a bare participle takes its time from the word above it."""
    above = verb.head
    if above == verb and any(child.dep_ in _SUBJECTS for child in verb.lefts):
        return "future"  # a headline: "Rebels to free hostages on Friday"
    if above == verb or steps == 0:
        return "unknown"
    if above.lemma_ in words["looks_ahead"] or above.lemma_ in words["arranged"]:
        return _once_ahead(above)
    if above.lemma_ == "be" and verb.dep_ == "xcomp" and above.tag_ in ("VBZ", "VBP"):
        return "future"  # "is to appear in court on Friday"
    return _tense_of_verb(above, words, steps - 1) if above.tag_ in _VERBS else "unknown"


def _once_ahead(word: Token) -> Tense:
    """What was still to come: it is past by now where the report says "had", as in "had been due to end on Friday"."""
    auxiliaries = [*word.lefts, *word.head.lefts]
    return "past" if any(child.lower_ == "had" and child.dep_ == "aux" for child in auxiliaries) else "future"
