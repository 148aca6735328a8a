"""The entities whose actors are found anew, with all that is compared, and as the shelf holds it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from dateline.facts.actor_keys import Background, Key, entity_keys, is_kept, is_person
from dateline.facts.background import backgrounds_of, namesakes_among, parts_of
from dateline.facts.decided_actors import Side, as_parted, forced_keys, set_apart, sides_of
from dateline.facts.desk import Desk, Page
from dateline.facts.inputs import EntityId, EntityIn, ReportIn, Scene, place_in_report
from dateline.facts.profile import profile_of
from dateline.facts.shelf import Member
from dateline.facts.surroundings import stored_key

GROUPS = frozenset({"armed_group", "organisation"})
"""Kinds of bodies that tell namesakes apart when a report names one beside a person."""


class Gathered:
    """What is compared: entities with their keys and backgrounds."""

    def __init__(self) -> None:
        self.entities: dict[EntityId, EntityIn] = {}
        self.keys: dict[EntityId, tuple[Key, ...]] = {}
        self.backgrounds: dict[EntityId, Background] = {}
        self.parts: dict[EntityId, frozenset[str]] = {}
        self.apart: dict[EntityId, frozenset[Side]] = {}
        """Sides of decisions that two actors are not one."""
        self.reports: dict[str, ReportIn] = {}
        self.fresh: list[EntityId] = []
        """Those whose keys are made anew."""

    def add(self, page: Page, desk: Desk, actors: Mapping[EntityId, str], *, people: bool) -> None:
        """The people or the bodies of a page that are kept."""
        found = (as_parted(entity, desk.standing) for entity in page.entities.values())
        kept = [entity for entity in found if is_kept(entity) and is_person(entity) == people]
        copy = desk.copies([page.report.id]).get(page.report.id)
        claims = [claim for claim in page.claims if not claim.rejected]
        cluster = copy.cluster if copy else page.report.id
        groups = [entity.key for entity in page.entities.values() if entity.names and entity.kind in GROUPS]
        backgrounds = backgrounds_of(
            kept,
            claims,
            scene=page.scene,
            cluster=cluster,
            actors=actors,
            bodies_named=groups,
            namesakes=namesakes_among(entity for entity in page.entities.values() if is_kept(entity)),
        )
        parts = parts_of(claims)
        self.reports[page.report.id] = page.report
        for entity in kept:
            background = backgrounds[entity.key]
            keys = entity_keys(entity, background, forced_keys(entity, desk.standing))
            self.put(entity, background, parts.get(entity.key, frozenset()), set_apart(entity, keys, desk.standing))
            self.part(entity, desk)
            self.fresh.append(entity.key)

    def put(self, entity: EntityIn, background: Background, parts: frozenset[str], keys: tuple[Key, ...]) -> None:
        self.entities[entity.key] = entity
        self.backgrounds[entity.key] = background
        self.keys[entity.key] = keys
        if parts:
            self.parts[entity.key] = parts

    def part(self, entity: EntityIn, desk: Desk) -> None:
        """Note from whom people keep an entity apart."""
        if sides := sides_of(entity, desk.standing):
            self.apart[entity.key] = sides

    def add_members(self, desk: Desk, members: Mapping[EntityId, Member]) -> None:
        """Add entities of other reports as they were made."""
        entities = desk.entities_at(members)
        self.reports.update(desk.shelf.reports(frozenset(key[0] for key in entities) - self.reports.keys()))
        for key, found in entities.items():
            stored = members[key].background
            entity = as_parted(replace(found, kind=stored["kind"], taken_for_body=stored["taken"]), desk.standing)
            background, parts = background_of(stored)
            keys = entity_keys(entity, background, forced_keys(entity, desk.standing))
            self.put(entity, background, parts, set_apart(entity, keys, desk.standing))
            self.part(entity, desk)

    def stored_keys(self) -> Iterable[tuple[str, EntityId]]:
        for key in self.fresh:
            for one in self.keys[key]:
                yield (stored_key(one), key)

    def leave_out(self, done: Collection[EntityId]) -> None:
        """Forget entities of which nothing need be found anew."""
        self.fresh = [key for key in self.fresh if key not in done]
        for key in done:
            for held in (self.entities, self.keys, self.backgrounds, self.parts, self.apart):
                held.pop(key, None)

    def member(self, key: EntityId, actor: str) -> Member:
        """An entity as the shelf holds it."""
        entity, background, parts = self.entities[key], self.backgrounds[key], self.parts.get(key, frozenset())
        return Member(
            key=key,
            actor=actor,
            background=background_record(entity, background, parts),
            profile=profile_of(entity, background, parts, self.keys[key]),
        )


def rank(facts: Gathered, entity: EntityIn) -> tuple[int, int, str]:
    """The place of an entity in the order of adding."""
    return facts.reports[entity.report].order, *place_in_report(entity.id)


def background_record(entity: EntityIn, background: Background, parts: frozenset[str] | None) -> dict[str, Any]:
    """For the shelf: what claims say of an entity, as JSON holds it."""
    return {
        "kind": entity.kind,
        "taken": entity.taken_for_body,
        "country": background.scene.country,
        "cluster": background.cluster,
        "bodies": sorted(background.bodies),
        "around": sorted(background.around),
        "office": background.holds_office,
        "namesake": background.namesake,
        "aliases": list(background.aliases),
        "parts": sorted(parts or ()),
    }


def background_of(record: Mapping[str, Any]) -> tuple[Background, frozenset[str]]:
    """The opposite of ``background_record``."""
    background = Background(
        scene=Scene(record["country"]),
        cluster=record["cluster"],
        bodies=frozenset(record["bodies"]),
        around=frozenset(record["around"]),
        holds_office=record["office"],
        namesake=record["namesake"],
        aliases=tuple(record["aliases"]),
    )
    return background, frozenset(record["parts"])
