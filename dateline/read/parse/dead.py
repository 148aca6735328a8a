"""Tolls without a verb, as flashes and tickers print them: "Nine dead after a strike on Gao"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.read.parse.words import Mending, child

LOOSE = frozenset({"ROOT", "npadvmod", "dep", "appos"})
"""Labels of a number or a noun that is nothing's object or subject."""


def is_toll(dead: Token) -> bool:
    """Whether "dead" says by itself what became of so many, and tells of no noun or verb beside it."""
    if dead.lower_ != "dead" or dead.i == dead.sent.start:
        return False
    who = _those(dead)
    if who is None or who.i + 1 != dead.i:
        return False
    return dead.dep_ == "ROOT" or (dead.head == who and who.dep_ in LOOSE)


def without_verb(dead: Token) -> Iterator[Mending]:
    """The number or the noun undergoes it, as that of "nine were killed" does; what follows goes with it."""
    who = _those(dead) if dead.lower_ == "dead" and dead.tag_ == "VBN" and dead.i else None
    if who is None or not (dead.dep_ == "ROOT" or dead.head == who):
        return
    yield who, dead, "nsubjpass"
    if dead.head == who:
        above = who.head
        is_told = above.pos_ == "VERB" and above.i > dead.i
        yield (
            dead,
            (dead if who.dep_ == "ROOT" else above),
            ("ROOT" if who.dep_ == "ROOT" else "ccomp" if is_told else who.dep_),
        )
    for part in who.rights:
        if part.i > dead.i:
            yield part, dead, part.dep_


def _those(dead: Token) -> Token | None:
    """The number or the counted noun right before."""
    if dead.dep_ == "ROOT":
        return child(dead, "nummod")
    before = dead.nbor(-1)
    counted = before.tag_ == "CD" or any(part.dep_ == "nummod" for part in before.lefts)
    return before if counted and before.pos_ in ("NUM", "NOUN", "PROPN") else None
