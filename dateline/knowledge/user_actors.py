"""The shipped actors and those of a user's own files as one: what the user says goes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from dateline.errors import DataFileError
from dateline.knowledge.agents import Agent
from dateline.knowledge.load import KnownActor
from dateline.knowledge.lookup import KnownActors, known_actors
from dateline.knowledge.spelling import NameKey, name_key
from dateline.knowledge.user_files import files_digest, read_actor_file

MADE_UP = ("user-", "ftm-")
"""How keys begin that a reader made up; other keys were given by the user."""


def actors_for(paths: tuple[str, ...] = ()) -> KnownActors:
    """The shipped actors and those of the files, kept for as long as the files stay the same.

    Raises DataFileError for a file that cannot be read whole.
    """
    return _actors_for(paths, files_digest(paths)) if paths else known_actors()


@lru_cache(maxsize=4)
def _actors_for(paths: tuple[str, ...], digest: str) -> KnownActors:
    files = [read_actor_file(Path(path)) for path in paths]
    own = [actor for file in files for actor in file.actors]
    return with_users_actors(own, known_actors(), agents=[agent for file in files for agent in file.agents])


def with_users_actors(own: Iterable[KnownActor], shipped: KnownActors, *, agents: Iterable[Agent] = ()) -> KnownActors:
    """A user's actors before the shipped ones.

    An actor of the user that bears the main name of a shipped one, and fits it by country, is that one: it keeps that
    key and gains its other names. Names of the user's are taken from all other shipped actors. A name that several of
    the user's actors share is ambiguous for each. Raises DataFileError for a parent that is not there.
    """
    keyed, recognised = _keyed(own, shipped)
    merged = _merged(keyed)
    whose = _owners(merged.values())
    everyone = {actor.key: _with_shared_names(actor, whose) for actor in merged.values()}
    instead: dict[str, str] = {}
    for actor in shipped.by_key.values():
        rest = _without_names(actor, whose)
        if actor.key in recognised:
            everyone[actor.key] = _completed(everyone[actor.key], actor, rest)
        elif rest is None and actor.key not in merged:
            instead[actor.key] = whose[name_key(actor.name)][0]
        elif rest is not None:
            everyone.setdefault(actor.key, rest)
    everyone = {actor.key: _with_parent(actor, instead) for actor in everyone.values()}
    _check_parents(everyone)
    return KnownActors(everyone.values(), agents)


# ------------------------------------------------------------ keys


def _keyed(own: Iterable[KnownActor], shipped: KnownActors) -> tuple[list[KnownActor], set[str]]:
    """The actors, each with its final key, and which of the keys are those of shipped actors recognised by name.

    A key that the user gave stays; one that a reader made up gets a number when another actor has it.
    """
    keyed: list[KnownActor] = []
    recognised: set[str] = set()
    made_up: dict[str, list[KnownActor]] = {}
    for actor in own:
        same = _same_shipped(actor, shipped) if actor.key.startswith(MADE_UP) else None
        if same:
            recognised.add(same.key)
            keyed.append(replace(actor, key=same.key))
        elif actor.key.startswith(MADE_UP):
            keyed.append(_numbered(actor, made_up.setdefault(actor.key, [])))
        else:
            keyed.append(actor)
    return keyed, recognised


def _numbered(actor: KnownActor, others: list[KnownActor]) -> KnownActor:
    """The actor with the key of the one among others that it may be, else with a key of its own, and noted there."""
    same = next((other for other in others if _may_be_one(actor, other)), None)
    if same:
        return replace(actor, key=same.key)
    numbered = replace(actor, key=f"{actor.key}-{len(others) + 1}") if others else actor
    others.append(numbered)
    return numbered


def _same_shipped(actor: KnownActor, shipped: KnownActors) -> KnownActor | None:
    """The shipped actor that an actor of the user is; None when it is none or not for certain one."""
    bearers = [
        other
        for other in shipped.bearers(actor.name)
        if name_key(actor.name) not in {name_key(name) for name in other.ambiguous}
    ]
    if len(bearers) != 1 or not _may_be_one(actor, bearers[0]):
        return None
    return bearers[0]


def _may_be_one(own: KnownActor, other: KnownActor) -> bool:
    if own.wikidata and other.wikidata:
        return own.wikidata == other.wikidata
    if (own.kind == "person") != (other.kind == "person") or (own.kind == "media") != (other.kind == "media"):
        return False
    return own.country == other.country or own.country is None or other.country is None


def _merged(own: Iterable[KnownActor]) -> dict[str, KnownActor]:
    """The user's actors by key, those that several files or lines tell of made one."""
    merged: dict[str, KnownActor] = {}
    for actor in own:
        merged[actor.key] = _joined(merged[actor.key], actor) if actor.key in merged else actor
    return merged


def _joined(first: KnownActor, other: KnownActor) -> KnownActor:
    """One actor with the names and roles of both; for the rest the first decides where it says something."""
    keys = {name_key(name) for name in first.names}
    new = [name for name in other.names if name_key(name) not in keys]
    return replace(
        first,
        aliases=(*first.aliases, *new),
        ambiguous=(*first.ambiguous, *(name for name in other.ambiguous if name in new)),
        country=first.country or (None if first.roles else other.country),
        parent=first.parent or other.parent,
        since=first.since or other.since,
        until=first.until or other.until,
        wikidata=first.wikidata or other.wikidata,
        plover=other.plover if first.plover == "UNK" and not first.roles else first.plover,
        roles=first.roles + other.roles,
    )


def _completed(own: KnownActor, shipped: KnownActor, rest: KnownActor | None) -> KnownActor:
    """A user's actor with what the shipped one that it is adds.

    ``rest``: the shipped actor without the names that the user's files give to anybody; None when it has no other.
    """
    added = rest or replace(shipped, name=own.name, aliases=(), ambiguous=())
    return _joined(own, added)


# ------------------------------------------------------------ names


def _owners(own: Iterable[KnownActor]) -> dict[NameKey, list[str]]:
    """Each name of the user's actors, and the keys of those who bear it."""
    whose: defaultdict[NameKey, list[str]] = defaultdict(list)
    for actor in own:
        for key in {name_key(name): None for name in actor.names}:
            whose[key].append(actor.key)
    return dict(whose)


def _with_shared_names(actor: KnownActor, whose: Mapping[NameKey, Collection[str]]) -> KnownActor:
    shared = [name for name in actor.names if name not in actor.ambiguous and len(whose[name_key(name)]) > 1]
    return replace(actor, ambiguous=(*actor.ambiguous, *shared)) if shared else actor


def _without_names(actor: KnownActor, taken: Mapping[NameKey, object]) -> KnownActor | None:
    """A shipped actor without the names that the user's actors bear; None when it has no other."""
    free = [name for name in actor.names if name_key(name) not in taken]
    if len(free) == len(actor.names):
        return actor
    if not free:
        return None
    ambiguous = tuple(name for name in actor.ambiguous if name in free)
    return replace(actor, name=free[0], aliases=tuple(free[1:]), ambiguous=ambiguous)


# ------------------------------------------------------------ parents


def _with_parent(actor: KnownActor, instead: Mapping[str, str]) -> KnownActor:
    """The actor, its parent replaced by the user's actor that took all of the parent's names."""
    if actor.parent is None or actor.parent not in instead:
        return actor
    parent = instead[actor.parent]
    return replace(actor, parent=None if parent == actor.key else parent)


def _check_parents(by_key: Mapping[str, KnownActor]) -> None:
    for actor in by_key.values():
        seen = {actor.key}
        above = actor
        while above.parent is not None:
            if above.parent not in by_key:
                raise DataFileError(f"{above.source}, column parent: no actor has the key {above.parent!r}")
            if above.parent in seen:
                raise DataFileError(f"{above.source}, column parent: {above.parent!r} is its own ancestor")
            seen.add(above.parent)
            above = by_key[above.parent]
