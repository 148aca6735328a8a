"""Which parties make a claim that says something: nobody in place of "anyone", no doer who is scenery, nothing of
somebody and himself.
"""

from dateline.claims.agents import is_machine, is_nobody
from dateline.claims.drafts import Draft
from dateline.claims.participants import Participant
from dateline.claims.targets import NEEDS_ACTOR
from dateline.ontology.load import ClaimType
from dateline.read.attributions import cue_class
from dateline.read.mentions.lexicon import actor_lexicon

PLACE = frozenset({"place"})
POINTING = frozenset({"this", "that", "other"})
"""Words that point to something told, not to somebody; "other" is the head of "each other"."""


def somebody(participant: Participant | None) -> Participant | None:
    """Nobody in place of "anyone" and "no soldier", of whom something is denied, and of "this" and "each other"."""
    if participant is None or is_nobody(participant.token):
        return None
    return None if participant.entity is None and participant.token.lower_ in POINTING else participant


def says_nothing(claim_type: ClaimType, subject: Participant | None, object_: Participant | None) -> bool:
    """Whether a claim of these two would say nothing: of somebody and himself, of a name that is none, of a machine."""
    renames = claim_type.name == "alias_of"
    if (
        subject
        and object_
        and subject.entity
        and subject.entity == object_.entity
        and not (renames and subject.token != object_.token)
    ):
        return True
    if renames and (_is_described_body(subject, object_) or _is_office(object_)):
        return True  # "a unit known as the Falcons" is named, not renamed
    if claim_type.quad in NEEDS_ACTOR and subject and subject.entity is None:
        return is_machine(subject.token)  # "troops backed by tanks"
    return False


def is_own(subject: Participant | None, object_: Participant | None) -> bool:
    """Whether somebody is taken to harm what is his own."""
    if subject is None or object_ is None or subject.entity is None or subject.token == object_.token:
        return False
    return subject.entity == object_.entity and not object_.token.lower_.endswith(("self", "selves"))


def is_scenery(subject: Participant) -> bool:
    """Whether a doer is only where it came from: "came under fire from the hills", but not "from a base of the army",
    nor "Washington bombed the camp".
    """
    token = subject.token
    is_owned = any(child.dep_ == "poss" or child.lower_ == "of" for child in token.children)
    return subject.kinds == PLACE and token.pos_ == "NOUN" and not is_owned


def accuses_itself(subject: Participant | None, draft: Draft) -> bool:
    """Whether the one who is accused was taken for who accuses: "Army accused of burning villages"."""
    if subject is None or draft.speaker is None or draft.attribution is None or subject.entity is None:
        return False
    return subject.entity == draft.speaker.entity and cue_class(draft.attribution.verb) == "accuse"


def _is_described_body(participant: Participant | None, named: Participant | None) -> bool:
    """Whether words describe a body that has no name but the one given: the unit of "a unit known as the Falcons"."""
    if participant is None or participant.token.pos_ != "NOUN" or "person" in participant.kinds:
        return False
    is_only_name = named is not None and participant.name == named.name
    return is_only_name or participant.words.endswith(participant.name)


def _is_office(named: Participant | None) -> bool:
    """Whether what somebody calls himself is no name: "calls himself president of the republic"."""
    return named is not None and named.token.text in actor_lexicon().heads
