"""Reports and their readings made by hand, and all that a record concludes as one text to compare."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from dateline.model import (
    ActorRef,
    Claim,
    Count,
    Counts,
    DateSpan,
    DayRange,
    Entity,
    Mention,
    Passage,
    PlaceRef,
    Published,
    Reading,
    Report,
)
from dateline.store import Store
from dateline.store.record_tables import MADE

KINDS = {"Front": "armed_group", "Brigade": "armed_group", "Army": "military", "Post": "media"}
"""The kind of an entity by the last word of its name; all others are persons."""
PLACES = {"Gao": (16.27, -0.04, "ML", 2457163), "Kidal": (18.44, 1.41, "ML", 2455290), "Menaka": (15.92, 2.4, "ML", 1)}


def reading(
    text: str, claims: Sequence[Mapping[str, Any]], *, day: str = "2012-04-05", reader: str = "hand 1", post: str = ""
) -> Reading:
    """A reading of a text. A claim has ``type``, ``words`` (its evidence), and optionally ``mode``, ``subject``,
    ``object``, ``said_by`` (names), ``place``, ``on`` (a day), ``killed``, ``role``, ``polarity``. ``post``: the
    publisher.
    """
    report = _report(text, day, post or text.split()[0])
    names = dict.fromkeys(claim[part] for claim in claims for part in ("subject", "object", "said_by") if part in claim)
    entities = {name: f"e{number}" for number, name in enumerate(names, 1)}
    return Reading(
        report=report,
        reader=reader,
        sentences=((0, len(text)),),
        mentions=tuple(_mention(text, name, entity) for name, entity in entities.items()),
        entities=tuple(_entity(name, entity) for name, entity in entities.items()),
        attributions=(),
        places=(),
        dates=(),
        claims=tuple(_claim(report, claim, entities, reader) for claim in claims),
    )


def claim_id(report: Report, claim: Mapping[str, Any], reader: str = "hand 1") -> str:
    words = repr((report.id, sorted((name, str(value)) for name, value in claim.items()), reader))
    return f"c{hashlib.sha256(words.encode()).hexdigest()[:12]}"


def ids(of: Reading) -> list[str]:
    return [claim.id for claim in of.claims]


def dump(store: Store) -> str:
    """All that is made of claims and decisions, as text; the numbers of decisions left out."""
    found = {}
    with store.engine.connect() as connection:
        for table in MADE:
            rows = [dict(row) for row in connection.execute(sa.select(table)).mappings()]
            lines = sorted(json.dumps(row, sort_keys=True, default=repr) for row in rows)
            found[table.name] = lines
    return json.dumps(found, indent=1)


def _report(text: str, day: str, publisher: str) -> Report:
    raw = text.encode()
    identifier, digest = Report.identity(raw)
    published = date.fromisoformat(day)
    return Report(
        id=identifier,
        sha256=digest,
        raw=raw,
        text=text,
        source=f"{identifier}.txt",
        media_type="text/plain",
        title=text[:20],
        published=Published(day=published, basis="metadata", words=day),
        publisher=publisher,
    )


def _mention(text: str, name: str, entity: str) -> Mention:
    start = max(text.find(name), 0)
    return Mention(
        id=f"m{entity[1:]}",
        start=start,
        end=start + len(name),
        text=name,
        head=start,
        kind=_kind(name),
        form="name",
        entity=entity,
        reason="made by hand",
    )


def _entity(name: str, entity: str) -> Entity:
    mentions = (f"m{entity[1:]}",)
    return Entity(
        id=entity, name=name, kind=_kind(name), country=None, actor=None, plural=False, mentions=mentions
    )  # fmt: skip


def _kind(name: str) -> Any:
    return KINDS.get(name.split()[-1], "person")


def _claim(report: Report, claim: Mapping[str, Any], entities: Mapping[str, str], reader: str) -> Claim:
    start = report.text.index(claim["words"])

    def party(part: str) -> ActorRef | None:
        name = claim.get(part)
        return ActorRef(name=name, entity=entities[name], words=name) if name else None

    when = DayRange.day(date.fromisoformat(claim["on"])) if "on" in claim else None
    killed = claim.get("killed")
    return Claim(
        id=claim_id(report, claim, reader),
        type=claim["type"],
        mode=claim.get("mode"),
        subject=party("subject"),
        object=party("object"),
        place=_place(claim["place"]) if "place" in claim else None,
        when=DateSpan(certain=when, possible=when, basis="", reason="made by hand") if when else None,
        polarity=claim.get("polarity", "asserted"),
        modality=claim.get("modality", "actual"),
        said_by=party("said_by"),
        speech="indirect" if "said_by" in claim else None,
        attribution=None,
        role=claim.get("role"),
        weapon=None,
        evidence=Passage.of(report.text, start, start + len(claim["words"])),
        counts=Counts(killed=Count(low=killed, best=killed, high=killed) if killed is not None else None),
        confidence=0.7,
        reason="made by hand",
    )


def _place(name: str) -> PlaceRef:
    lat, lon, country, geonameid = PLACES[name]
    return PlaceRef(
        name=name, lat=lat, lon=lon, country=country, geonameid=geonameid, precision="settlement", radius_km=5.0,
        basis=name
    )  # fmt: skip
