"""An actor out of its entities: id, name, kind, country, and whether it is protected in exports."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from dateline.facts.actor_keys import Background, is_person, state_body, usable_names
from dateline.facts.inputs import EntityId, EntityIn, ReportIn
from dateline.facts.names import compared
from dateline.languages.load import language_data
from dateline.model.actor import Actor, NameUse, Protection

_ORDER: tuple[Protection, ...] = ("public", "child", "victim", "witness", "private")


def actor_of(
    members: Sequence[EntityIn],
    reports: Mapping[str, ReportIn],
    backgrounds: Mapping[EntityId, Background],
    parts: Mapping[EntityId, frozenset[str]],
) -> Actor:
    """The actor that entities (in the order of adding) are. ``parts``: "victim", "speaker" where claims make it so."""
    known = next((entity.known for entity in members if entity.known), None)
    names = _names(members)
    protection, reason = _protection(members, backgrounds, parts)
    return Actor(
        id=known or identity_of(members[0], namesake=backgrounds[members[0].key].namesake),
        name=names[0].name,
        kind=Counter(entity.kind for entity in members).most_common(1)[0][0],
        country=_country(members, backgrounds),
        known=known,
        names=names,
        reports=len({entity.report for entity in members}),
        protection=protection,
        protection_reason=reason,
    )


def identity_of(first: EntityIn, *, namesake: bool) -> str:
    """The id of an actor whose first entity it is. Made of the report and the name, not of the entity's number, which a
    newer reader may change; only of two with one name in a report it takes the number too.
    """
    names = usable_names(first)
    name = " ".join(compared(names[0])) if names else first.name
    parts = [first.report, name, *([first.id] if namesake else [])]
    return f"a{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:12]}"


def _names(members: Sequence[EntityIn]) -> tuple[NameUse, ...]:
    """All names with the reports that use them. The first is the display name: the most used, of those the longest."""
    users: dict[str, dict[str, None]] = {}
    for entity in members:
        for name in usable_names(entity) or (_described(entity),):
            users.setdefault(name, {})[entity.report] = None
    uses = [NameUse(name=name, reports=len(held), first_report=next(iter(held))) for name, held in users.items()]
    full = max((len(compared(use.name)) for use in uses), default=0)
    person = is_person(members[0])

    def order(use: NameUse) -> tuple[bool, int, int, str]:
        is_short = person and full > 1 and len(compared(use.name)) == 1
        return is_short, -use.reports, -len(use.name), use.name

    return tuple(sorted(uses, key=order))


def _described(entity: EntityIn) -> str:
    return state_body(entity) or entity.name


def _country(members: Sequence[EntityIn], backgrounds: Mapping[EntityId, Background]) -> str | None:
    """The country that most reports give the entity itself; for a body of a state that of the scene."""
    said = Counter(entity.country for entity in members if entity.country)
    if not said and state_body(members[0]) is not None:
        scenes = (backgrounds[entity.key].scene.country for entity in members)
        said = Counter(country for country in scenes if country)
    if not said:
        return None
    best = max(said.values())
    return min(country for country, number in said.items() if number == best)


def _protection(
    members: Sequence[EntityIn],
    backgrounds: Mapping[EntityId, Background],
    parts: Mapping[EntityId, frozenset[str]],
) -> tuple[Protection, str]:
    if not is_person(members[0]):
        return "public", "it is a body, not a person"
    if any(entity.known for entity in members):
        return "public", "stands in the actor file"
    if any(backgrounds[entity.key].holds_office for entity in members):
        return "public", "a report gives the person an office, rank or role in a body"
    if any(_is_child(entity) for entity in members):
        return "child", "a report calls the person a child"
    played = {part for entity in members for part in parts.get(entity.key, ())}
    if "victim" in played:
        return "victim", "a claim makes the person a victim, and no report gives an office"
    if "speaker" in played:
        return "witness", "a report cites the person, and none gives an office"
    return "private", "no report gives the person an office, rank or role"


def _is_child(entity: EntityIn) -> bool:
    words = {word.strip(",.") for text in entity.descriptions for word in text.lower().split()}
    return bool(words & _child_words())


@cache
def _child_words() -> frozenset[str]:
    return frozenset(language_data("record")["child_words"])
