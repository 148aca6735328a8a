"""Claims out of their records, with a person's corrections put in."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from dateline.facts.inputs import ClaimIn, CountIn, EntityIn, PartyIn
from dateline.facts.names import compared
from dateline.facts.relations.holding import says_death, says_former
from dateline.model.date_span import DayRange
from dateline.model.fact import PlaceAt
from dateline.model.mention import word_entity

PARTIES = ("subject", "object", "said_by")
CORRECTABLE = frozenset({*PARTIES, "type", "mode", "place", "when", "polarity", "modality", "role", "weapon", "counts"})
"""Fields of a claim's record that a person may correct."""
_JOINTS = {"PLOVER": "/", "ACLED": ": "}


def claim_in(record: Mapping[str, Any], report: str, order: int) -> ClaimIn:
    """The claim of a record of ``dateline/model/record.py``."""
    when, start_end = record["when"], record["evidence"]
    return ClaimIn(
        id=record["id"],
        report=report,
        order=order,
        type=record["type"],
        mode=record["mode"],
        subject=_party(record, "subject"),
        object=_party(record, "object"),
        said_by=_party(record, "said_by"),
        place=_place(record["place"], record["location"]),
        certain=_days(when["certain"]) if when else None,
        possible=(_days(when["possible"]) or DayRange(first=None, last=None)) if when else None,
        since=_since(when),
        polarity=record["polarity"],
        modality=record["modality"],
        role=record["role"],
        weapon=record["weapon"],
        counts=_counts(record["counts"]),
        codes=tuple(
            (scheme, _code_words(scheme, code)) for scheme, code in (record.get("codes") or {}).items() if code["code"]
        ),
        confidence=record["confidence"],
        start=start_end[0],
        end=start_end[1],
        deadly=record["type"] == "ASSAULT" and (says_death(record["quote"]) or "killed" in record["counts"]),
        former=says_former(record["role"]),
    )


def changes_of(after: Mapping[str, Any]) -> dict[str, Any]:
    """A person's corrections, keyed as the record is, as fields of ``ClaimIn``. A key that may not be corrected is
    left out.
    """
    found: dict[str, Any] = {}
    for name, value in after.items():
        if name in PARTIES:
            found[name] = PartyIn(name=value, entity=word_entity(value)) if value else None
        elif name == "place":
            found["place"] = _place(value, after.get("location"))
        elif name == "when":
            found["certain"] = _days(value["certain"]) if value else None
            found["possible"] = (_days(value["possible"]) or DayRange(first=None, last=None)) if value else None
            found["since"] = _since(value)
        elif name == "counts":
            found["counts"] = counts_with((), value)
        elif name in CORRECTABLE:
            found[name] = value
    if "role" in found:
        found["former"] = says_former(found["role"])
    return found


def with_named(
    changes: Mapping[str, Any], entities: Mapping[str, EntityIn], claim: ClaimIn | None = None
) -> dict[str, Any]:
    """Corrections whose parties are entities of the report where it names them so. Of namesakes the one that
    ``claim`` names already is meant, else the first.
    """
    bearers = bearers_of(entities)
    found = dict(changes)
    for part in PARTIES:
        party = found.get(part)
        if not isinstance(party, PartyIn) or not (held := bearers.get(spelt(party.name))):
            continue
        now = getattr(claim, part) if claim is not None else None
        found[part] = replace(party, entity=now.entity if now is not None and now.entity in held else held[0])
    return found


def bearers_of(entities: Mapping[str, EntityIn]) -> dict[str, list[str]]:
    """The ids of the entities of a report by each of their names, as ``spelt``."""
    found: dict[str, list[str]] = {}
    for entity in entities.values():
        for name in {spelt(name): None for name in (entity.name, *entity.names)}:
            found.setdefault(name, []).append(entity.id)
    return found


def spelt(name: str) -> str:
    """A name in one spelling, without titles and "the"."""
    return " ".join(compared(name)) or name.casefold()


def counts_with(
    counts: Iterable[tuple[str, CountIn]], changes: Mapping[str, Mapping[str, Any] | None]
) -> tuple[tuple[str, CountIn], ...]:
    """Counts with some of them changed; None takes one away."""
    found = dict(counts)
    for name, count in changes.items():
        if count is None:
            found.pop(name, None)
        else:
            found[name] = CountIn(low=count["low"], best=count["best"], high=count["high"])
    return tuple(found.items())


def _party(record: Mapping[str, Any], part: str) -> PartyIn | None:
    name = record[part]
    return PartyIn(name=name, entity=record[f"{part}_entity"] or word_entity(name)) if name else None


def _place(name: str | None, location: Mapping[str, Any] | None) -> PlaceAt | None:
    if not name:
        return None
    at = location or {}
    return PlaceAt(
        name=name,
        lat=at.get("lat"),
        lon=at.get("lon"),
        country=at.get("country"),
        geonameid=at.get("geonameid"),
        precision=at.get("precision") or "feature",
        radius_km=at.get("radius_km"),
    )


def _days(ends: list[str | None] | None) -> DayRange | None:
    if ends is None:
        return None
    first, last = (date.fromisoformat(day) if day else None for day in ends)
    return DayRange(first=first, last=last)


def _since(when: Mapping[str, Any] | None) -> date | None:
    """When a range that is open at its end had begun for certain, by how sharp its words are; None for other ranges."""
    if not when or not when["possible"] or when["possible"][1] is not None or when["possible"][0] is None:
        return None
    first = date.fromisoformat(when["possible"][0])
    words = when["basis"].lower().split()
    if any(word.strip(",.").isdigit() and len(word.strip(",.")) <= 2 for word in words):
        return first
    has_month = any(word.strip(",.")[:3] in _MONTHS for word in words)
    if has_month or (first.day, first.month) != (1, 1):
        return DayRange.month(first.year, first.month).last if first.day == 1 else first
    return DayRange.year(first.year).last


_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())


def _counts(counts: Mapping[str, Mapping[str, Any]]) -> tuple[tuple[str, CountIn], ...]:
    return tuple(
        (name, CountIn(low=count["low"], best=count["best"], high=count["high"])) for name, count in counts.items()
    )


def _code_words(scheme: str, code: Mapping[str, Any]) -> str:
    parts = [part for part in (code["code"], code["detail"]) if part]
    return _JOINTS.get(scheme, " ").join(parts)
