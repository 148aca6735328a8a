"""Where a noun phrase begins and ends around its head."""

from spacy.tokens import Doc, Token

LEFT = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "advmod", "preconj", "case"})
NAME_LEFT = frozenset({"compound", "nmod", "flat", "amod"})
KEPT_PREPOSITIONS = frozenset({"of", "in", "from", "for", "at", "on"})
MAX_TOKENS = 24
"""A longer noun phrase is cut to its head and what stands before it: the parse is then hardly right."""


def phrase_tokens(head: Token) -> tuple[int, int]:
    """First and last token index (inclusive) of the phrase: modifiers before the head and "of"/"in" phrases after it.

    Relative clauses, appositions and participles stay outside, as does what is coordinated to the head.
    """
    start, end = left_token(head), head.i
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in KEPT_PREPOSITIONS and child.i == end + 1:
            last = _last_of_prepositional_phrase(child)
            if last is not None:
                end = last
        elif child.dep_ in ("nummod", "case") and child.i == end + 1:
            end = child.i
    if end - start >= MAX_TOKENS:
        end = head.i
    return start, end


def left_token(head: Token) -> int:
    """Index of the first token of the modifiers before a head, with what modifies them; white space and quotes skipped."""
    start = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in LEFT or (child.dep_ == "advmod" and child.tag_ not in ("RB", "JJ", "JJR", "JJS", "IN")):
            if child.is_punct and child.text in ('"', "“", "”", "'", ",", "-"):
                continue
            break
        start = child.left_edge.i
    while start < head.i and (head.doc[start].is_space or head.doc[start].is_punct):
        start += 1
    return start


def _last_of_prepositional_phrase(prep: Token) -> int | None:
    for child in prep.children:
        if child.dep_ == "pobj":
            return phrase_tokens(child)[1]
    return None


def char_span(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """Code point span of the tokens from ``first`` to ``last``, both included."""
    return doc[first].idx, doc[last].idx + len(doc[last])


def bare_start(doc: Doc, first: int, last: int) -> int:
    """``first`` moved past articles and demonstratives: "the rebels" to "rebels"."""
    while first < last and doc[first].tag_ in ("DT", "WDT") and doc[first].lower_ in ("the", "a", "an", "this", "these", "that", "those"):
        first += 1
    return first
