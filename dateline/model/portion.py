"""A part of the record, with all that an export or a page needs to lead every line back to the words that state it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dateline.model.actor import Actor
from dateline.model.fact import Event, Relation
from dateline.model.record_types import ClaimRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCard:
    """What a fact says of a report it rests on."""

    id: str
    sha256: str
    source: str
    title: str | None
    published: date | None
    publisher: str | None
    agency: str | None
    """The news agency that the report credits; None when it credits none."""
    author: str | None
    url: str | None
    language: str | None
    cluster: str
    """The id of the first report added among its copies; its own id when it is no copy."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidClaim:
    """A claim of a fact: what the reader found, as corrected by people, and who its parties are in the record."""

    record: ClaimRecord
    report: str
    reader: str
    subject_actor: str | None
    """The id of the ``Actor``; None when the claim names nobody, or only describes somebody."""
    object_actor: str | None
    said_by_actor: str | None
    corrected: tuple[str, ...]
    """Fields that a person corrected; ("added",) for a claim added by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """Facts of the record, and the actors, claims and reports they rest on. Everything named by a fact is here."""

    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    actors: Mapping[str, Actor]
    claims: Mapping[str, SaidClaim]
    reports: Mapping[str, ReportCard]
    bystanders: Mapping[str, Actor] = field(default_factory=dict)
    """People who are not public and whom the reports name outside these facts; masked too, and not exported."""
