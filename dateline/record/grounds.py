"""The way from a fact back to the words of reports: each claim, its sentence, its report, and what people decided."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.facts.signatures import Copy
from dateline.facts.standing import standing
from dateline.model.decision import Decision
from dateline.model.fact import Evidence, Fact, Relation
from dateline.model.portion import Portion, ReportCard, SaidClaim
from dateline.model.record_types import AttributionRecord, ReadingRecord
from dateline.record.concluded import Concluded, chunks
from dateline.record.portions import cards_of, claims_of
from dateline.record.record import Record
from dateline.store.tables import readings as readings_table

AROUND = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A claim with all that a person needs to judge it."""

    evidence: Evidence | None
    """What it is to the fact; None when the claim itself is asked about."""
    said: SaidClaim
    card: ReportCard
    copy: Copy | None
    """None for a report that shares its text with none and was not compared yet."""
    sentence: tuple[int, int]
    """Where the sentences that hold the claim's words start and end in the report's text, the end exclusive."""
    around: tuple[int, int]
    """The same with ``AROUND`` sentences more before and after."""
    attributions: tuple[AttributionRecord, ...]
    """On whose word, innermost first; empty for the report's own voice."""


def grounds(record: Record, fact: Fact, portion: Portion | None = None) -> Iterator[Ground]:
    """The claims of a fact in the order they were added. ``portion``: where it is at hand already."""
    portion = portion or record.portion([fact])
    copies = record.copies({evidence.report for evidence in fact.evidence})
    readings = _Readings(record)
    for evidence in fact.evidence:
        said = portion.claims.get(evidence.claim)
        if said is not None:
            yield _ground(evidence, said, portion.reports[said.report], copies, readings)


def ground_of_claim(record: Record, claim: str) -> Ground:
    """A claim alone. Raises BadArgument when there is none of that id."""
    said, card = record.claim(claim)
    return _ground(None, said, card, record.copies([card.id]), _Readings(record))


def grounds_of_claims(record: Record, claims: Mapping[str, str]) -> dict[str, Ground]:
    """Claims by id, with as few questions to the store as can be. ``claims``: their reports by the id of the claim.
    What no standing reading holds is left out. Raises RunStopped when the store fails.
    """
    with record.view.connected() as connection:
        said = claims_of(connection, claims)
        held = frozenset(one.report for one in said.values())
        cards, copies = cards_of(connection, held), Concluded(connection).copies(held)
        standing_readings = _StandingReadings(connection, held)
    return {
        identifier: _ground(None, one, cards[one.report], copies, standing_readings) for identifier, one in said.items()
    }


def decisions_about(record: Record, fact: Fact | None, claims: Iterable[str]) -> list[tuple[Decision, bool]]:
    """What people decided about a fact, its claims, its actors and its reports; each with whether it still stands."""
    every = record.decisions()
    still = {one.id for one in standing(every).decisions}
    targets = set(claims) | ({fact.id} if fact else set())
    held = {evidence.report for evidence in fact.evidence} if fact else set()
    actors = _actors(fact)
    found = [
        one
        for one in every
        if targets & {*one.targets, *one.after.get("from", ())}
        or (one.about == "report" and held & set(one.targets))
        or (one.about == "actor" and actors & set(one.before.get("actors", ())))
    ]
    ids = {str(one.id) for one in found}
    found += [one for one in every if one.kind == "undo" and one.targets[0] in ids]
    return [(one, one.id in still or one.kind == "undo") for one in sorted(found, key=lambda one: one.id)]


def _actors(fact: Fact | None) -> set[str]:
    if fact is None:
        return set()
    parties = (fact.subject, fact.object) if isinstance(fact, Relation) else (*fact.actors, *fact.recipients)
    return {party.actor for party in parties if party.actor}


class _Readings:
    """Standing readings, the last one kept: claims of one report follow each other."""

    def __init__(self, record: Record) -> None:
        self._view = record.view
        self._report = ""
        self._last: ReadingRecord | None = None

    def of(self, report: str) -> ReadingRecord:
        if self._last is None or self._report != report:
            self._report, self._last = report, self._view.reading(report)
        return self._last


class _StandingReadings:
    """The standing readings of some reports, without their claims, all at once."""

    def __init__(self, connection: Connection, wanted: frozenset[str]) -> None:
        query = sa.select(readings_table.c.report_id, readings_table.c.record).where(
            readings_table.c.superseded_at.is_(None)
        )
        self._held: dict[str, ReadingRecord] = {
            row.report_id: row.record
            for some in chunks(sorted(wanted))
            for row in connection.execute(query.where(readings_table.c.report_id.in_(some)))
        }

    def of(self, report: str) -> ReadingRecord:
        return self._held[report]


def _ground(
    evidence: Evidence | None,
    said: SaidClaim,
    card: ReportCard,
    copies: dict[str, Copy],
    readings: _Readings | _StandingReadings,
) -> Ground:
    reading = readings.of(card.id)
    return Ground(
        evidence=evidence,
        said=said,
        card=card,
        copy=copies.get(card.id),
        sentence=_sentence(reading["sentences"], *said.record["evidence"]),
        around=_sentence(reading["sentences"], *said.record["evidence"], more=AROUND),
        attributions=_chain(reading["attributions"], said.record["attribution"]),
    )


def _sentence(sentences: list[list[int]], start: int, end: int, *, more: int = 0) -> tuple[int, int]:
    """From the start of the sentence that the words begin in to the end of the one they end in, and some ``more``."""
    over = [place for place, one in enumerate(sentences) if one[0] < end and start < one[1]]
    held = sentences[max(0, over[0] - more) : over[-1] + more + 1] if over else []
    return min([start, *(one[0] for one in held)]), max([end, *(one[1] for one in held)])


def _chain(attributions: list[AttributionRecord], identifier: str | None) -> tuple[AttributionRecord, ...]:
    by_id = {one["id"]: one for one in attributions}
    found: list[AttributionRecord] = []
    while identifier in by_id and by_id[identifier] not in found:
        found.append(by_id[identifier])
        identifier = found[-1]["within"]
    return tuple(found)
