"""Which participants of an event stand against which: lists, bare numbers, and sides that do a thing to each other."""

from collections.abc import Sequence

from dateline.claims.logical import with_conjuncts
from dateline.claims.match import Match, own_words
from dateline.claims.participants import Participant
from dateline.claims.words import Word

RECIPROCAL_TYPES = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Events in which all who take part do the same: "the government and the rebels signed"."""
RECIPROCAL_MODES = frozenset({"clash"})
MUTUAL_VERBS = frozenset("exchange swap trade restore resume normalise normalize establish sever cut break".split())
MUTUAL_NOUNS = frozenset("tie relation prisoner captive detainee body fire shot accusation ambassador".split())
"""What two sides do to each other though the type of event is none of both: "restored ties", "swapped prisoners"."""
NUMBERED = frozenset({"few", "many", "several", "some", "most", "dozen", "hundred", "thousand", "score"})


def is_reciprocal(match: Match) -> bool:
    """Whether those who take part in an event do it with each other."""
    if match.pattern.type in RECIPROCAL_TYPES or match.pattern.mode in RECIPROCAL_MODES:
        return True
    return match.trigger.lemma in MUTUAL_VERBS and any(word.lemma in MUTUAL_NOUNS for word in own_words(match))


def one_against_others(
    subjects: Sequence[Participant], objects: Sequence[Participant]
) -> list[tuple[Participant, Participant]]:
    """Of several sides named together the first with each of the others; none where an object is named, or one side
    only.
    """
    if objects or len(subjects) < 2 or not any(subject.kinds for subject in subjects):
        return []
    return [(subjects[0], other) for other in subjects[1:]]


def shared_out(head: Word) -> list[Word]:
    """Those for whom several speak besides the first named: Uganda of "the leaders of Rwanda and Uganda met"."""
    if head.tag_ != "NNS":
        return []
    named = [
        below
        for prep in head.children
        if prep.dep_ == "prep" and prep.lower_ in ("of", "from")
        for below in prep.children
        if below.dep_ == "pobj" and below.pos_ == "PROPN"
    ]
    return [other for first in named[:1] for other in with_conjuncts(first) if other != first and other.pos_ == "PROPN"]


def one_list(participants: list[Participant]) -> list[Participant]:
    """One of several whom the words don't name: "a cook and two guards" are the victims of one event, not of two."""
    unnamed = all(p.token.pos_ == "NOUN" and p.place is None for p in participants)
    return participants[:1] if unnamed else participants


def is_bare_number(participant: Participant) -> bool:
    """Whether the words only say how many: the 37 of "37 had died". The number is kept among the counts."""
    token = participant.token
    if participant.entity is not None or participant.kinds:
        return False
    is_number = token.pos_ == "NUM" or token.like_num or token.lemma_.lower() in NUMBERED
    return is_number and not any(child.dep_ == "prep" and child.lower_ == "of" for child in token.children)
