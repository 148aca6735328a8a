"""A report and its reading made by hand, for tests that need one without a language model."""

import dataclasses
from datetime import date

from dateline.model import (
    ActorRef,
    Attribution,
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

FIRST = "Idriss Kélé left the Northern Front in April, a local official said."
SECOND = "Kélé’s men did not raid Sana’a on Monday, killing three."
TEXT = f"{FIRST} {SECOND}"


def make_report(
    *, text: str = TEXT, published: date | None = date(2012, 12, 5), raw: bytes | None = None, source: str = "a.txt"
) -> Report:
    raw = text.encode() if raw is None else raw
    identifier, digest = Report.identity(raw)
    given = Published(day=published, basis="metadata", words=published.isoformat()) if published else None
    return Report(
        id=identifier,
        sha256=digest,
        raw=raw,
        text=text,
        source=source,
        media_type="text/plain",
        title="Front, divided",
        published=given,
        publisher="=The River Post",
        notes=("decoded as cp1252", "two lines joined"),
    )


def make_reading(
    *, reader: str = "hand 1", report: Report | None = None, confidence: float = 0.5, **of_report: object
) -> Reading:
    report = report or make_report(**of_report)  # type: ignore[arg-type]
    parts = _parts(confidence) if report.text == TEXT else {}
    empty = dict.fromkeys(("mentions", "entities", "attributions", "places", "dates", "claims"), ())
    reading = Reading(report=report, reader=reader, sentences=((0, len(report.text)),), **empty)  # type: ignore[arg-type]
    return dataclasses.replace(reading, **parts)  # type: ignore[arg-type]


def _parts(confidence: float) -> dict[str, object]:
    return {
        "mentions": (
            _mention("m1", "Idriss Kélé", "e1", "name"),
            _mention("m2", "the Northern Front", "e2", "name"),
            _mention("m3", "a local official", "e3", "description"),
            _mention("m4", "Kélé", "e1", "name"),
            _mention("m5", "Kélé’s men", "e4", "description"),
        ),
        "entities": (
            _entity("e1", "Idriss Kélé", "m1", "m4"),
            _entity("e2", "Northern Front", "m2"),
            _entity("e3", "a local official", "m3"),
            _entity("e4", "Kélé’s men", "m5"),
        ),
        "attributions": (_ATTRIBUTION,),
        "claims": (_split(confidence), _raid()),
    }


def _mention(identifier: str, words: str, entity: str, form: str) -> Mention:
    start = TEXT.rindex(words)
    return Mention(
        id=identifier, start=start, end=start + len(words), text=words, head=start, kind="person", form=form,  # type: ignore[arg-type]
        entity=entity, reason="made by hand",
    )  # fmt: skip


def _entity(identifier: str, name: str, *mentions: str) -> Entity:
    return Entity(
        id=identifier, name=name, kind="person", country=None, actor=None, plural=False, mentions=mentions
    )  # fmt: skip


def _span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


_ATTRIBUTION = Attribution(
    id="a1",
    source=(_span("a local official"),),
    cue=(_span("said"),),
    content=((0, TEXT.index(", a local")),),
    speech="indirect",
    anonymous=True,
    speaker="a local official",
    speaker_entity="e3",
    verb="say",
    within=None,
    reason="made by hand",
)


def _split(confidence: float) -> Claim:
    return Claim(
        id="c000000000001",
        type="split_from",
        mode=None,
        subject=ActorRef(name="Idriss Kélé", entity="e1", words="Idriss Kélé"),
        object=ActorRef(name="Northern Front", entity="e2", words="the Northern Front"),
        place=None,
        when=DateSpan(certain=None, possible=DayRange.month(2012, 4), basis="in April", reason="made by hand"),
        polarity="asserted",
        modality="actual",
        said_by=ActorRef(name="a local official", entity="e3", words="a local official"),
        speech="indirect",
        attribution="a1",
        role=None,
        weapon=None,
        evidence=Passage.of(TEXT, 0, len(FIRST)),
        confidence=confidence,
        reason="made by hand",
    )


def _raid() -> Claim:
    return Claim(
        id="c000000000002",
        type="ASSAULT",
        mode="raid",
        subject=ActorRef(name="Kélé’s men", entity="e4", words="Kélé’s men"),
        object=None,
        place=PlaceRef(
            name="Sana’a",
            lat=15.35,
            lon=-44.2,
            country="YE",
            geonameid=71137,
            precision="settlement",
            radius_km=20.0,
            basis="Sana’a",
        ),
        when=DateSpan(
            certain=DayRange.day(date(2012, 12, 3)),
            possible=DayRange.day(date(2012, 12, 3)),
            basis="on Monday",
            reason="made by hand",
        ),
        polarity="negated",
        modality="actual",
        said_by=None,
        speech=None,
        attribution=None,
        role=None,
        weapon=None,
        evidence=Passage.of(TEXT, len(FIRST) + 1, len(TEXT)),
        counts=Counts(killed=Count(low=3, best=3, high=None)),
        confidence=0.5,
        reason="made by hand",
    )
