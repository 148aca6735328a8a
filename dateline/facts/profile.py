"""What an entity brings to its actor, in one short word: two entities with one profile bring the same."""

from collections.abc import Iterable
from hashlib import blake2b

from dateline.facts.actor_keys import Background, Key
from dateline.facts.actors import is_child, names_of
from dateline.facts.inputs import EntityIn

COPIED = "copied:"
"""Before keys that only copies of one report share, which a profile leaves out."""


def profile_of(entity: EntityIn, background: Background, parts: Iterable[str], keys: Iterable[Key]) -> str:
    """16 hex digits made of all by which an entity is compared, joined and described, and nothing of where it stands:
    neither report nor number, nor the cluster of copies.
    """
    told = (
        entity.kind,
        entity.taken_for_body,
        entity.country,
        entity.known,
        entity.name if not entity.names else "",
        names_of(entity),
        bool(entity.descriptions),
        is_child(entity),
        background.scene.country,
        sorted(background.bodies),
        sorted(background.around),
        background.holds_office,
        background.namesake,
        background.aliases,
        sorted(parts),
        [(key.text, key.reason) for key in keys if not key.text.startswith(COPIED)],
    )
    return blake2b(repr(told).encode(), digest_size=8).hexdigest()
