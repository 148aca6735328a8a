"""A portion and what it is a portion of: the supporters of "some 3,000 of its supporters", the south of "much of the
south".
"""

from dateline.claims.agents import measures
from dateline.claims.logical import with_conjuncts
from dateline.claims.words import Word

HOW_MANY = frozenset("all both each any few none neither".split())
"""Words before "of" that say how many, besides nouns of measure."""


MOST = frozenset({"most", "much", "half"})


def is_most(token: Word) -> bool:
    """Whether a word says how much of a place is meant, so that the place cannot stand for it: "most of Mali"."""
    return token.lower_ in MOST


def whole_of(token: Word) -> Word | None:
    """What a word counts out or is a part of; None where it does neither."""
    counts = token.tag_ == "CD" or token.lower_ in HOW_MANY or {token.lemma, token.lower_} & measures()
    if not counts:
        return None
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            return next((child for child in prep.children if child.dep_ == "pobj"), None)
    return None


def wholes_of(head: Word) -> list[Word]:
    """What the words joined under a head are portions of, the others as they are; the head alone without portions."""
    tokens = list(with_conjuncts(head))
    wholes = [None if is_most(token) else whole_of(token) for token in tokens]
    if not any(wholes):
        return [head]
    return [whole or token for whole, token in zip(wholes, tokens, strict=True)]
