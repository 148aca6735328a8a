"""Bodies that the reader took for persons in some reports, found by their name in others.

A foreign name such as "Los Halcones" looks like a person's where nothing in the sentence says what bears it. When
enough entities of that very name are bodies, and fewer have anything personal about them, those without are taken for
the body.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from dateline.facts.actor_keys import is_person, may_be_body, usable_names
from dateline.facts.desk import Desk
from dateline.facts.inputs import EntityIn
from dateline.facts.names import compared
from dateline.facts.shelf import Ids

BODY, OPEN, PERSON = ".real:", ".as:", ".who:"
"""Keys, as the shelf holds them, of bodies, of possible bodies and of certain persons by name."""
ENOUGH = 5
"""Possible bodies for each body of the name."""


def take_for_bodies(desk: Desk, dirty: Ids) -> Ids:
    """Change the entities on the desk that are to be taken for bodies; returns ``dirty`` and the reports that
    this reaches.
    """
    if dirty is not None:
        dirty = dirty | _reached(desk, dirty)
    pages = desk.pages(dirty)
    counts = _counts(entity for page in pages.values() for entity in page.entities.values())
    candidates = [(page, entity) for page in pages.values() for entity in page.entities.values() if may_be_body(entity)]
    names = {name for _, entity in candidates for name in _names(entity)}
    elsewhere = _elsewhere(desk, dirty, names) if dirty is not None else Counter()
    for page, entity in candidates:
        if any(_enough(name, counts, elsewhere) for name in _names(entity)):
            page.entities[entity.id] = replace(entity, kind="organisation", taken_for_body=True)
    return dirty


def _counts(entities: Iterable[EntityIn]) -> Counter[str]:
    """How many entities bear each name as a body, as a possible body, as a person: by the keys."""
    found: Counter[str] = Counter()
    for entity in entities:
        if entity.names:
            kind = BODY if not is_person(entity) else OPEN if may_be_body(entity) else PERSON
            found.update(f"{kind}{name}" for name in _names(entity))
    return found


def _names(entity: EntityIn) -> list[str]:
    return [" ".join(compared(name)) for name in usable_names(entity) if " " in name]


def _enough(name: str, *counts: Mapping[str, int]) -> bool:
    """Whether enough entities of a name are bodies, by several counts together."""
    body, still_open, person = (sum(one.get(f"{kind}{name}", 0) for one in counts) for kind in (BODY, OPEN, PERSON))
    return body > person and body * ENOUGH >= still_open


def _elsewhere(desk: Desk, dirty: frozenset[str], names: Collection[str]) -> Counter[str]:
    """How many entities of other reports bear each name as a body, as a possible body, as a person."""
    every = desk.shelf.holders_counted(f"{kind}{name}" for name in names for kind in (BODY, OPEN, PERSON))
    held = desk.shelf.keys_held(dirty)
    return Counter({text: number - held.get(text, 0) for text, number in every.items()})


def _reached(desk: Desk, dirty: frozenset[str]) -> set[str]:
    """Other reports with a possible body of a name that was one before these came or went, and now is not, or so."""
    pages = desk.pages(dirty)
    mine = _counts(entity for page in pages.values() for entity in page.entities.values())
    held = desk.shelf.keys_held(dirty)
    old = {text: number for text, number in held.items() if text.startswith((BODY, OPEN, PERSON))}
    names = {text.split(":", 1)[1] for text in (*mine, *old)}
    elsewhere = _elsewhere(desk, dirty, names)
    turned = [name for name in names if _enough(name, mine, elsewhere) != _enough(name, old, elsewhere)]
    return {report for report, _ in desk.shelf.holders(f"{OPEN}{name}" for name in turned)} - dirty
