"""Whether an event is one between political or armed actors, so that clubs, firms and families yield nothing.

For the types that ask for it (``political: true`` in the ontology) a claim needs a participant who is such an actor,
whose words name one ("army bulldozers", "Congolese doctors"), or who stands in one clause with one. In a report that
is plainly about conflict anybody will do but a business.
"""

from collections.abc import Iterator, Sequence

from dateline.claims.agents import agent_words
from dateline.claims.participants import Participant, Participants
from dateline.claims.words import Word
from dateline.ontology.load import KIND_GROUPS

POLITICAL = KIND_GROUPS["political"]
PEOPLE = frozenset({"person", "civilians", "organisation", "media"})
BODIES = frozenset("opposition party movement coalition alliance faction union".split())
"""Organisations that are political by what they are called."""
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "conj", "parataxis"})


def is_political(
    participants: Sequence[Participant], trigger: Word, known: Participants, *, on_conflict: bool = False
) -> bool:
    """Whether one of the participants of a trigger makes its event political.

    ``on_conflict``: the report is plainly about conflict, so that "both sides", elders and charities are parties to
    it, and talks may open without a name; clubs and firms still need an actor beside them.
    """
    if on_conflict and not any(participant.token.lemma in agent_words().business for participant in participants):
        return True
    people = False
    for participant in participants:
        if participant.kinds & POLITICAL or _is_body(participant) or _names_one(participant, known):
            return True
        people = people or bool(participant.kinds & PEOPLE) or participant.token.pos_ == "PRON"
    return people and any(_is_actor(token, known) for token in _clause(trigger))


def _names_one(participant: Participant, known: Participants) -> bool:
    """Whether the words before the head name a political actor, or the nation of civilians."""
    for child in participant.token.lefts:
        if child.dep_ in ("compound", "amod", "nmod", "poss") and _is_actor(child, known):
            return True
    return "civilians" in participant.kinds and any(
        token.i in known.places and known.places[token.i].precision == "country" for token in participant.token.subtree
    )


def _is_body(participant: Participant) -> bool:
    return "organisation" in participant.kinds and participant.token.lemma_.lower() in BODIES


def _is_actor(token: Word, known: Participants) -> bool:
    return bool(known.kinds_at(token) & POLITICAL)


def _clause(trigger: Word) -> Iterator[Word]:
    """The tokens of the trigger's clause, without clauses below it."""
    head = trigger
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    waiting = [head]
    if head.dep_ == "ccomp":  # who says so stands in the clause above
        waiting += [child for child in head.head.children if child.dep_ == "nsubj"]
    while waiting:
        token = waiting.pop()
        yield token
        waiting += [child for child in token.children if child.dep_ not in CLAUSES or child.pos_ not in ("VERB", "AUX")]
