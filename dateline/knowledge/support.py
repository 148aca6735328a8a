"""Settle a name that several actors share, or that is also a common word, by what else the report names."""

from collections.abc import Collection
from dataclasses import dataclass

from dateline.knowledge.load import KnownActor
from dateline.knowledge.lookup import Found, KnownActors


@dataclass(frozen=True, slots=True)
class Support:
    """The actor that a name most likely means, and why."""

    actor: KnownActor
    reason: str
    """One sentence."""


def supported(
    found: Found,
    known: KnownActors,
    *,
    named: Collection[str] = (),
    countries: Collection[str] = (),
    year: int | None = None,
) -> Support | None:
    """Which of the found actors the report supports; None when it supports none, or several alike.

    ``named``: keys of actors that the report names without doubt. ``countries``: ISO 3166-1 alpha-2 codes of the
    countries it names. ``year``: of publication; an actor that began later is left out.
    """
    candidates = [actor for actor in found.actors if year is None or actor.since is None or actor.since <= year]
    if len(candidates) == 1 and not found.needs_support:
        return Support(candidates[0], f"The words are a name of {candidates[0].name} alone.")
    return _by_other_names(candidates, known, named) or _by_country(candidates, countries)


def _by_other_names(candidates: list[KnownActor], known: KnownActors, named: Collection[str]) -> Support | None:
    kin = {actor.key: _kin(actor, known, named) for actor in candidates}
    backed = [actor for actor in candidates if kin[actor.key]]
    if len(backed) != 1:
        return None
    actor = backed[0]
    relative = known.by_key[kin[actor.key][0]]
    if relative is actor:
        return Support(actor, f"The report also names {actor.name} by a name of its own.")
    return Support(actor, f"The report also names {relative.name}, which {actor.name} is tied to.")


def _kin(actor: KnownActor, known: KnownActors, named: Collection[str]) -> list[str]:
    """Keys among ``named`` of the actor itself, of what it is part of, and of its parts."""
    above = {actor.key, *(ancestor.key for ancestor in known.ancestors(actor))}
    return [key for key in named if key in above or (key in known.by_key and known.by_key[key].parent == actor.key)]


def _by_country(candidates: list[KnownActor], countries: Collection[str]) -> Support | None:
    at_home = [actor for actor in candidates if actor.country in countries]
    if len(at_home) != 1:
        return None
    return Support(at_home[0], f"The report names the home country of {at_home[0].name} ({at_home[0].country}).")
