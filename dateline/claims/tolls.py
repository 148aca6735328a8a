"""The toll of an attack that a sentence gives as a number: "the death toll from the attack rose to 31"."""

from collections.abc import Iterator

from dateline.claims.counts import bounded
from dateline.claims.words import Word
from dateline.languages.load import language_data
from dateline.model import Count, Counts

BINDERS = frozenset({"from", "of", "in"})
"""Words between a toll and the attack it is of."""
GIVERS = frozenset({"to", "at", "as"})
"""Words before the number: "rose to 31", "stands at 44", "put the toll at 15"."""


def toll_of(attack: Word) -> Counts:
    """The number of dead that a sentence gives for an attack named after its toll; all None when it gives none."""
    if attack.dep_ != "pobj" or attack.head.lower_ not in BINDERS:
        return Counts()
    toll = next((noun for noun in _named_with(attack.head.head) if _is_toll(noun)), None)
    count = next(_numbers(toll.head), None) if toll else None
    return Counts(killed=count) if count else Counts()


def _named_with(owner: Word) -> Iterator[Word]:
    """Where a toll may stand, seen from what the phrase with the attack hangs on."""
    yield owner
    yield owner.head.head
    yield from (child for child in owner.children if child.dep_ in ("nsubj", "nsubjpass", "dobj"))


def _is_toll(noun: Word) -> bool:
    """Whether a noun is a toll of the dead: "death toll", "number of dead", "toll"."""
    words = language_data("counts")["tolls"]
    kinds = [child.lower_ for child in noun.lefts if child.dep_ in ("compound", "amod")]
    if noun.lemma in words["of_dead"]:
        return not set(kinds) & set(words["not_dead"])
    counted = (word.lower_ for prep in noun.rights if prep.lower_ == "of" for word in prep.rights)
    return noun.lemma in words["number"] and any(word in words["dead"] for word in counted)


def _numbers(verb: Word) -> Iterator[Count]:
    """The numbers that a verb gives: "rose to 31", "was 31", "put at 15"."""
    places = [word for prep in verb.rights if prep.lower_ in GIVERS for word in prep.rights if word.dep_ == "pobj"]
    if verb.lemma == "be":
        places += [word for word in verb.rights if word.dep_ == "attr"]
    for word in places:
        numbers = [word] if word.like_num else [child for child in word.lefts if child.dep_ == "nummod"]
        found = next((count for number in numbers if (count := bounded(word, number))), None)
        if found:
            yield found
