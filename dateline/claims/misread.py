"""Verbs that a parser took for a word of their own object: "The faction swore allegiance to"."""

from dateline.claims.lemmas import never_nouns
from dateline.claims.words import Word

_MODIFYING = frozenset({"compound", "amod", "nmod"})


def is_misread(verb: Word) -> bool:
    """Whether a verb in the past tense was parsed as a modifier of its own object: "The faction swore allegiance to".

    A modifier would have the article before it.
    """
    if verb.dep_ not in _MODIFYING:
        return False
    head, is_past = verb.head, verb.lower_ in never_nouns()
    if (verb.tag_ != "VBD" and not is_past) or head.i < verb.i:
        return False
    if is_past and (before := word_before(verb)) is not None and before.pos_ == "PROPN":
        return True  # the article, if any, is of the name before it
    return not any(child.dep_ in ("det", "poss", "nummod") and child.i < verb.i for child in head.children)


def is_mistagged(word: Word) -> bool:
    """Whether a verb in the past tense was tagged as a noun and parsed as a verb: "Troops, backed by jets, retook"."""
    return (
        word.tag_ in ("NN", "NNP", "NNS", "JJ")
        and word.lower_ in never_nouns()
        and any(child.dep_ in ("nsubj", "nsubjpass") for child in word.children)
    )


def word_before(token: Word) -> Word | None:
    """The word before another, a bracket's end passed over: the NF of "the Northern Front (NF) swore"."""
    before = token.i - 1 - (token.i > 1 and token.nbor(-1).text == ")")
    return token.doc[before] if before >= token.sent.start else None
