"""A claim as a person judges it: its words in their surroundings, its fields, the machine's reason, what others say."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from pydantic import BaseModel, ConfigDict

from dateline.model.fact import Fact
from dateline.model.portion import ReportCard, SaidClaim
from dateline.record.claim_words import claim_fields, claim_marks, values_of
from dateline.record.grounds import Ground, grounds_of_claims
from dateline.record.in_words import disagreement_words, marks, one_line, sources_words
from dateline.record.record import Record
from dateline.record.told import OtherClaim, Told, told_with
from dateline.record.verdicts import Verdict

STANCES: Mapping[str, str] = {
    "supports": "says so",
    "contradicts": "says otherwise",
    "ends": "says that it was over",
    "superseded": "said so in an earlier version",
    "rejected": "rejected by a person",
}


class Model(BaseModel):
    """What is shown and answered; the descriptions of the API are the words under its fields."""

    model_config = ConfigDict(use_attribute_docstrings=True, frozen=True)


class Piece(Model):
    """A run of a report's text."""

    text: str
    marks: tuple[str, ...]
    """What it is of: "claim" (its words), "speaker", "cue" (the verb of saying), "furniture"; none for other text."""


class FieldLine(Model):
    """One field of a claim in words."""

    field: str
    name: str
    words: str
    """Empty where the passage does not say."""
    detail: str
    """On what words it rests, and how sharp it is."""
    actor: str | None
    """The id of the actor in the record; None for what is no actor."""
    corrected: bool
    """Whether a person put it right."""


class Other(Model):
    """Another claim that tells of the same fact."""

    claim: str
    report: str
    stance: str
    who: str
    """On whose word."""
    quote: str
    marks: tuple[str, ...]
    where: str
    """Its report: title, publisher, day."""


class FactPart(Model):
    """A fact that the claim tells of."""

    id: str
    words: str
    marks: tuple[str, ...]
    sources: str
    stance: str
    """What the claim is to it, in words."""
    disagreements: tuple[str, ...]
    others: tuple[Other, ...]
    more: int
    """How many other claims it has besides."""


class VerdictLine(Model):
    """What a person said of it."""

    number: int
    """Of the decision."""
    by: str
    at: str
    kind: str
    """accepted, rejected, corrected."""
    note: str


class ClaimCard(Model):
    """A claim with all that is needed to judge it."""

    id: str
    report: str
    title: str
    where: str
    """Publisher and day of the report."""
    copy_of: str
    """What makes the report no source of its own; empty for one that is."""
    pieces: tuple[Piece, ...]
    """The sentence with some before and after."""
    what: str
    """Type and mode: ``ASSAULT/abduct``."""
    marks: tuple[str, ...]
    fields: tuple[FieldLine, ...]
    values: dict[str, str]
    """The fields as they are written to put them right."""
    reason: str
    confidence: float
    reader: str
    facts: tuple[FactPart, ...]
    verdicts: tuple[VerdictLine, ...]


def claim_cards(
    record: Record, wanted: Mapping[str, str], verdicts: Mapping[str, Sequence[Verdict]]
) -> list[ClaimCard]:
    """The claims in the order given (their reports by the id of the claim); what no reading holds is left out."""
    grounds, told = grounds_of_claims(record, wanted), told_with(record, wanted)
    return [_card(grounds[one], told.get(one, []), verdicts.get(one, ())) for one in wanted if one in grounds]


def _card(ground: Ground, told: Iterable[Told], verdicts: Iterable[Verdict]) -> ClaimCard:
    said, card = ground.said, ground.card
    record = said.record
    copy = ground.copy
    return ClaimCard(
        id=record["id"],
        report=card.id,
        title=card.title or card.source,
        where=_where(card),
        copy_of=f"{copy.standing} of {copy.of}: {copy.reason}" if copy is not None and copy.of else "",
        pieces=pieces_of(ground),
        what="/".join(part for part in (record["type"], record["mode"]) if part),
        marks=tuple(claim_marks(record)),
        fields=_fields(said),
        values=values_of(record),
        reason=record["reason"],
        confidence=record["confidence"],
        reader=said.reader,
        facts=tuple(map(_fact, told)),
        verdicts=verdict_lines(verdicts),
    )


def verdict_lines(verdicts: Iterable[Verdict]) -> tuple[VerdictLine, ...]:
    """Verdicts as they are shown."""
    done = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}
    return tuple(
        VerdictLine(number=one.number, by=one.by, at=f"{one.at:%Y-%m-%d %H:%M} UTC", kind=done[one.kind], note=one.note)
        for one in verdicts
    )


def _where(card: ReportCard) -> str:
    published = card.published.isoformat() if card.published else "day of publication not known"
    return " · ".join(dict.fromkeys(part for part in (card.publisher, card.agency, published) if part))


def _fields(said: SaidClaim) -> tuple[FieldLine, ...]:
    actors = {"subject": said.subject_actor, "object": said.object_actor, "said_by": said.said_by_actor}
    return tuple(
        FieldLine(
            field=one.field,
            name=one.name,
            words=one.words,
            detail=one.detail,
            actor=actors.get(one.field) if said.record.get(one.field) else None,
            corrected=one.field in said.corrected,
        )
        for one in claim_fields(said.record)
    )


def pieces_of(ground: Ground, *, around: bool = True) -> tuple[Piece, ...]:
    """The sentence of a claim, with those around it or without, cut where something begins or ends."""
    start, end = ground.around if around else ground.sentence
    first = ground.attributions[0] if ground.attributions else None
    spans: list[tuple[int, int, str]] = [(*ground.said.record["evidence"], "claim")]  # type: ignore[list-item]
    if first is None and (speaker := ground.said.record["said_by_span"]):
        spans.append((speaker[0], speaker[1], "speaker"))
    if first is not None:
        spans += [(one[0], one[1], "speaker") for one in first["source"]]
        spans += [(one[0], one[1], "cue") for one in first["cue"]]
    if around:
        start = min([start, *(one[0] for one in spans if start - 400 < one[0])])
        end = max([end, *(one[1] for one in spans if one[1] < end + 400)])
    cuts = sorted({start, end, *(cut for one in spans for cut in one[:2] if start < cut < end)})
    return tuple(
        Piece(
            text=ground.card.text[left:right],
            marks=tuple(name for first, last, name in spans if first < right and left < last),
        )
        for left, right in pairwise(cuts)
    )


def _fact(told: Told) -> FactPart:
    return FactPart(
        **fact_words(told.fact), stance=STANCES[told.stance], others=tuple(map(_other, told.others)), more=told.more
    )


def fact_words(fact: Fact) -> dict[str, Any]:
    """What cards say of a fact."""
    return {
        "id": fact.id,
        "words": one_line(fact),
        "marks": tuple(marks(fact)),
        "sources": sources_words(fact),
        "disagreements": tuple(map(disagreement_words, fact.disagreements)),
    }


def _other(other: OtherClaim) -> Other:
    published = other.published.isoformat() if other.published else None
    negated = ("DENIED",) if other.polarity == "negated" else ()
    return Other(
        claim=other.evidence.claim,
        report=other.evidence.report,
        stance=STANCES[other.evidence.stance],
        who=other.evidence.said_by or "the report, in its own voice",
        quote=other.quote,
        marks=(*negated, other.modality.upper()) if other.modality != "actual" else negated,
        where=" · ".join(part for part in (other.title, other.publisher, published) if part),
    )
