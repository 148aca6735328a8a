"""Names into facts: a fact is stored with the ids of its actors, since their names may change with every report."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from dateline.model.actor import Actor
from dateline.model.fact import Disagreement, Event, Fact, Party, Relation
from dateline.model.mention import EntityKind


def actor_ids(fact: Fact) -> set[str]:
    """The ids of all actors that a fact names."""
    parties = (*fact.actors, *fact.recipients) if isinstance(fact, Event) else (fact.subject, fact.object)
    told = (version.value for one in fact.disagreements if one.field in _OF_ACTORS for version in one.versions)
    return {party.actor for party in parties if party.actor} | set(told)


_OF_ACTORS = frozenset({"actors", "holder"})
"""Disagreements whose values are ids of actors."""


def party_of(actor: str, name: str, kind: EntityKind, country: str | None) -> Party:
    """An actor as the facts that it takes part in show it."""
    return Party(actor=actor, name=readable_name(name, country), kind=kind, country=country)


def with_names(fact: Fact, actors: Mapping[str, Party]) -> Fact:
    """The fact with the names, kinds and countries of its actors as the record has them now (``party_of``).

    Where sources differ on two actors of one name, their ids stand behind it.
    """
    disagreements = tuple(_disagreement(one, actors) for one in fact.disagreements)
    if isinstance(fact, Relation):
        subject, target = _party(fact.subject, actors), _party(fact.object, actors)
        return replace(fact, subject=subject, object=target, disagreements=disagreements)
    return replace(
        fact,
        actors=_parties(fact.actors, actors),
        recipients=_parties(fact.recipients, actors),
        disagreements=disagreements,
    )


def record_with_names(record: Mapping[str, Any], actors: Mapping[str, Actor]) -> dict[str, Any]:
    """``with_names`` of a fact in its JSON form: much faster where many facts are only passed on."""
    parts = ("actors", "recipients") if record["kind"] == "event" else ("subject", "object")
    found = {**record, "disagreements": [_named_difference(one, actors) for one in record["disagreements"]]}
    for part in parts:
        held = record[part]
        found[part] = (
            [_named_party(one, actors) for one in held] if isinstance(held, list) else _named_party(held, actors)
        )
    return found


def ids_in_record(record: Mapping[str, Any]) -> set[str]:
    """``actor_ids`` of a fact in its JSON form."""
    parties = (
        [*record["actors"], *record["recipients"]]
        if record["kind"] == "event"
        else [record["subject"], record["object"]]
    )
    told = (v["value"] for one in record["disagreements"] if one["field"] in _OF_ACTORS for v in one["versions"])
    return {party["actor"] for party in parties if party["actor"]} | set(told)


def _named_party(party: Mapping[str, Any], actors: Mapping[str, Actor]) -> dict[str, Any]:
    actor = actors.get(party["actor"] or "")
    named = {"name": readable(actor), "kind": actor.kind, "country": actor.country} if actor else {}
    return {**party, **named}


def _named_difference(one: Mapping[str, Any], actors: Mapping[str, Actor]) -> dict[str, Any]:
    if one["field"] not in _OF_ACTORS:
        return dict(one)
    versions = (
        {**v, "value": readable(actors[v["value"]]) if v["value"] in actors else v["value"]} for v in one["versions"]
    )
    return {**one, "versions": list(versions)}


def _parties(parties: Iterable[Party], actors: Mapping[str, Party]) -> tuple[Party, ...]:
    return tuple(_party(party, actors) for party in parties)


def _party(party: Party, actors: Mapping[str, Party]) -> Party:
    return actors.get(party.actor, party) if party.actor else party


def readable(actor: Actor) -> str:
    """The name of an actor; the army, police or government of a state with the country."""
    return readable_name(actor.name, actor.country)


def readable_name(name: str, country: str | None) -> str:
    """``readable`` of an actor's name and country."""
    return f"{name} ({country})" if country and name in {"army", "police", "government"} else name


def _disagreement(one: Disagreement, actors: Mapping[str, Party]) -> Disagreement:
    if one.field not in _OF_ACTORS:
        return one
    names = [actors[v.value].name if v.value in actors else v.value for v in one.versions]
    told = (
        f"{name} ({v.value})" if names.count(name) > 1 else name for name, v in zip(names, one.versions, strict=True)
    )
    return replace(one, versions=tuple(replace(v, value=name) for v, name in zip(one.versions, told, strict=True)))
