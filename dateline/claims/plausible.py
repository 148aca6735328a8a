"""Whether those whom a violent event needs can do it or suffer it, so that figures of speech yield nothing.

"Measles killed nine", "the goal killed the game" and "the club faces a battle" are no attacks.
"""

from collections.abc import Sequence

from dateline.claims.agents import carries_people, is_machine, may_be_people
from dateline.claims.match import Match
from dateline.claims.participants import Participant
from dateline.ontology.load import KIND_GROUPS

HARMS = frozenset("kill wound injure slay maim murder massacre slaughter execute assassinate".split())
FIGURES = frozenset("battle fight fighting clash combat skirmish".split())
"""Nouns of fighting that clubs, firms and people at odds are said to be in too."""
SIDES = frozenset("side party faction community".split())
"""Nouns for those who fight one another."""
FIGHTING = KIND_GROUPS["political"] | {"civilians", "place"}


def is_plausible(
    match: Match, subjects: Sequence[Participant], objects: Sequence[Participant], *, on_conflict: bool = False
) -> bool:
    """Whether a match of a material conflict has a doer that can act and, where it needs one, a victim that can be
    hurt. ``on_conflict``: the report is plainly about conflict, where battles are no figures of speech.
    """
    if subjects and not any(can_act(subject) for subject in subjects):
        return False
    if match.trigger.lemma in HARMS and objects and not any(can_be_hurt(object_) for object_ in objects):
        return False
    parties = (*subjects, *objects)
    is_figure = not on_conflict and match.pattern.pos == "noun" and match.trigger.lemma in FIGURES
    return not (is_figure and parties and not any(party.kinds & FIGHTING for party in parties))


def can_act(participant: Participant) -> bool:
    """Whether a participant is somebody, or a machine that somebody acts with."""
    token = participant.token
    return bool(participant.kinds) or may_be_people(token) or is_machine(token) or token.lemma in SIDES


def can_be_hurt(participant: Participant) -> bool:
    """Whether a participant is somebody, or something that people are in."""
    return bool(participant.kinds) or may_be_people(participant.token) or carries_people(participant.token)
