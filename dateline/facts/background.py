"""What the claims of reports say of their entities, and where a report is set."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from dateline.facts.actor_keys import Background, is_person, may_be_body, office_by_name, usable_names
from dateline.facts.inputs import ClaimIn, EntityId, EntityIn, PartyIn, Scene
from dateline.facts.names import acronym_of, compared
from dateline.languages.load import language_data

OF_A_BODY = frozenset({"leads", "member_of", "part_of"})
"""Relations that say of what body a person is."""
WITHIN_A_BODY = frozenset({"leads", "member_of", "part_of"})
"""Relations whose object is a body."""


def scene_of(claims: Iterable[ClaimIn], entities: Iterable[EntityIn]) -> Scene:
    """The country of most places of a report's claims, else of most of its bodies; None when two are alike often."""
    for countries in (
        Counter(claim.place.country for claim in claims if claim.place and claim.place.country),
        Counter(entity.country for entity in entities if entity.country and not entity.known),
    ):
        ranked = countries.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            return Scene(ranked[0][0])
    return Scene(None)


def backgrounds_of(
    entities: Sequence[EntityIn],
    claims: Sequence[ClaimIn],
    *,
    scene: Scene,
    cluster: str,
    actors: Mapping[EntityId, str],
    bodies_named: Iterable[EntityId] = (),
    namesakes: Collection[EntityId] = (),
) -> dict[EntityId, Background]:
    """The background of each entity of one report. ``actors``: the actor of each body, where it is known yet.
    ``bodies_named``: the groups and organisations that the report names. ``namesakes``: as ``namesakes_among`` has
    them.
    """
    people = {entity.key for entity in entities if is_person(entity)}
    around = frozenset(actors[key] for key in bodies_named if key in actors)
    bodies: dict[EntityId, set[str]] = {}
    officials: set[EntityId] = set()
    aliases: dict[EntityId, list[str]] = {}
    for claim in claims:
        subject = entity_of(claim.report, claim.subject)
        if subject is None or claim.modality != "actual":
            continue
        if claim.type == "alias_of" and claim.polarity == "asserted" and claim.object:
            aliases.setdefault(subject, []).append(claim.object.name)
        if claim.type in OF_A_BODY and subject in people:
            officials.update([subject] if claim.type == "leads" or claim.role else [])
            body = actors.get(entity_of(claim.report, claim.object) or ("", ""))
            if body is not None:
                bodies.setdefault(subject, set()).add(body)
                officials.add(subject)
    return {
        entity.key: Background(
            scene=scene,
            cluster=cluster,
            bodies=frozenset(bodies.get(entity.key, ())),
            around=around if entity.key in people else frozenset(),
            holds_office=(entity.key in officials or office_by_name(entity) or _described_office(entity))
            and not _is_two_people(entity),
            namesake=entity.key in namesakes,
            aliases=tuple(aliases.get(entity.key, ())) if entity.key not in people else (),
        )
        for entity in entities
    }


def bodies_among(
    entities: Mapping[str, EntityIn], claims: Iterable[ClaimIn], outlets: Iterable[str | None] = ()
) -> dict[str, EntityIn]:
    """The entities that the reader took for persons and that are bodies: somebody leads them or belongs to them, as
    claims say, they are called by an acronym, or they are one of the report's ``outlets``.
    """
    led = {
        claim.object.entity
        for claim in claims
        if claim.type in WITHIN_A_BODY and claim.object is not None and claim.polarity == "asserted"
    }
    called = {
        one
        for one, entity in entities.items()
        if any(acronym_of(name) or name in set(outlets) for name in entity.names)
    }
    return {
        one: replace(entity, kind="organisation")
        for one in led | called
        if one is not None and (entity := entities.get(one)) is not None and may_be_body(entity)
    }


def parts_of(claims: Iterable[ClaimIn]) -> dict[EntityId, frozenset[str]]:
    """Which entities the claims make a "victim" (whom violence is done to) or a "speaker"."""
    found: dict[EntityId, set[str]] = {}
    for claim in claims:
        target = entity_of(claim.report, claim.object)
        if target is not None and claim.type in {"ASSAULT", "COERCE", "SANCTION", "THREATEN"}:
            found.setdefault(target, set()).add("victim")
        speaker = entity_of(claim.report, claim.said_by)
        if speaker is not None:
            found.setdefault(speaker, set()).add("speaker")
    return {key: frozenset(parts) for key, parts in found.items()}


def entity_of(report: str, party: PartyIn | None) -> EntityId | None:
    return (report, party.entity) if party is not None and party.entity is not None else None


def _described_office(entity: EntityIn) -> bool:
    """Whether a description of a person names an office: "the defence minister"."""
    return any(word in _offices() for text in entity.descriptions for word in text.lower().replace("'s", "").split())


def namesakes_among(entities: Iterable[EntityIn]) -> set[EntityId]:
    """Entities of one report that share a name: the reader had reason to keep them apart."""
    bearers: dict[str, list[EntityId]] = {}
    for entity in entities:
        for name in usable_names(entity)[:1] or [entity.name]:
            bearers.setdefault(" ".join(compared(name)), []).append(entity.key)
    return {key for held in bearers.values() if len(held) > 1 for key in held}


def _is_two_people(entity: EntityIn) -> bool:
    """Whether a report describes a person as an official and as "a student" or so: it may have joined namesakes."""
    said = [text.lower().split() for text in entity.descriptions]
    official = any(word in _offices() for words in said for word in words)
    return official and any(
        words[0] in ("a", "an") and not set(words) & _offices() and len(words) == 2 for words in said
    )


@cache
def _offices() -> frozenset[str]:
    return frozenset(language_data("record")["offices"])
