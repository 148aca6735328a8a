"""Relations as the edges of FollowTheMoney."""

from dateline.export.facts.ftm_draft import entity_id
from dateline.export.facts.wording import relation_label, standing_words
from dateline.model.actor import Actor
from dateline.model.fact import Party, Relation
from dateline.model.portion import Portion

UNDER = frozenset({"part_of"})
IN = frozenset({"member_of", "leads"})
ANYTHING = ("UnknownLink", "subject", "object")


def relation_draft(portion: Portion, relation: Relation, profile: str) -> tuple[str, dict[str, list[str]]]:
    """The schema of a relation and its properties.

    A unit under a unit is a Control of the superior (in profile 3 an UnknownLink), a person in a body a Membership, all
    else an UnknownLink whose role is the type. A relation to a place, or to somebody without an id, is a Note on the
    actor, as only actors can be ends of a link.
    """
    subject, other = _actor(portion, relation.subject), _actor(portion, relation.object)
    if subject is None or other is None:
        return "Note", _note(subject, other, relation)
    schema, first, second = _schema(relation, subject, other, profile)
    ends = {first: [entity_id("actor", subject.id)], second: [entity_id("actor", other.id)]}
    return schema, {**ends, **_told(relation)}


def _actor(portion: Portion, party: Party) -> Actor | None:
    return portion.actors.get(party.actor or "")


def _schema(relation: Relation, subject: Actor, other: Actor, profile: str) -> tuple[str, str, str]:
    """Schema, and the properties of subject and object."""
    between_bodies = subject.kind != "person" and other.kind != "person"
    if relation.type in UNDER and between_bodies and profile != "3":
        return "Control", "controlled", "controller"
    if relation.type in IN and subject.kind == "person" and other.kind != "person":
        return "Membership", "member", "organization"
    return ANYTHING


def _told(relation: Relation) -> dict[str, list[str]]:
    """Role, dates of the first and last stretch, and what keeps the relation from being plain."""
    stretches = relation.validity
    certain = [stretch.certain for stretch in stretches if stretch.certain]
    first = certain[0].first if certain else None
    is_over = bool(stretches) and stretches[-1].ended_by is not None
    last = stretches[-1].possible.last if is_over else None
    return {
        "role": [*relation.roles] if relation.type == "leads" and relation.roles else [relation.type, *relation.roles],
        "startDate": [first.isoformat()] if first else [],
        "endDate": [last.isoformat()] if last else [],
        "status": [relation.status, relation.modality],
        "summary": [f"{relation_label(relation)}. {standing_words(relation)}"],
    }


def _note(subject: Actor | None, other: Actor | None, relation: Relation) -> dict[str, list[str]]:
    ids = [entity_id("actor", actor.id) for actor in (subject, other) if actor]
    return {
        "name": [relation_label(relation)],
        "entity": ids,
        "description": [f"{relation_label(relation)}. {standing_words(relation)}"],
    }
