"""A portion and what it is a portion of: the supporters of "some 3,000 of its supporters", the south of "much of the
south".
"""

from spacy.tokens import Token

from dateline.claims.agents import measures
from dateline.claims.lemmas import lemma_of

PORTIONS = frozenset(
    "most much many some several all half third two-third two-thirds part rest bulk one none few both".split()
)
"""Words that count or measure what follows "of", besides the nouns of measure and numbers."""


def whole_of(token: Token) -> Token | None:
    """What a word counts out or is a part of; None where it does neither."""
    lemma = lemma_of(token)
    if not (lemma in PORTIONS or lemma in measures() or token.lower_ in PORTIONS or token.tag_ == "CD"):
        return None
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            return next((child for child in prep.children if child.dep_ == "pobj"), None)
    return None
