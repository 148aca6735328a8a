"""Verbs of headlines that are taken for nouns: "Rebels ambush UN convoy", "Gunmen storm Mogadishu hotel"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.read.parse.words import Mending, child, words


def is_verb_of_headline(token: Token) -> bool:
    """Whether a word that may be a verb stands right behind what the parser took for its subject."""
    if token.tag_ not in ("NN", "VBP", "VB") or token.lower_ not in words("printed_as_nouns"):
        return False
    subject = child(token, "nsubj")
    return subject is not None and subject.i == token.i - 1 and subject.tag_ in ("NNS", "NNPS", "NNP")


def ahead_of_object(verb: Token) -> Iterator[Mending]:
    """The verb leads its sentence; what it was taken for a part of is its object."""
    thing = verb.head
    if verb.dep_ == "compound" and thing.i > verb.i and is_verb_of_headline(verb):
        yield verb, (verb if thing.dep_ == "ROOT" else thing.head), thing.dep_
        yield thing, verb, "dobj"
