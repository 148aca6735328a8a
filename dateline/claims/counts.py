"""How many people: numbers of the killed, injured, abducted, arrested, displaced, and the size of a crowd.

The words are in ``languages/en/counts.yaml``. A bound that the words do not set is left open ("at least 20").
"""

import re
from dataclasses import fields
from functools import cache
from typing import Any, Literal

from dateline.claims.agents import is_machine
from dateline.claims.logical import Arguments, with_conjuncts
from dateline.claims.numbers import number_value, number_words, word_value
from dateline.claims.words import Word
from dateline.languages.load import language_data
from dateline.model import Count, Counts

CountKind = Literal["killed", "injured", "abducted", "arrested", "displaced", "crowd"]
TOTALS = frozenset({"total"})
"""Nouns that only say that what follows "of" was counted."""


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = language_data("counts")
    return data


@cache
def _counted() -> dict[tuple[str, str], CountKind]:
    """(slot, lemma) to what is counted; the slot is object, subject or nouns."""
    table: dict[tuple[str, str], CountKind] = {}
    for kind, slots in _data()["counted"].items():
        for slot, lemmas in slots.items():
            table.update({(slot, lemma): kind for lemma in lemmas})
    return table


def counts_of(trigger: Word, arguments: Arguments) -> Counts:
    """The numbers that a trigger's participants state; all None when there are none."""
    lemma = trigger.lemma_.lower()
    table = _counted()
    if trigger.pos_ == "NOUN":
        return _counted_people(table.get(("nouns", lemma)), arguments.slot("prep:of"))
    if lemma == "leave":
        return _left(trigger, arguments)
    kind = table.get(("object", lemma))
    if kind == "injured" and _to_death(trigger):
        kind = "killed"
    if kind:
        return _counted_people(kind, arguments.obj)
    return _counted_people(table.get(("subject", lemma)), arguments.subj)


def _to_death(verb: Word) -> bool:
    """ "Shot a teacher dead", "shot to death"."""
    below = [token for child in verb.children for token in (child, *child.children)]
    return any(token.lower_ == "dead" or (token.lower_ == "death" and token.head.lower_ == "to") for token in below)


def _left(trigger: Word, arguments: Arguments) -> Counts:
    """ "Left forty people dead", "left at least 12 dead and 30 wounded"."""
    found = {
        kind: count for state in _states(trigger) if (kind := _kind_left(state)) and (count := _number_left(state))
    }
    if found:
        return Counts(**found)
    kind = next((kind for state in arguments.attr if (kind := _kind_left(state))), None)
    return _counted_people(kind, arguments.obj)


def _kind_left(state: Word) -> CountKind | None:
    return _counted().get(("left", state.lower_))


def _states(trigger: Word) -> list[Word]:
    """The words for the states that a verb leaves people in, joined ones too."""
    first = [child for child in trigger.rights if _kind_left(child)]
    joined = [other for state in (*first, trigger) for other in state.conjuncts if other.i > trigger.i]
    return [*first, *(other for other in joined if _kind_left(other) and other not in first)]


def _number_left(state: Word) -> Count | None:
    """The number that stands with a state itself: "12 dead", "18 people dead"."""
    for child in state.lefts:
        if child.dep_ == "nummod":
            return bounded(state, child)
        if child.dep_ in ("nsubj", "nsubjpass"):
            return count_of(child)
    return None


def _counted_people(kind: CountKind | None, heads: list[Word]) -> Counts:
    if kind is None or not heads:
        return Counts()
    people = [token for head in heads for token in with_conjuncts(head) if not _is_thing(token)]
    found = [count for token in people if (count := count_of(token))]
    if not found:
        return Counts()
    high = None if any(count.high is None for count in found) else sum(count.high or 0 for count in found)
    total = Count(low=sum(c.low for c in found), best=sum(c.best for c in found), high=high)
    return Counts(**{kind: total})


def _is_thing(head: Word) -> bool:
    """Whether a noun is a weapon, a vehicle or a place: who seizes 40 rifles or three villages abducts nobody."""
    if head.like_num or head.lemma_.lower() in _data()["people"]:
        return False
    is_place = head.tag_ not in ("NNPS", "NNS")  # "three Palestinians" are no place
    places = head.doc._.dateline_places if is_place else ()
    return is_machine(head) or any(place.start <= head.idx < place.end for place in places)


def count_of(head: Word) -> Count | None:
    """The number of people that a noun phrase states; None when it states none or its head is not people."""
    lemma = head.lemma_.lower()
    data = _data()
    if head.lower_ in data["vague"]:
        low, best, high = data["vague"][head.lower_]
        return Count(low=low, best=best, high=high)
    if head.like_num:
        return bounded(head, head)
    if lemma in TOTALS and (counted := _after_of(head)) is not None:
        return count_of(counted)
    if lemma not in data["people"] and head.pos_ not in ("NOUN", "PROPN"):
        return None
    number = next((child for child in head.lefts if child.dep_ == "nummod"), None)
    if number is not None:
        return bounded(head, number)
    for child in head.children:
        if child.dep_ in ("amod", "det") and child.lower_ in data["vague"]:
            low, best, high = data["vague"][child.lower_]
            return Count(low=low, best=best, high=high)
    if lemma in data["people"] and head.tag_ == "NN" and any(c.lower_ in ("a", "an") for c in head.children):
        return Count(low=1, best=1, high=1)
    return None


def _after_of(head: Word) -> Word | None:
    """What a word such as "total" counts: the people of "a total of 23 people"."""
    below = (word for prep in head.children if prep.lower_ == "of" for word in prep.children if word.dep_ == "pobj")
    return next(below, None)


def bounded(head: Word, number: Word) -> Count | None:
    """The number with the words before it that make it a bound."""
    value = number_value(number)
    if value is None:
        return None
    data = _data()
    start = max(head.sent.start, min(number.left_edge.i, head.left_edge.i) - 3)
    before = head.doc[start : number_words(number)[0].i].text.lower()
    between = re.search(r"between\s+([\w,]+)\s+and\s*$", before)
    if between and (low := word_value(between.group(1))) is not None:
        return Count(low=min(low, value), best=value, high=value)
    for child in number.children:
        if child.dep_ == "conj" and before.rstrip().endswith("between") and (high := number_value(child)):
            return Count(low=value, best=high, high=high)
    if _ends_with(before, data["at_least"]):
        return Count(low=value, best=value, high=None)
    if _ends_with(before, data["at_most"]):
        return Count(low=0, best=value, high=value)
    return Count(low=value, best=value, high=value)


def _ends_with(before: str, phrases: list[str]) -> bool:
    return any(re.search(rf"\b{re.escape(phrase)}\s+(?:[\w-]+\s+)?$", before + " ") for phrase in phrases)


def merged(one: Counts, other: Counts) -> Counts:
    """The counts of both; where both give one, the first."""
    found: dict[str, Count | None] = {
        field.name: getattr(one, field.name) or getattr(other, field.name) for field in fields(Counts)
    }
    return Counts(**found)
