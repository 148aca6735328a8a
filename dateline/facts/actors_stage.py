"""The second step of an update: which entities of which reports are one actor.

Bodies first, since they tell people apart.
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
from dateline.facts.shelf import HeldJudgement, Ids, Member
from dateline.facts.surroundings import Around, stored_key, surroundings
from dateline.model.actor import Actor, Judgement

GROUPS = frozenset({"armed_group", "organisation"})
"""Kinds of bodies that tell namesakes apart when a report names one beside a person."""


def bring_actors(desk: Desk, dirty: Ids) -> Ids:
    """Find the actors of ``dirty`` reports anew; returns these and all in which an entity is another actor now."""
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
    around = Around(members={}, blocks=None, judgements=())
    if dirty is not None:
        around = surroundings(shelf, facts.fresh, facts.keys, gone)
        facts.add_members(desk, around.members)
    before = {key: old[key].actor for key in gone | (facts.entities.keys() & old.keys())}
    before.update({key: member.actor for key, member in around.members.items() if key in facts.entities})
    now = _write(desk, facts, around, gone, set(before.values()))
    if desk.assigned is not None:
        desk.assigned.update(now)
    if dirty is None:
        return None
    return frozenset(key[0] for key in (*now, *gone) if before.get(key) != now.get(key))


def _write(desk: Desk, facts: "_Facts", around: Around, gone: set[EntityId], replaced: set[str]) -> dict[EntityId, str]:
    """Group what was gathered, and put it on the shelf; returns the actor of each entity."""
    ordered = sorted(facts.entities.values(), key=lambda entity: _rank(facts, entity))
    standing = [one for one in around.judgements if _stands(one.judgement, around, facts.entities)]
    inside = [one.judgement for one in standing if _is_inside(one.judgement, facts.entities)]
    resolved = resolve(
        ordered, facts.keys, facts.backgrounds, facts.parts, facts.apart, blocks=around.blocks, kept=inside
    )
    told = [replace(one, reason=f"{one.reason}{_by(desk, one)}") for one in resolved.judgements]
    found = [(group, actor_of(group, facts.reports, facts.backgrounds, facts.parts)) for group in resolved.groups]
    found = _people_apart(desk, found)
    now = {entity.key: actor.id for group, actor in found for entity in group}
    members = [
        Member(
            key=key,
            actor=actor,
            background=background_record(facts.entities[key], facts.backgrounds[key], facts.parts.get(key)),
        )
        for key, actor in now.items()
    ]
    judgements = [HeldJudgement(judgement=one, left_actor=now[one.left], right_actor=now[one.right]) for one in told]
    judgements += [
        HeldJudgement(
            judgement=one.judgement,
            left_actor=now.get(one.judgement.left, one.left_actor),
            right_actor=now.get(one.judgement.right, one.right_actor),
        )
        for one in standing
    ]
    desk.shelf.put_actors(replaced, [*now, *gone], _one_each(actor for _, actor in found), members, judgements)
    desk.shelf.put_keys([*facts.fresh, *gone], facts.stored_keys())
    return now


Found = list[tuple[tuple[EntityIn, ...], Actor]]


def _people_apart(desk: Desk, found: Found) -> Found:
    """The actors found, people with an id of their own where a body has it: a reader may take one name of the actor
    file for both.
    """
    known = {actor.id for _, actor in found if actor.known and actor.kind == "person"}
    bodies = {one for one, actor in desk.shelf.actors(known).items() if actor.kind != "person"} if known else set()
    return [
        (group, replace(actor, id=f"{actor.id}-person") if actor.kind == "person" and actor.id in bodies else actor)
        for group, actor in found
    ]


def _stands(one: Judgement, around: Around, entities: Mapping[EntityId, EntityIn]) -> bool:
    """Whether a judgement is not made anew: it was made under another key, or keeps somebody apart who is not looked
    at.
    """
    if one.verdict == "apart":
        return not _is_inside(one, entities)
    return bool(one.near) and one.near not in (around.blocks or ())


def _is_inside(one: Judgement, entities: Mapping[EntityId, EntityIn]) -> bool:
    return one.left in entities and one.right in entities


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


def _rank(facts: _Facts, entity: EntityIn) -> tuple[int, int, str]:
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
