"""The JSON form of facts and actors: what the store holds and ``dateline facts --json`` prints.

A range of days is ``[first, last]`` of ISO days, null for an open end. Keys may be added in later versions, never
renamed.
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from functools import lru_cache
from typing import Any

from dateline.model.actor import Actor, NameUse
from dateline.model.date_span import DayRange
from dateline.model.fact import Disagreement, Event, Evidence, Fact, Party, PlaceAt, Relation, Tally, Validity, Version

Json = dict[str, Any]


def fact_record(fact: Fact) -> Json:
    """An event or a relation as plain lists, dicts, strings and numbers; ``kind`` says which."""
    kind = "event" if isinstance(fact, Event) else "relation"
    return {"kind": kind, **{name: _plain(getattr(fact, name)) for name in _FIELDS[type(fact)]}}


def fact_of(record: Mapping[str, Any]) -> Fact:
    """The opposite of ``fact_record``."""
    return _event(record) if record["kind"] == "event" else _relation(record)


def actor_record(actor: Actor) -> Json:
    """An actor as plain lists, dicts, strings and numbers."""
    found: Json = _plain(actor)
    return found


def actor_of_record(record: Mapping[str, Any]) -> Actor:
    """The opposite of ``actor_record``."""
    return Actor(**{**record, "names": tuple(NameUse(**use) for use in record["names"])})


def _plain(value: Any) -> Any:
    """Nouns as dicts, a range of days as its two ends. Written out since ``asdict`` copies all that it meets."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, tuple):
        return [_plain(held) for held in value]
    if isinstance(value, DayRange):
        return [value.first.isoformat() if value.first else None, value.last.isoformat() if value.last else None]
    if isinstance(value, dict):
        return {name: _plain(held) for name, held in value.items()}
    return {name: _plain(getattr(value, name)) for name in _FIELDS[type(value)]}


_NOUNS = (Event, Relation, Party, PlaceAt, Tally, Evidence, Disagreement, Version, Validity, Actor, NameUse)
_FIELDS = {noun: tuple(field.name for field in fields(noun)) for noun in _NOUNS}


def _event(record: Mapping[str, Any]) -> Event:
    return Event(
        **_taken(
            record, "id", "type", "mode", "weapon", "modality", "status", "sources", "confidence", "reason", "codes"
        ),
        actors=tuple(Party(**one) for one in record["actors"]),
        recipients=tuple(Party(**one) for one in record["recipients"]),
        place=_place(record["place"]),
        certain=_days(record["certain"]),
        possible=_days(record["possible"]),
        reported=_days(record["reported"]),
        counts={name: Tally(**{**one, "claims": tuple(one["claims"])}) for name, one in record["counts"].items()},
        evidence=tuple(Evidence(**one) for one in record["evidence"]),
        disagreements=_disagreements(record),
    )


def _relation(record: Mapping[str, Any]) -> Relation:
    return Relation(
        **_taken(record, "id", "type", "modality", "status", "sources", "confidence", "reason"),
        subject=Party(**record["subject"]),
        object=Party(**record["object"]),
        place=_place(record["place"]),
        roles=tuple(record["roles"]),
        validity=stretches_of(record),
        evidence=tuple(Evidence(**one) for one in record["evidence"]),
        disagreements=_disagreements(record),
    )


def stretches_of(record: Mapping[str, Any]) -> tuple[Validity, ...]:
    """The stretches of a relation, without the rest of it."""
    return tuple(_validity(one) for one in record["validity"])


def _validity(record: Mapping[str, Any]) -> Validity:
    possible = _days(record["possible"]) or DayRange(first=None, last=None)
    return Validity(certain=_days(record["certain"]), possible=possible, ended_by=record["ended_by"])


def _taken(record: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: record[name] for name in names}


def _place(record: Mapping[str, Any] | None) -> PlaceAt | None:
    return PlaceAt(**record) if record else None


def _days(ends: list[str | None] | None) -> DayRange | None:
    return _range(*ends) if ends is not None else None


@lru_cache(maxsize=1 << 14)
def _range(first: str | None, last: str | None) -> DayRange:
    """The range of two ISO days; kept, since thousands of facts have the same."""
    return DayRange(first=date.fromisoformat(first) if first else None, last=date.fromisoformat(last) if last else None)


def _disagreements(record: Mapping[str, Any]) -> tuple[Disagreement, ...]:
    return tuple(
        Disagreement(field=one["field"], versions=tuple(_version(version) for version in one["versions"]))
        for one in record["disagreements"]
    )


def _version(record: Mapping[str, Any]) -> Version:
    return Version(value=record["value"], claims=tuple(record["claims"]), said_by=tuple(record["said_by"]))
