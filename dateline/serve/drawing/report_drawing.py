"""A stored report as its page shows it: the text with what was read drawn over it, and its claims as the record has
them in the margin.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from dateline.export import in_words
from dateline.export.html_layers import marks_over
from dateline.export.html_marks import Mark
from dateline.export.html_overview import tone
from dateline.export.html_rows import NumberedClaim, Row, rows
from dateline.model import Reading
from dateline.model.from_record import claim_of, reading_of
from dateline.model.record_types import ReadingRecord
from dateline.record.record import Record
from dateline.record.report_claims import ReportClaim, ReportClaims, report_claims

PREFIX = "t"
"""Begins the ids of the words of claims: ``t-words3``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginClaim:
    """A claim beside its paragraph."""

    number: int
    """Its number in the report, from 1."""
    place_in_row: int
    tone: str
    marks: list[str]
    counts: list[str]
    says_who: str
    """Through the chain of who cites whom; empty for the report's own voice."""
    grounds: list[tuple[str, str]]
    """Why it is as it is: the part of it, and the reason."""
    when: str
    held: ReportClaim


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A stretch of the report and what stands beside it."""

    kind: str
    """``headline``, ``furniture`` or ``text``."""
    start: int
    """Where it starts in the text, in code points."""
    html: Markup
    claims: tuple[MarginClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A report drawn."""

    reading: Reading
    """With the claims as people put them right."""
    paragraphs: tuple[Paragraph, ...]
    claims: ReportClaims


def drawn(record: Record, reading: ReadingRecord) -> Drawn:
    """Draw a standing reading."""
    held = report_claims(record, reading)
    text = reading["report"]["text"]
    claims = tuple(claim_of(one.said.record, text) for one in held.claims)
    noun = replace(reading_of({**reading, "claims": []}), claims=claims)
    marks = _linked(record, noun)
    by_id = {one.said.record["id"]: one for one in held.claims}
    made = rows(noun, PREFIX, marks, lambda numbered: f"claim-{numbered.claim.id}")
    return Drawn(reading=noun, paragraphs=tuple(_paragraph(noun, row, by_id) for row in made), claims=held)


def _linked(record: Record, reading: Reading) -> list[Mark]:
    """The marks of all layers; those of actors and speakers lead to the actor in the record."""
    marks = [replace(mark, described_by="") for mark in marks_over(reading, PREFIX)]
    actors = _actors(record, reading.report.id, (mark.entity for mark in marks))
    return [replace(mark, href=f"/actors/{actors[mark.entity]}") if mark.entity in actors else mark for mark in marks]


def _actors(record: Record, report: str, entities: Iterable[str]) -> Mapping[str, str]:
    """The ids of the actors that entities of a report are taken for."""
    keys = dict.fromkeys((report, one) for one in entities if one)
    return {entity: actor.id for (_, entity), actor in record.actors_of(keys).items()}


def _paragraph(reading: Reading, row: Row, held: Mapping[str, ReportClaim]) -> Paragraph:
    claims = tuple(_margin_claim(reading, one, held[one.claim.id]) for one in row.claims)
    return Paragraph(kind=row.kind, start=row.start, html=row.html, claims=claims)


def _margin_claim(reading: Reading, numbered: NumberedClaim, held: ReportClaim) -> MarginClaim:
    claim = numbered.claim
    return MarginClaim(
        number=numbered.number,
        place_in_row=numbered.place_in_row,
        tone=tone(claim),
        marks=in_words.marks(claim),
        counts=in_words.counts(claim),
        says_who=in_words.says_who(reading, claim),
        grounds=in_words.grounds(reading, claim),
        when=claim.when.in_words if claim.when else "",
        held=held,
    )


def names_in(reading: Reading) -> Sequence[str]:
    """Whom the report names or describes, for a person to choose from; each once, in the order of the text."""
    return list(dict.fromkeys(in_words.shortened(entity.name, 120) for entity in reading.entities))
