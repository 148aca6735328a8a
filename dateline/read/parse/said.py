"""Who says something, and what."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.read.parse.words import SUBJECTS, WITH_TENSE, Mending, child, words


def said(verb: Token) -> Iterator[Mending]:
    """Who says something, and what: "…, a spokesman said", "…; the army said", "residents said shelling killed"."""
    if verb.lemma_ not in words("saying") or verb.tag_ not in WITH_TENSE:
        return
    said = child(verb, "ccomp")
    if said is None:
        return
    subject = child(verb, "nsubj")
    if said.i < verb.i and subject is None:
        yield from _speaker_behind(verb, said)
    elif said.i < verb.i and subject is not None and verb.dep_ == "ROOT":
        end = max((token.i for token in said.subtree if token.i < subject.i), default=said.i)
        if (
            any(mark.text == ";" for mark in verb.doc[end : subject.left_edge.i + 1])
            and child(said, *SUBJECTS) is not None
        ):
            yield said, said, "ROOT"
            yield verb, said, "conj"
    deed = child(verb, "xcomp")
    if deed is not None and verb.i < deed.i < said.i and deed.tag_ == "VBG" and child(said, *SUBJECTS) is None:
        yield deed, said, "nsubj"


def _speaker_behind(verb: Token, said: Token) -> Iterator[Mending]:
    """The speaker whom the parser took for an apposition to the last name of what was said."""
    before = verb.nbor(-1) if verb.i else verb
    for token in said.subtree:
        phrase_ends = token.right_edge == before
        if token.dep_ == "appos" and phrase_ends and token.left_edge.i and token.left_edge.nbor(-1).text == ",":
            yield token, verb, "nsubj"
            return
