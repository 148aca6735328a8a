"""What stands before or behind a subject and is no part of it: labels of lines and words in brackets."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.read.parse.words import SUBJECTS, Mending

LABEL_ENDS = frozenset({":", "–", "—"})


def label(noun: Token) -> Iterator[Mending]:
    """ "Hamas: Israel bombed a school", "(Nairobi) – Soldiers killed ten men": who says so, or from where, is no second
    subject.
    """
    verb = noun.head
    other = next((part for part in verb.lefts if part.dep_ in SUBJECTS and part.i > noun.i), None)
    if other is not None and other.left_edge.i > noun.i and other.left_edge.nbor(-1).text in LABEL_ENDS:
        yield noun, verb, "dep"


def label_in_phrase(name: Token) -> Iterator[Mending]:
    """ "Myanmar: civilians killed by junta": no part of the phrase behind the colon."""
    if (
        name.i + 1 < len(name.doc)
        and name.nbor(1).text == ":"
        and name.left_edge.is_sent_start
        and name.head.i > name.i
    ):
        yield name, name.head, "dep"


def in_brackets(name: Token) -> Iterator[Mending]:
    """ "The SPLM-N (al-Hilu) shelled Kadugli": the name before the bracket did."""
    doc, first = name.doc, name.i
    while first > name.sent.start and (doc[first - 1].text in ("-", "–") or doc[first - 1].dep_ == "compound"):
        first -= 1
    if (
        first < name.sent.start + 2
        or doc[first - 1].text != "("
        or name.i + 1 >= len(doc)
        or doc[name.i + 1].text != ")"
    ):
        return
    outer = next((part for part in name.lefts if part.i < first - 1 and part.pos_ == "PROPN"), None)
    if outer is not None:
        yield outer, name.head, name.dep_
        yield name, outer, "appos"
        for part in name.lefts:
            if part.i < outer.i:
                yield part, outer, part.dep_
