"""The second step of an update: which entities of which reports are one actor. Bodies first, since they tell people
apart.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from dateline.facts.actor_keys import Background, Key, entity_keys, is_kept, is_person
from dateline.facts.actors import actor_of
from dateline.facts.background import backgrounds_of, namesakes_among, parts_of
from dateline.facts.bodies import take_for_bodies
from dateline.facts.decided_actors import Side, as_parted, forced_keys, set_apart, sides_of
from dateline.facts.desk import Desk, Page
from dateline.facts.inputs import EntityId, EntityIn, ReportIn, Scene
from dateline.facts.same_actor import resolve
from dateline.facts.shelf import Ids, Member
from dateline.model.actor import Actor, Judgement

GROUPS = frozenset({"armed_group", "organisation"})
"""Kinds of bodies that tell namesakes apart when a report names one beside a person."""
_SURE, _NEAR = "=", "~"
"""Before the text of a key as the shelf holds it."""


def bring_actors(desk: Desk, dirty: Ids) -> Ids:
    """Find the actors of ``dirty`` reports anew; returns these and all reports in which an entity is another actor
    now.
    """
    if dirty is None:
        desk.assigned = {}
    dirty = take_for_bodies(desk, dirty)
    bodies = _bring(desk, dirty, people=False)
    changed = None if dirty is None or bodies is None else dirty | bodies
    people = _bring(desk, changed, people=True)
    return None if changed is None or people is None else changed | people


def _bring(desk: Desk, dirty: Ids, *, people: bool) -> Ids:
    """One of the two halves, bodies or people. Returns the reports in which some entity is another actor now."""
    shelf = desk.shelf
    pages = desk.pages(dirty)
    old = {} if desk.assigned is not None else shelf.members(dirty)
    actors = desk.assigned if desk.assigned is not None else {key: member.actor for key, member in old.items()}
    facts = _Facts()
    desk.copies(pages)
    for page in pages.values():
        facts.add(page, desk, actors, people=people)
    gone = {key for key in old if key not in facts.entities and (old[key].background["kind"] == "person") == people}
    if dirty is not None:
        _add_connected(desk, facts, gone)
        old = {**old, **shelf.members_at(facts.entities.keys() - old.keys())}
    ordered = sorted(facts.entities.values(), key=lambda entity: _rank(desk, facts, entity))
    resolved = resolve(ordered, facts.keys, facts.backgrounds, facts.parts, facts.apart)
    judgements = [replace(one, reason=f"{one.reason}{_by(desk, one)}") for one in resolved.judgements]
    found = [(group, actor_of(group, facts.reports, facts.backgrounds, facts.parts)) for group in resolved.groups]
    now = {entity.key: actor.id for group, actor in found for entity in group}
    members = [
        Member(
            key=key,
            actor=actor,
            background=background_record(facts.entities[key], facts.backgrounds[key], facts.parts.get(key)),
        )
        for key, actor in now.items()
    ]
    replaced = {old[key].actor for key in (*now, *gone) if key in old}
    shelf.put_actors(replaced, [*now, *gone], _one_each(actor for _, actor in found), members, judgements)
    shelf.put_keys([*(key for key in facts.fresh), *gone], facts.stored_keys())
    if desk.assigned is not None:
        desk.assigned.update(now)
    if dirty is None:
        return None
    return frozenset(key[0] for key in (*now, *gone) if (old[key].actor if key in old else None) != now.get(key))


def _one_each(actors: Iterable[Actor]) -> list[Actor]:
    return list({actor.id: actor for actor in actors}.values())


def _by(desk: Desk, judgement: Judgement) -> str:
    """Who keeps two actors apart."""
    if judgement.verdict != "apart":
        return ""
    return next((f" by {one.by}" for one in desk.standing.decisions if one.id == judgement.decision), "")


class _Facts:
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

    def stored_keys(self) -> Iterable[tuple[str, EntityId]]:
        for key in self.fresh:
            for one in self.keys[key]:
                yield (f"{_SURE if one.sure else _NEAR}{one.text}", key)


def _add_connected(desk: Desk, facts: _Facts, gone: set[EntityId]) -> None:
    """Add the entities that keys connect with those compared, directly or by others, and those that were their
    actors.
    """
    shelf = desk.shelf
    start = {f"{_SURE if key.sure else _NEAR}{key.text}" for keys in facts.keys.values() for key in keys}
    old = shelf.keys([*facts.fresh, *gone])
    start.update(text for texts in old.values() for text in texts)
    fresh = set(facts.fresh)
    seen_keys: set[str] = set()
    found: set[EntityId] = set()
    waiting = start
    while waiting:
        seen_keys |= waiting
        holders = shelf.holders(waiting) - found - fresh - gone
        found |= holders
        waiting = {text for texts in shelf.keys(holders).values() for text in texts} - seen_keys
    members, entities = shelf.members_at(found), desk.entities_at(found)
    facts.reports.update(shelf.reports(frozenset(key[0] for key in entities) - facts.reports.keys()))
    for key in entities.keys() & members.keys():
        stored = members[key].background
        entity = as_parted(replace(entities[key], kind=stored["kind"], taken_for_body=stored["taken"]), desk.standing)
        background, parts = background_of(stored)
        keys = entity_keys(entity, background, forced_keys(entity, desk.standing))
        facts.put(entity, background, parts, set_apart(entity, keys, desk.standing))
        facts.part(entity, desk)


def _rank(desk: Desk, facts: _Facts, entity: EntityIn) -> tuple[int, int, str]:
    return facts.reports[entity.report].order, _number(entity.id), entity.id


def _number(identifier: str) -> int:
    return int(identifier[1:]) if identifier[0] == "e" and identifier[1:].isdigit() else 1_000_000


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
