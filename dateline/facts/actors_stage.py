"""The second step of an update: which entities of which reports are one actor.

Bodies first, since they tell people apart.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from dateline.facts.actor_keys import is_person
from dateline.facts.actors import Tallies, tallied_actor
from dateline.facts.bodies import take_for_bodies
from dateline.facts.desk import Desk
from dateline.facts.gathered import Gathered, rank
from dateline.facts.inputs import EntityId, EntityIn
from dateline.facts.same_actor import resolve
from dateline.facts.shelf import HeldActor, HeldJudgement, Ids, Member
from dateline.facts.surroundings import Around, surroundings
from dateline.facts.twins import add_twins, unchanged
from dateline.model.actor import Actor, Judgement


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
    facts = Gathered()
    desk.copies(pages)
    for page in pages.values():
        facts.add(page, desk, actors, people=people)
    if dirty is None:
        now = _write(desk, facts, Around(members={}, blocks=None, judgements=()), set(), {})
        desk.assigned = {**actors, **now}
        return None
    gone = {key for key in old if key not in facts.entities and (old[key].background["kind"] == "person") == people}
    facts.leave_out(unchanged(shelf, facts, old))
    joined = add_twins(desk, facts, dirty, old)
    facts.leave_out(joined)
    return frozenset(key[0] for key in joined) | _bring_changed(desk, facts, gone, old)


def _bring_changed(desk: Desk, facts: Gathered, gone: set[EntityId], old: Mapping[EntityId, Member]) -> frozenset[str]:
    """Find the actors of what is connected with entities that came, changed or went, anew."""
    if not facts.fresh and not gone:
        return frozenset()
    around = surroundings(desk.shelf, facts.fresh, facts.keys, gone)
    facts.add_members(desk, around.members)
    before = {key: old[key].actor for key in gone | (facts.entities.keys() & old.keys())}
    before.update({key: member.actor for key, member in around.members.items() if key in facts.entities})
    now = _write(desk, facts, around, gone, before)
    return frozenset(key[0] for key in (*now, *gone) if before.get(key) != now.get(key))


def _write(
    desk: Desk, facts: Gathered, around: Around, gone: set[EntityId], before: Mapping[EntityId, str]
) -> dict[EntityId, str]:
    """Group what was gathered, and put on the shelf what is another now; returns the actor of each entity. ``before``:
    their actors so far.
    """
    ordered = sorted(facts.entities.values(), key=lambda entity: rank(facts, entity))
    standing = [one for one in around.judgements if _stands(one.judgement, around, facts.entities)]
    inside = [one.judgement for one in standing if _is_inside(one.judgement, facts.entities)]
    resolved = resolve(
        ordered, facts.keys, facts.backgrounds, facts.parts, facts.apart, blocks=around.blocks, kept=inside
    )
    kept = _same_as_before(resolved.groups, around, Counter(before.values()))
    found = [
        (group, *tallied_actor(group, facts.reports, facts.backgrounds, facts.parts))
        for group in resolved.groups
        if group[0].key not in kept
    ]
    found = _people_apart(desk, found)
    now = {entity.key: actor.id for group, actor, _ in found for entity in group}
    now.update(
        {entity.key: kept[group[0].key] for group in resolved.groups if group[0].key in kept for entity in group}
    )
    judgements = _judgements(desk, resolved.judgements, standing, now)
    judged = set(around.judgements)
    members = list(_changed_members(facts, around, now))
    desk.shelf.put_actors(
        set(before.values()) - set(kept.values()),
        [*(member.key for member in members), *gone],
        _one_each(HeldActor(actor=actor, tallies=tallies) for _, actor, tallies in found),
        members,
        judged - set(judgements),
        [one for one in judgements if one not in judged],
    )
    desk.shelf.put_keys([*facts.fresh, *gone], facts.stored_keys())
    return now


def _same_as_before(
    groups: Iterable[tuple[EntityIn, ...]], around: Around, sizes: Mapping[str, int]
) -> dict[EntityId, str]:
    """The actors that are made of the same entities as before, none of them changed, by their first entity.
    ``sizes``: how many entities each actor had.

    People of the actor file are left out: a body may have come to bear their id.
    """
    found: dict[EntityId, str] = {}
    for group in groups:
        actors = {around.members[entity.key].actor if entity.key in around.members else None for entity in group}
        actor = actors.pop()
        if actors or actor is None or sizes[actor] != len(group):
            continue
        if not (is_person(group[0]) and any(entity.known for entity in group)):
            found[group[0].key] = actor
    return found


def _changed_members(facts: Gathered, around: Around, now: Mapping[EntityId, str]) -> Iterable[Member]:
    """Entities that are made anew or are another actor now."""
    for key, actor in now.items():
        held = around.members.get(key)
        if held is None:
            yield facts.member(key, actor)
        elif held.actor != actor:
            yield replace(held, actor=actor)


def _judgements(
    desk: Desk, made: Iterable[Judgement], standing: Iterable[HeldJudgement], now: Mapping[EntityId, str]
) -> list[HeldJudgement]:
    """Judgements made anew and those that stand, with the actors of today."""
    told = (replace(one, reason=f"{one.reason}{by}") if (by := _by(desk, one)) else one for one in made)
    found = [HeldJudgement(judgement=one, left_actor=now[one.left], right_actor=now[one.right]) for one in told]
    for one in standing:
        left = now.get(one.judgement.left, one.left_actor)
        right = now.get(one.judgement.right, one.right_actor)
        found.append(HeldJudgement(judgement=one.judgement, left_actor=left, right_actor=right))
    return found


Found = list[tuple[tuple[EntityIn, ...], Actor, Tallies]]


def _people_apart(desk: Desk, found: Found) -> Found:
    """The actors found, people with an id of their own where a body has it: a reader may take one name of the actor
    file for both.
    """
    known = {actor.id for _, actor, _ in found if actor.known and actor.kind == "person"}
    bodies = {one for one, actor in desk.shelf.actors(known).items() if actor.kind != "person"} if known else set()
    return [
        (group, replace(actor, id=f"{actor.id}-person") if _shares(actor, bodies) else actor, tallies)
        for group, actor, tallies in found
    ]


def _shares(actor: Actor, bodies: Collection[str]) -> bool:
    return actor.kind == "person" and actor.id in bodies


def _stands(one: Judgement, around: Around, entities: Mapping[EntityId, EntityIn]) -> bool:
    """Whether a judgement is not made anew: it was made under another key, or keeps somebody apart who is not looked
    at.
    """
    if one.verdict == "apart":
        return not _is_inside(one, entities)
    return bool(one.near) and one.near not in (around.blocks or ())


def _is_inside(one: Judgement, entities: Mapping[EntityId, EntityIn]) -> bool:
    return one.left in entities and one.right in entities


def _one_each(actors: Iterable[HeldActor]) -> list[HeldActor]:
    return list({one.actor.id: one for one in actors}.values())


def _by(desk: Desk, judgement: Judgement) -> str:
    """Who keeps two actors apart."""
    if judgement.verdict != "apart":
        return ""
    return next((f" by {one.by}" for one in desk.standing.decisions if one.id == judgement.decision), "")
