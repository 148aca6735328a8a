"""The words that a claim rests on: the clause of its trigger."""

from collections.abc import Iterable, Iterator

from dateline.claims.words import Word
from dateline.model import Passage


def clause_passage(trigger: Word, participants: Iterable[Word]) -> Passage:
    """The clause of a trigger, with its participants: everything below its verb, without clauses that stand beside."""
    doc = trigger.doc
    head = trigger
    while head.pos_ not in ("VERB", "AUX") and head.head != head and head.dep_ not in ("appos",):
        head = head.head
    start, end = trigger.sent.start, trigger.sent.end
    inside = [token.i for token in (*_ends(head), *participants, trigger) if start <= token.i < end]
    first, last = min(inside), max(inside)
    while first < last and (doc[first].is_punct or doc[first].is_space or doc[first].dep_ in ("cc", "mark")):
        first += 1
    while last > first and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    return Passage.of(doc.text, doc[first].idx, doc[last].idx + len(doc[last]))


def _ends(head: Word) -> Iterator[Word]:
    """The first and last words of a verb and of everything below it but the clauses that stand beside."""
    yield head
    for child in head.children:
        if child.dep_ in ("conj", "parataxis", "cc") and child.pos_ in ("VERB", "AUX", "CCONJ"):
            continue
        yield child.left_edge
        yield child.right_edge
