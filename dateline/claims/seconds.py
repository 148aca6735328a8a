"""Whose deputy or successor somebody is, by the body that the other leads: "his deputy, Omar Tall", where he leads the
Dawn Front, is a member of the Front; "his predecessor" led it.
"""

from collections.abc import Iterable
from dataclasses import replace

from dateline.claims.drafts import Draft
from dateline.claims.participants import Participant
from dateline.ontology.load import KIND_GROUPS

OFFICES = frozenset({"leads", "member_of"})
BODIES = KIND_GROUPS["group"]


def with_bodies_of_leaders(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts; of offices under or after a person only those whose body the report tells, with that body."""
    known = list(drafts)
    bodies = _bodies(known)
    found: list[Draft] = []
    for draft in known:
        person = draft.object
        if draft.type not in OFFICES or person is None or not _is_one_person(person):
            found.append(draft)
            continue
        body = bodies.get(person.entity or "")
        if body is not None and draft.subject is not None and draft.subject.entity != person.entity:
            named = replace(person, name=body.name, entity=body.entity, kinds=body.kinds, place=None)
            found.append(replace(draft, object=named))
    return found


def _is_one_person(actor: Participant) -> bool:
    """Whether an actor is no body and not several: "kidnappers led by a sergeant" stand for themselves."""
    return "person" in actor.kinds and not actor.kinds & BODIES and actor.token.tag_ not in ("NNS", "NNPS")


def _bodies(drafts: list[Draft]) -> dict[str, Participant]:
    """The body that each person leads, else is a member of, as the report says first."""
    bodies: dict[str, Participant] = {}
    for relation in ("leads", "member_of"):
        for draft in drafts:
            holder, body = draft.subject, draft.object
            if draft.type != relation or draft.scope.polarity != "asserted" or holder is None or body is None:
                continue
            if holder.entity and body.entity and body.kinds & BODIES:
                bodies.setdefault(holder.entity, body)
    return bodies
