"""What the mendings of the parse share: their form, and the words that betray a parser's mistakes (``parse.yaml``)."""

from functools import cache

from spacy.tokens import Token

from dateline.languages.load import language_data

WITH_TENSE = frozenset({"VBD", "VBZ", "VBP"})
WITHOUT_TENSE = frozenset({"VB", "VBG"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
Mending = tuple[Token, Token, str]
"""A token, its new head (itself: the root of its sentence) and its new label."""


@cache
def words(name: str) -> frozenset[str]:
    """One of the lists of ``parse.yaml``."""
    return frozenset(language_data("parse")[name])


def child(token: Token, *labels: str) -> Token | None:
    """The first child with one of these labels."""
    return next((child for child in token.children if child.dep_ in labels), None)
