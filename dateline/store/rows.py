"""What is written: the rows of a report, of its reading and of the claims."""

import hashlib
import logging
from typing import Any

from dateline.errors import ReportSkipped
from dateline.model import ActorRef, Claim, DayRange, Reading, Report
from dateline.model.record import claim_record, report_record, to_record
from dateline.store.name_words import searchable

logger = logging.getLogger(__name__)

Row = dict[str, Any]

FRAME_BASIS = frozenset({"dateline", "lead"})
"""Values of ``PlaceRef.basis`` that are no words of the report."""


def fingerprint(report: Report, reader: str) -> str:
    """What a reading depends on: the reader's version, the text and the day of publication. SHA-256 in hex."""
    day = report.published.day.isoformat() if report.published else ""
    return hashlib.sha256("\0".join((reader, day, report.text)).encode("utf-8", "surrogatepass")).hexdigest()


def unstorable_words(report: Report) -> str | None:
    """Why no database or file of UTF-8 can hold a report's text; None when it can."""
    words = "".join(filter(None, (report.text, report.title, report.author, report.publisher)))
    if "\0" not in words and _is_unicode(words):
        return None
    return "its text holds characters that cannot be stored (NUL or half a surrogate pair): convert it to UTF-8"


def report_row(report: Report) -> Row:
    """All columns of ``reports`` but ``added_at``. Raises ReportSkipped when a database cannot hold the text."""
    if (reason := unstorable_words(report)) is not None:
        raise ReportSkipped(report.source, reason)
    record = report_record(report)
    published = report.published
    same = ("id", "sha256", "text", "source", "media_type", "title", "headline", "dateline", "publisher", "author")
    return {
        **{name: record[name] for name in (*same, "url", "language", "notes")},  # type: ignore[literal-required]
        "raw": report.raw,
        "published": published.day if published else None,
        "published_basis": published.basis if published else None,
        "published_words": published.words if published else None,
        "furniture": record["furniture_kinds"],
    }


def reading_row(reading: Reading) -> Row:
    """The columns of ``readings`` that come from the reading. Its claims go to their own table."""
    return {
        "report_id": reading.report.id,
        "reader": reading.reader,
        "fingerprint": fingerprint(reading.report, reading.reader),
        "record": {**to_record(reading), "claims": []},
    }


def claim_rows(reading: Reading) -> list[Row]:
    """The columns of ``claims`` but ``reading_id``, in the order of the reading. A claim made twice is kept once."""
    rows: dict[str, Row] = {}
    names = _names(reading)
    for claim in reading.claims:
        if claim.id in rows:
            logger.warning("report %s: claim %s was made twice and is kept once", reading.report.id, claim.id)
            continue
        rows[claim.id] = {"report_id": reading.report.id, "position": len(rows), **_claim_row(claim, names)}
    return list(rows.values())


def _claim_row(claim: Claim, names: dict[str, list[str]]) -> Row:
    return {
        "id": claim.id,
        "type": claim.type,
        "mode": claim.mode,
        **_actor_columns("subject", claim.subject, names),
        **_actor_columns("object", claim.object, names),
        **_actor_columns("said_by", claim.said_by, names),
        **_place_columns(claim),
        **_day_columns(claim),
        "polarity": claim.polarity,
        "modality": claim.modality,
        "speech": claim.speech,
        "evidence_start": claim.evidence.start,
        "evidence_end": claim.evidence.end,
        "quote": claim.evidence.quote,
        "confidence": claim.confidence,
        "record": claim_record(claim),
    }


def _actor_columns(part: str, actor: ActorRef | None, names: dict[str, list[str]]) -> Row:
    others = names.get(actor.entity or "", []) if actor else []
    return {
        part: actor.name if actor else None,
        f"{part}_entity": actor.entity if actor else None,
        f"{part}_words": searchable([actor.name, *others]) if actor else "",
    }


def _place_columns(claim: Claim) -> Row:
    place = claim.place
    if place is None:
        return {"place": None, "place_words": "", "country": None, "lat": None, "lon": None}
    said = None if place.basis in FRAME_BASIS else place.basis
    return {
        "place": place.name,
        "place_words": searchable([place.name, said]),
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
    }


def _day_columns(claim: Claim) -> Row:
    nowhere = DayRange(first=None, last=None)
    possible = claim.when.possible if claim.when else nowhere
    certain = (claim.when.certain if claim.when else None) or nowhere
    return {
        "edtf": claim.when.edtf if claim.when else None,
        "possible_first": possible.first,
        "possible_last": possible.last,
        "certain_first": certain.first,
        "certain_last": certain.last,
    }


def _names(reading: Reading) -> dict[str, list[str]]:
    """The names of each entity in the report, descriptions and pronouns left out."""
    texts = {mention.id: mention.text for mention in reading.mentions if mention.form == "name"}
    return {
        entity.id: [entity.name, *(texts[mention] for mention in entity.mentions if mention in texts)]
        for entity in reading.entities
    }


def _is_unicode(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
