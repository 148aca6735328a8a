"""A reading out of its JSON form: the opposite of ``record.py``, for what draws a reading that the store kept.

The raw bytes and the head words of mentions are not in the record: the report comes back with no bytes, a mention with
its first code point as its head. ``to_record`` of what comes back is the record that went in.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from dateline.model.attribution import Attribution
from dateline.model.claim import ActorRef, Claim, Count, Counts, PlaceRef
from dateline.model.code import Code
from dateline.model.date_mention import DateMention
from dateline.model.date_span import DateSpan, DayRange
from dateline.model.incident import Filler, Incident
from dateline.model.mention import Entity, Mention
from dateline.model.passage import Passage, Span
from dateline.model.place import PlaceMention
from dateline.model.reading import Reading
from dateline.model.record_types import ClaimRecord, DateRecord, LocationRecord, ReadingRecord, ReportRecord, WhenRecord
from dateline.model.relation import SeenRelation
from dateline.model.report import Dateline, Furniture, Published, Report

Row = Mapping[str, Any]
Noun = TypeVar("Noun")


def reading_of(record: ReadingRecord) -> Reading:
    """The reading that a record was made of."""
    text = record["report"]["text"]
    return Reading(
        report=report_of(record["report"]),
        reader=record["reader"],
        sentences=_spans(record["sentences"]),
        mentions=tuple(_made(Mention, one, head=one["start"]) for one in record["mentions"]),
        entities=tuple(_entity(one) for one in record["entities"]),
        attributions=tuple(_attribution(one) for one in record["attributions"]),
        places=tuple(_made(PlaceMention, one) for one in record["places"]),
        dates=tuple(_date_mention(one) for one in record["dates"]),
        claims=tuple(claim_of(one, text) for one in record["claims"]),
        doubted=tuple(claim_of(one, text) for one in record.get("doubted", ())),  # older readings have none
        silence=record["silence"],
        incidents=tuple(_incident(one) for one in record["incidents"]),
        relations=tuple(_made(SeenRelation, one) for one in record["relations"]),
    )


def report_of(record: ReportRecord) -> Report:
    """The report, without its bytes."""
    basis, line = record["published_basis"], record["dateline"]
    day = record["published"]
    return Report(
        id=record["id"],
        sha256=record["sha256"],
        raw=b"",
        text=record["text"],
        source=record["source"],
        media_type=record["media_type"],
        title=record["title"],
        headline=_span(record["headline"]),
        published=_made(Published, basis, day=date.fromisoformat(day)) if day and basis else None,
        dateline=Dateline(
            start=line["start"],
            end=line["end"],
            text=line["text"],
            place=line["place"],
            day=date.fromisoformat(line["date"]) if line["date"] else None,
            agency=line["agency"],
        )
        if line
        else None,
        furniture=tuple(_made(Furniture, one) for one in record["furniture_kinds"]),
        publisher=record["publisher"],
        author=record["author"],
        url=record["url"],
        language=record["language"],
        notes=tuple(record["notes"]),
    )


def claim_of(record: ClaimRecord, text: str) -> Claim:
    """A claim of a report with this text, as the reader made it or as people put it right."""
    start, end = record["evidence"]
    return Claim(
        id=record["id"],
        type=record["type"],
        mode=record["mode"],
        subject=_actor(record, "subject", text),
        object=_actor(record, "object", text),
        place=_place(record["place"], record["location"]),
        when=_when(record["when"]),
        polarity=record["polarity"],  # type: ignore[arg-type]
        modality=record["modality"],  # type: ignore[arg-type]
        said_by=_actor(record, "said_by", text),
        speech=record["speech"],  # type: ignore[arg-type]
        attribution=record["attribution"],
        role=record["role"],
        weapon=record["weapon"],
        evidence=Passage(start=start, end=end, quote=record["quote"]),
        counts=Counts(**{name: _made(Count, count) for name, count in record["counts"].items()}),
        governed_by=tuple(record["governed_by"]),
        codes=tuple(_made(Code, code, scheme=scheme) for scheme, code in record["codes"].items()),
        confidence=record["confidence"],
        reason=record["reason"],
    )


def _actor(record: ClaimRecord, part: str, text: str) -> ActorRef | None:
    row: Row = record
    name, span = row[part], _span(row[f"{part}_span"])
    if name is None:
        return None
    words = text[span[0] : span[1]] if span else name
    return ActorRef(name=name, entity=row[f"{part}_entity"], words=words, span=span)


def _place(name: str | None, location: LocationRecord | None) -> PlaceRef | None:
    if name is None:
        return None
    if location is None:  # named by a person, and in no gazetteer
        blank = dict.fromkeys(("lat", "lon", "country", "geonameid", "radius_km"))
        return PlaceRef(name=name, precision="feature", basis="", **blank)
    return _made(PlaceRef, location, name=name)


def _when(record: WhenRecord | None) -> DateSpan | None:
    if record is None:
        return None
    possible = _days(record["possible"]) or DayRange(first=None, last=None)
    return DateSpan(certain=_days(record["certain"]), possible=possible, basis=record["basis"], reason=record["reason"])


def _date_mention(record: DateRecord) -> DateMention:
    possible = _days(record["possible"])
    reason = record["reason"]
    span = (
        DateSpan(certain=_days(record["certain"]), possible=possible, basis=record["text"], reason=reason)
        if possible
        else None
    )
    plain = {name: value for name, value in record.items() if name not in ("certain", "possible")}
    return _made(DateMention, plain, span=span)


def _entity(record: Row) -> Entity:
    return Entity(**{**record, "mentions": tuple(record["mentions"])})


def _attribution(record: Row) -> Attribution:
    return Attribution(**{**record, **{part: _spans(record[part]) for part in ("source", "cue", "content")}})


def _incident(record: Row) -> Incident:
    return Incident(
        id=record["id"],
        kind=record["kind"],
        score=record["score"],
        fillers=tuple(Filler(**one) for one in record["fillers"]),
        when=_when(record["when"]),
        place=_place(record["place"], record["location"]),
        reason=record["reason"],
    )


def _made(noun: Callable[..., Noun], row: Any, **more: Any) -> Noun:
    """A noun whose fields are the keys of the row."""
    return noun(**row, **more)


def _days(ends: Sequence[str | None] | None) -> DayRange | None:
    if ends is None:
        return None
    first, last = (date.fromisoformat(day) if day else None for day in ends)
    return DayRange(first=first, last=last)


def _span(ends: Sequence[int] | None) -> Span | None:
    return (ends[0], ends[1]) if ends else None


def _spans(spans: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in spans)
