"""The shape of the JSON form of a reading, as typed dicts. ``dateline schema`` makes the JSON Schema from these."""

from typing_extensions import TypedDict


class PublishedRecord(TypedDict):
    basis: str
    words: str


class DatelineRecord(TypedDict):
    start: int
    end: int
    text: str
    place: str | None
    date: str | None
    agency: str | None


class FurnitureRecord(TypedDict):
    start: int
    end: int
    kind: str
    reason: str


class ReportRecord(TypedDict):
    id: str
    sha256: str
    source: str
    media_type: str
    title: str | None
    headline: list[int] | None
    published: str | None
    published_basis: PublishedRecord | None
    dateline: DatelineRecord | None
    publisher: str | None
    author: str | None
    url: str | None
    language: str | None
    text: str
    furniture: list[list[int]]
    furniture_kinds: list[FurnitureRecord]
    notes: list[str]


class MentionRecord(TypedDict):
    id: str
    start: int
    end: int
    text: str
    kind: str
    form: str
    entity: str
    reason: str


class EntityRecord(TypedDict):
    id: str
    name: str
    kind: str
    country: str | None
    actor: str | None
    plural: bool
    mentions: list[str]


class AttributionRecord(TypedDict):
    id: str
    source: list[list[int]]
    cue: list[list[int]]
    content: list[list[int]]
    speech: str
    anonymous: bool
    speaker: str | None
    speaker_entity: str | None
    verb: str
    within: str | None
    reason: str


class PlaceRecord(TypedDict):
    start: int
    end: int
    text: str
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    geonameid: int | None
    precision: str
    radius_km: float | None
    role: str
    reason: str


class WhenRecord(TypedDict):
    certain: list[str | None] | None
    possible: list[str | None]
    edtf: str
    basis: str
    reason: str


class DateRecord(TypedDict):
    start: int
    end: int
    text: str
    type: str
    value: str
    certain: list[str | None] | None
    possible: list[str | None] | None
    reason: str


class LocationRecord(TypedDict):
    lat: float | None
    lon: float | None
    country: str | None
    geonameid: int | None
    precision: str
    radius_km: float | None
    basis: str


class CountRecord(TypedDict):
    low: int
    best: int
    high: int | None


class CodeRecord(TypedDict):
    code: str | None
    detail: str | None
    reason: str


class ClaimRecord(TypedDict):
    id: str
    type: str
    mode: str | None
    subject: str | None
    subject_entity: str | None
    subject_span: list[int] | None
    object: str | None
    object_entity: str | None
    object_span: list[int] | None
    place: str | None
    location: LocationRecord | None
    when: WhenRecord | None
    polarity: str
    modality: str
    said_by: str | None
    said_by_entity: str | None
    said_by_span: list[int] | None
    speech: str | None
    attribution: str | None
    role: str | None
    weapon: str | None
    evidence: list[int]
    quote: str
    counts: dict[str, CountRecord]
    governed_by: list[str]
    codes: dict[str, CodeRecord]
    confidence: float
    reason: str


class FillerRecord(TypedDict):
    role: str
    start: int
    end: int
    text: str
    entity: str | None
    score: float


class IncidentRecord(TypedDict):
    id: str
    kind: str
    score: float
    fillers: list[FillerRecord]
    when: WhenRecord | None
    place: str | None
    location: LocationRecord | None
    reason: str


class SeenRelationRecord(TypedDict):
    kind: str
    subject: str
    object: str
    score: float


class ReadingRecord(TypedDict):
    version: int
    reader: str
    report: ReportRecord
    sentences: list[list[int]]
    mentions: list[MentionRecord]
    entities: list[EntityRecord]
    attributions: list[AttributionRecord]
    places: list[PlaceRecord]
    dates: list[DateRecord]
    claims: list[ClaimRecord]
    doubted: list[ClaimRecord]
    incidents: list[IncidentRecord]
    relations: list[SeenRelationRecord]
    silence: str | None
