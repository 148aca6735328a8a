"""What a sentence tells of a second place without saying its verb again: "killed four soldiers in Gao and two in
Kidal", "a nurse in Djibo on 3 March and a teacher in Arbinda on 5 March".
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.claims.counts import bounded
from dateline.claims.days import Days
from dateline.claims.drafts import HARM, Draft
from dateline.claims.participants import Participants
from dateline.claims.places import PLACED, Places
from dateline.claims.words import Word
from dateline.model import Count, Counts, PlaceMention
from dateline.read.dates.claim_span import span_for_claim

COUNTED = ("killed", "injured", "abducted", "arrested")


def with_gapped(drafts: Iterable[Draft], known: Participants, located: Places, days: Days) -> list[Draft]:
    """The drafts, with one more for each further place that shares the verb of a harm."""
    found: list[Draft] = []
    told: set[int] = set()
    for draft in drafts:
        found.append(draft)
        trigger = draft.match.trigger
        if draft.type not in HARM or draft.match.pattern.pos != "verb" or draft.place is None or trigger.i in told:
            continue
        told.add(trigger.i)
        found += [
            _further(draft, word, place, known, days)
            for word, place in _gaps(trigger, located)
            if draft.place.start < word.idx <= place.start
        ]
    return found


def _gaps(verb: Word, located: Places) -> Iterator[tuple[Word, PlaceMention]]:
    """The number or noun behind an "and" that has a place of its own, and the place."""
    for word in verb.subtree:
        if word.dep_ != "conj" or word.i < verb.i or word.pos_ not in ("NUM", "NOUN") or not _is_of(word, verb):
            continue
        if word.left_edge.i == 0 or word.left_edge.nbor(-1).lower_ != "and":
            continue
        places = (
            located.places[below.i]
            for prep in word.children
            if prep.dep_ == "prep" and prep.lower_ in PLACED
            for below in prep.children
            if below.i in located.places
        )
        if (place := next(places, None)) is not None:
            yield word, place


def _is_of(word: Word, verb: Word) -> bool:
    """Whether a word is joined to a verb, to its object or to a place of it, whichever the parser chose."""
    first = word.head
    if first.dep_ == "pobj":
        first = first.head
    return verb in (first, first.head)


def _further(draft: Draft, word: Word, place: PlaceMention, known: Participants, days: Days) -> Draft:
    """The same deed in another place, on the day that stands with it."""
    who = known.of(word, draft.attribution)[:1] if word.pos_ == "NOUN" else []
    dated = next((days.dates[at] for at in sorted(days.dates) if word.i < at < word.sent.end), None)
    when = draft.when
    if dated is not None:
        when = span_for_claim(dated, preposition=None, is_state=False, tense="past", published=days.published)
    number = bounded(word, word) if word.pos_ == "NUM" else None
    counts = _counted(draft.counts, number)
    return replace(draft, object=who[0] if who else None, place=place, when=when, counts=counts)


def _counted(counts: Counts, number: Count | None) -> Counts:
    """A number of those of whom the first are counted."""
    kinds = [kind for kind in COUNTED if getattr(counts, kind) is not None]
    return Counts(**{kinds[0]: number}) if number is not None and len(kinds) == 1 else Counts()
