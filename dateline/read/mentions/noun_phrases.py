"""Where a noun phrase begins and ends around its head."""

from functools import cache

from dateline.languages.load import language_data
from dateline.read.mentions.table import Table

LEFT = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "advmod", "preconj", "case"}
)
KEPT_PREPOSITIONS = frozenset({"of", "in", "from", "for", "at", "on"})
MAX_TOKENS = 24
"""A longer noun phrase is cut to its head and what stands before it: the parse is then hardly right."""
_DATING = frozenset({"on", "in", "by", "since", "until", "from", "during", "of"})
"""Prepositions before a date, whose noun phrase is no part of the date."""
_DEGREE = frozenset({"RB", "JJ", "JJR", "JJS", "IN"})
_OUTCOMES = frozenset({"dead", "free"})
_SKIPPED = frozenset({'"', "“", "”", "'", ",", "-"})
_ARTICLES = frozenset({"the", "a", "an", "this", "these", "that", "those"})


@cache
def time_words() -> frozenset[str]:
    """Days, months, seasons and nouns such as "week", in lower case."""
    return frozenset(language_data("phrases")["time_words"])


@cache
def _of_verbs() -> frozenset[str]:
    return frozenset(language_data("phrases")["of_verbs"])


@cache
def _loyal() -> frozenset[str]:
    return frozenset(language_data("phrases")["loyal"])


def phrase(table: Table, head: int) -> tuple[int, int]:
    """First and last token index (inclusive) of the phrase: modifiers before the head and "of"/"in" phrases after it.

    Relative clauses, appositions and participles stay outside, as does what is coordinated to the head; but for "loyal
    to General Tall" and the like, which tell some fighters from others.
    """
    start, end = left_token(table, head), head
    for child in table.children[head]:
        if child != end + 1:
            continue
        if table.dep[child] == "prep" and table.lower[child] in KEPT_PREPOSITIONS:
            inner = table.child(child, "pobj")
            if inner is None or inner < child:
                continue
            if table.lower[child] == "of" and _belongs_to_verb(table, head):
                break
            if table.lower[child] != "of" and (table.lower[inner] in time_words() or _is_year(table, inner)):
                break  # "the envoy on Monday", "a rival in 2017"
            end = phrase(table, inner)[1]
        elif table.dep[child] in ("nummod", "case"):
            end = child
        elif table.lower[child] in _loyal():
            end = _end_of_loyalty(table, child) or end
    return start, end if end - start < MAX_TOKENS else head


def _end_of_loyalty(table: Table, word: int) -> int | None:
    """The last token of "loyal to General Tall" behind those who are; None where the word has no such phrase."""
    prep = next((child for child in table.children[word] if child == word + 1 and table.dep[child] == "prep"), None)
    named = table.child(prep, "pobj") if prep is not None else None
    return phrase(table, named)[1] if named is not None and named > word else None


def _is_year(table: Table, word: int) -> bool:
    return table.tag[word] == "CD" and len(table.text[word]) == 4 and table.text[word].isdigit()


def _belongs_to_verb(table: Table, head: int) -> bool:
    """Whether the "of" after a head is its verb's, which has no other: "accused the rebels of murder"."""
    verb = table.head[head]
    if table.dep[head] != "dobj" or table.lemma[verb] not in _of_verbs():
        return False
    return not any(table.dep[child] == "prep" and table.lower[child] == "of" for child in table.children[verb])


def left_token(table: Table, head: int) -> int:
    """Index of the first token of the modifiers before a head, with what modifies them; signs skipped."""
    start = head
    for child in reversed(table.children[head]):
        if child > head:
            continue
        label = table.dep[child]
        if label not in LEFT or (label == "advmod" and table.tag[child] not in _DEGREE):
            if table.text[child] in _SKIPPED:
                continue
            break
        if table.lower[child] in _OUTCOMES and child > 0 and table.tag[child - 1][:2] == "VB":
            break  # "shot dead nine men", "set free two nuns"
        start = table.left_edge(child)
    start = _behind_date(table, start, head)
    while start < head and not any(map(str.isalnum, table.text[start])):
        start += 1
    return start


def _behind_date(table: Table, start: int, head: int) -> int:
    """The start moved past a date that the parser put before the head: "on 13 May commandos stormed the cave"."""
    if table.word(start - 1) not in _DATING and not table.text[start].isdigit():
        return start
    dated = [word for word in range(start, head) if table.lower[word] in time_words() and table.tag[word] == "NNP"]
    if not dated:
        return start
    behind = dated[-1] + 1
    return behind + 1 if behind < head and _is_year(table, behind) else behind


def char_span(table: Table, first: int, last: int) -> tuple[int, int]:
    """Code point span of the tokens from ``first`` to ``last``, both included."""
    return table.start[first], table.end[last]


def bare_start(table: Table, first: int, last: int) -> int:
    """``first`` moved past articles and demonstratives: "the rebels" to "rebels"."""
    while first < last and table.tag[first] in ("DT", "WDT") and table.lower[first] in _ARTICLES:
        first += 1
    return first
