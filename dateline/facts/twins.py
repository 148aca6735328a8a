"""Entities of a new report that change nothing but numbers: the army, which a thousand reports named in the same way.

Such an entity has a *twin* in an older report: the same profile (``profile``), with a sure key among it. Its group
stays what it is, is compared as before and is the same actor, so that none of its other entities need be looked at.
Only the new one is written, with the reason why it joins, and the actor's numbers go up by one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from dateline.facts.actor_keys import Key, is_person
from dateline.facts.actors import names_of, with_twin
from dateline.facts.desk import Desk
from dateline.facts.gathered import Gathered, rank
from dateline.facts.inputs import EntityId
from dateline.facts.profile import COPIED
from dateline.facts.shelf import HeldActor, HeldJudgement, Member, Shelf
from dateline.facts.surroundings import stored_key
from dateline.model.actor import Judgement


def unchanged(shelf: Shelf, facts: Gathered, old: Mapping[EntityId, Member]) -> set[EntityId]:
    """The entities that are on the shelf as they are now, keys and all."""
    there = [key for key in facts.fresh if key in old and not _may_change_id(facts, key)]
    keys = shelf.keys(there)
    return {
        key
        for key in there
        if facts.member(key, old[key].actor) == old[key]
        and {stored_key(one) for one in facts.keys[key]} == set(keys.get(key, ()))
    }


def add_twins(
    desk: Desk, facts: Gathered, dirty: frozenset[str], old: Mapping[EntityId, Member]
) -> dict[EntityId, str]:
    """Put the new entities that have a twin outside the ``dirty`` reports on the shelf; returns their actors."""
    members = {key: facts.member(key, "") for key in facts.fresh if _may_have_twin(desk, facts, key, old)}
    if not members or not desk.shelf.are_last(frozenset(key[0] for key in members)):
        return {}
    actors = desk.shelf.twins({one.profile for one in members.values()}, dirty)
    shared = _shared_by_copies(desk.shelf, facts)
    found = {
        key: actors[one.profile]
        for key, one in members.items()
        if one.profile in actors and not any(text.text in shared for text in _of_copies(facts, key))
    }
    _put(desk.shelf, facts, found)
    return found


def _may_change_id(facts: Gathered, key: EntityId) -> bool:
    """Whether it is a person of the actor file, whose id depends on whether a body has it."""
    return is_person(facts.entities[key]) and facts.entities[key].known is not None


def _may_have_twin(desk: Desk, facts: Gathered, key: EntityId, old: Mapping[EntityId, Member]) -> bool:
    if key in old or _may_change_id(facts, key) or desk.standing.on_actors_in(key[0]):
        return False
    return bool(_joining(facts, key))


def _joining(facts: Gathered, key: EntityId) -> list[Key]:
    """The sure keys that a twin has too, the surest first, as they are joined by."""
    sure = (one for one in facts.keys[key] if one.sure and not one.text.startswith(COPIED))
    return sorted(sure, key=lambda one: -one.score)


def _of_copies(facts: Gathered, key: EntityId) -> list[Key]:
    return [one for one in facts.keys[key] if one.text.startswith(COPIED)]


def _shared_by_copies(shelf: Shelf, facts: Gathered) -> set[str]:
    """The keys of copies that an entity has and another has too, here or on the shelf."""
    here = Counter(one.text for key in facts.fresh for one in dict.fromkeys(_of_copies(facts, key)))
    texts = {stored_key(one): one.text for key in facts.fresh for one in _of_copies(facts, key)}
    held = {text for keys in shelf.keys(shelf.holders(texts)).values() for text in keys}
    return {text for text, number in here.items() if number > 1} | {texts[one] for one in texts.keys() & held}


def _put(shelf: Shelf, facts: Gathered, found: Mapping[EntityId, str]) -> None:
    ordered = sorted(found, key=lambda key: rank(facts, facts.entities[key]))
    held = shelf.held_actors(set(found.values()))
    told: dict[tuple[str, str], set[str]] = {}
    for key in ordered:
        actor, names = found[key], names_of(facts.entities[key])
        before = told.get((actor, key[0]))
        held[actor] = _grown(held[actor], facts, key, before)
        told[(actor, key[0])] = {*names, *(before or ())}
    members = [facts.member(key, actor) for key, actor in found.items()]
    shelf.put_actors([], [], held.values(), members, [], _judgements(shelf, facts, found))
    shelf.put_keys(found, ((stored_key(one), key) for key in found for one in facts.keys[key]))


def _grown(held: HeldActor, facts: Gathered, key: EntityId, told_before: set[str] | None) -> HeldActor:
    scene = facts.backgrounds[key].scene.country
    actor, tallies = with_twin(held.actor, held.tallies, facts.entities[key], scene, told_before=told_before)
    return HeldActor(actor=actor, tallies=tallies)


def _judgements(shelf: Shelf, facts: Gathered, found: Mapping[EntityId, str]) -> Iterable[HeldJudgement]:
    """Why each joins: the surest of its keys makes it one with the first entity that has the key."""
    first: dict[str, EntityId] = {}
    for key, actor in found.items():
        by = _joining(facts, key)[0]
        if by.text not in first:
            first[by.text] = shelf.first_holder(stored_key(by))
        judgement = Judgement(left=first[by.text], right=key, verdict="sure", score=by.score, reason=by.reason)
        yield HeldJudgement(judgement=judgement, left_actor=actor, right_actor=actor)
