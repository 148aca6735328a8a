"""What must be looked at again when entities come, go or change: only what keys and judgements connect with them.

The entities that sure keys connect with them may be grouped otherwise; whatever shares a near key with those is
compared anew; and the actors of all of these are put together anew. Judgements under other near keys stand: neither
side of them changed.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from dateline.facts.actor_keys import Key, Keys
from dateline.facts.inputs import EntityId
from dateline.facts.shelf import HeldJudgement, Member, Shelf

SURE, NEAR, INERT = "=", "~", "."
"""Before the text of a key as the shelf holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Entities of other reports that are grouped anew, the near keys to compare under, and what was judged before."""

    members: Mapping[EntityId, Member]
    blocks: Collection[str] | None
    """None: all."""
    judgements: Collection[HeldJudgement]


def stored_key(key: Key) -> str:
    """A key as the shelf holds it."""
    sign = SURE if key.sure else INERT if key.inert else NEAR
    return f"{sign}{key.text}"


def surroundings(shelf: Shelf, fresh: Collection[EntityId], keys: Keys, gone: Collection[EntityId]) -> Around:
    """What is around entities with new keys (``fresh``) and entities that are no more (``gone``)."""
    own = {*fresh, *gone}
    texts = {stored_key(key) for one in fresh for key in keys[one]}
    texts.update(text for held in shelf.keys(own).values() for text in held)
    near = _of(texts, NEAR)
    joined = _connected(shelf, _of(texts, SURE), own)
    near |= _of((text for held in joined.values() for text in held), NEAR)
    compared = _connected(shelf, near, own)
    actors = shelf.actors_at(joined.keys() | compared.keys() | own)
    members = {key: one for key, one in shelf.members_of(actors).items() if key not in own}
    return Around(members=members, blocks={text[1:] for text in near}, judgements=shelf.judgements_of(actors))


def _connected(shelf: Shelf, start: Iterable[str], own: Collection[EntityId]) -> dict[EntityId, list[str]]:
    """All entities with one of the keys, and those that sure keys connect with them, each with its keys."""
    found: dict[EntityId, list[str]] = {}
    seen: set[str] = set()
    waiting = set(start)
    while waiting:
        seen |= waiting
        fresh = shelf.keys(shelf.holders(waiting) - found.keys() - set(own))
        found.update(fresh)
        waiting = _of((text for held in fresh.values() for text in held), SURE) - seen
    return found


def _of(texts: Iterable[str], sign: str) -> set[str]:
    return {text for text in texts if text.startswith(sign)}
