"""An actor out of its entities: id, name, kind, country, and whether it is protected in exports."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from dateline.facts.actor_keys import Background, is_person, state_body, usable_names
from dateline.facts.inputs import EntityId, EntityIn, ReportIn
from dateline.facts.names import compared
from dateline.languages.load import language_data
from dateline.model.actor import Actor, NameUse, Protection
from dateline.model.mention import EntityKind

_Counted = TypeVar("_Counted", bound=str)
_ORDER: tuple[Protection, ...] = ("public", "child", "victim", "witness", "private")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallies:
    """How many entities of an actor are of each kind and country, in the order in which each was first seen."""

    kinds: Mapping[EntityKind, int]
    countries: Mapping[str, int]
    """That reports give the entity itself."""
    scenes: Mapping[str, int]
    """Of a body of a state: countries that its reports are set in. Empty for all others."""


def actor_of(
    members: Sequence[EntityIn],
    reports: Mapping[str, ReportIn],
    backgrounds: Mapping[EntityId, Background],
    parts: Mapping[EntityId, frozenset[str]],
) -> Actor:
    """The actor that entities (in the order of adding) are. ``parts``: "victim", "speaker" where claims make it so."""
    return tallied_actor(members, reports, backgrounds, parts)[0]


def tallied_actor(
    members: Sequence[EntityIn],
    reports: Mapping[str, ReportIn],
    backgrounds: Mapping[EntityId, Background],
    parts: Mapping[EntityId, frozenset[str]],
) -> tuple[Actor, Tallies]:
    """The actor as ``actor_of`` has it, with what was counted."""
    known = next((entity.known for entity in members if entity.known), None)
    names = _names(members)
    tallies = _tallies(members, backgrounds)
    protection, reason = _protection(members, backgrounds, parts)
    actor = Actor(
        id=known or identity_of(members[0], namesake=backgrounds[members[0].key].namesake),
        name=names[0].name,
        kind=_kind(tallies),
        country=_country(tallies),
        known=known,
        names=names,
        reports=len({entity.report for entity in members}),
        protection=protection,
        protection_reason=reason,
    )
    return actor, tallies


def with_twin(
    actor: Actor,
    tallies: Tallies,
    entity: EntityIn,
    scene: str | None,
    *,
    told_before: Collection[str] | None,
) -> tuple[Actor, Tallies]:
    """The actor with one entity more, of a report added after all of its own, that brings nothing new: no name, no
    kind, no country, and no reason to be protected or not. ``told_before``: the names that entities of the same
    report count for already; None when the report has no other entity of the actor.
    """
    more = {name for name in names_of(entity) if name not in (told_before or ())}
    names = _in_order(
        (replace(use, reports=use.reports + 1) if use.name in more else use for use in actor.names),
        person=is_person(entity),
    )
    grown = Tallies(
        kinds=_plus(tallies.kinds, entity.kind),
        countries=_plus(tallies.countries, entity.country),
        scenes=_plus(tallies.scenes, scene) if tallies.scenes else tallies.scenes,
    )
    changed = replace(
        actor,
        name=names[0].name,
        names=names,
        kind=_kind(grown),
        country=_country(grown),
        reports=actor.reports + (told_before is None),
    )
    return changed, grown


def _plus(counts: Mapping[_Counted, int], one: _Counted | None) -> dict[_Counted, int]:
    found = dict(counts)
    if one is not None:
        found[one] = found.get(one, 0) + 1
    return found


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
        for name in names_of(entity):
            users.setdefault(name, {})[entity.report] = None
    uses = [NameUse(name=name, reports=len(held), first_report=next(iter(held))) for name, held in users.items()]
    return _in_order(uses, person=is_person(members[0]))


def _in_order(names: Iterable[NameUse], *, person: bool) -> tuple[NameUse, ...]:
    """The most used first, of those the longest; surnames alone last."""
    uses = list(names)
    full = max((len(compared(use.name)) for use in uses), default=0)

    def order(use: NameUse) -> tuple[bool, int, int, str]:
        is_short = person and full > 1 and len(compared(use.name)) == 1
        return is_short, -use.reports, -len(use.name), use.name

    return tuple(sorted(uses, key=order))


def names_of(entity: EntityIn) -> tuple[str, ...]:
    """The names that an entity counts for: its usable names, else what it is described as."""
    return usable_names(entity) or (state_body(entity) or entity.name,)


def _tallies(members: Sequence[EntityIn], backgrounds: Mapping[EntityId, Background]) -> Tallies:
    of_state = state_body(members[0]) is not None
    scenes = (backgrounds[entity.key].scene.country for entity in members) if of_state else ()
    return Tallies(
        kinds=Counter(entity.kind for entity in members),
        countries=Counter(entity.country for entity in members if entity.country),
        scenes=Counter(country for country in scenes if country),
    )


def _kind(tallies: Tallies) -> EntityKind:
    """The most frequent, of two alike the one seen first."""
    return max(tallies.kinds, key=lambda kind: tallies.kinds[kind])


def _country(tallies: Tallies) -> str | None:
    """The country that most reports give the entity itself; for a body of a state that of the scene."""
    said = tallies.countries or tallies.scenes
    best = max(said.values(), default=0)
    return min((country for country, number in said.items() if number == best), default=None)


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
    if any(is_child(entity) for entity in members):
        return "child", "a report calls the person a child"
    played = {part for entity in members for part in parts.get(entity.key, ())}
    if "victim" in played:
        return "victim", "a claim makes the person a victim, and no report gives an office"
    if "speaker" in played:
        return "witness", "a report cites the person, and none gives an office"
    return "private", "no report gives the person an office, rank or role"


def is_child(entity: EntityIn) -> bool:
    """Whether a report calls a person a child."""
    words = {word.strip(",.") for text in entity.descriptions for word in text.lower().split()}
    return bool(words & _child_words())


@cache
def _child_words() -> frozenset[str]:
    return frozenset(language_data("record")["child_words"])
