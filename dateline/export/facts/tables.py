"""Facts, actors and claims as flat rows: one form for spreadsheets (CSV) and for analysis (Parquet).

Values are typed: days are dates, several names a list. What a column means stands in ``docs/exports.md``.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Literal, cast

from dateline.export.facts.evidence import contradicting, facts_of, outlet, reports_of, speakers_of, supporting
from dateline.export.facts.states import country_name
from dateline.model.actor import Actor
from dateline.model.date_span import DayRange
from dateline.model.fact import Disagreement, Fact, Party, PlaceAt, Relation, Validity
from dateline.model.portion import Portion, SaidClaim

Kind = Literal["text", "texts", "number", "whole", "day"]
COUNTED = ("killed", "injured", "abducted", "arrested", "displaced", "crowd")
BOUNDS = ("low", "best", "high")
Columns = dict[str, Kind]


def _columns(words: str) -> Columns:
    """Columns in order, from ``name:kind`` parted by blanks; a name alone is text."""
    found: Columns = {}
    for word in words.split():
        name, _, kind = word.partition(":")
        found[name] = cast(Kind, kind or "text")
    return found


_STANDING = _columns(
    "modality status sources:whole said_by:texts outlets:texts reports:texts supporting:texts contradicting:texts "
    "disagreements:texts confidence:number reason"
)
_PLACE = _columns("place country country_name lat:number lon:number geonameid:whole precision radius_km:number")
_DAYS = _columns("certain_first:day certain_last:day possible_first:day possible_last:day")
_NUMBERS: Columns = {f"{kind}_{bound}": "whole" for kind in COUNTED for bound in BOUNDS}
EVENTS = (
    _columns("id type mode actors:texts actor_ids:texts recipients:texts recipient_ids:texts")
    | _PLACE
    | _DAYS
    | _columns("reported_first:day reported_last:day")
    | _NUMBERS
    | _columns("weapon")
    | _STANDING
    | _columns("plover cameo acled ucdp")
)
RELATIONS = (
    _columns("id stretch:whole type subject subject_id object object_id object_kind roles:texts")
    | _PLACE
    | _DAYS
    | _columns("ended_by")
    | _STANDING
)
ACTORS = _columns("id name names:texts kind country known reports:whole protection protection_reason")
CLAIMS = (
    _columns("id fact stance type mode subject subject_id object object_id place")
    | _DAYS
    | _columns(
        "polarity modality said_by said_by_id speech source quote evidence_start:whole evidence_end:whole "
        "report title publisher published:day url confidence:number reason reader corrected:texts"
    )
)
Row = dict[str, Any]


def event_rows(portion: Portion) -> Iterator[Row]:
    for event in portion.events:
        yield {
            "id": event.id,
            "type": event.type,
            "mode": event.mode,
            **_parties("actor", event.actors),
            **_parties("recipient", event.recipients),
            **_place(event.place),
            **_days("certain", event.certain),
            **_days("possible", event.possible),
            **_days("reported", event.reported),
            **{f"{kind}_{bound}": getattr(tally, bound) for kind, tally in event.counts.items() for bound in BOUNDS},
            "weapon": event.weapon,
            **_standing(portion, event),
            **{scheme.lower(): words for scheme, words in event.codes.items()},
        }


def relation_rows(portion: Portion) -> Iterator[Row]:
    """A row for each stretch of each relation, numbered from 1; one numbered 0 for a relation without days."""
    for relation in portion.relations:
        stretches: tuple[Validity | None, ...] = relation.validity or (None,)
        for number, stretch in enumerate(stretches, 1):
            yield _relation(portion, relation, number if stretch else 0, stretch)


def _relation(portion: Portion, relation: Relation, number: int, stretch: Validity | None) -> Row:
    return {
        "id": relation.id,
        "stretch": number,
        "type": relation.type,
        "subject": relation.subject.name,
        "subject_id": relation.subject.actor,
        "object": relation.object.name,
        "object_id": relation.object.actor,
        "object_kind": relation.object.kind,
        "roles": list(relation.roles),
        **_place(relation.place),
        **(_days("certain", stretch.certain) if stretch else {}),
        **(_days("possible", stretch.possible) if stretch else {}),
        "ended_by": stretch.ended_by if stretch else None,
        **_standing(portion, relation),
    }


def actor_rows(portion: Portion) -> Iterator[Row]:
    for actor in portion.actors.values():
        yield _actor(actor)


def _actor(actor: Actor) -> Row:
    return {
        "id": actor.id,
        "name": actor.name,
        "names": [use.name for use in actor.names],
        "kind": actor.kind,
        "country": actor.country,
        "known": actor.known,
        "reports": actor.reports,
        "protection": actor.protection,
        "protection_reason": actor.protection_reason,
    }


def claim_rows(portion: Portion) -> Iterator[Row]:
    """A row for each claim and fact it is evidence of; one without fact for a claim that is evidence of none."""
    told = set()
    for fact in facts_of(portion):
        for evidence in fact.evidence:
            if said := portion.claims.get(evidence.claim):
                told.add(evidence.claim)
                place = {"fact": fact.id, "stance": evidence.stance, "source": evidence.source}
                yield {**_claim(portion, said), **place}
    yield from (_claim(portion, said) for identifier, said in portion.claims.items() if identifier not in told)


def _claim(portion: Portion, said: SaidClaim) -> Row:
    record, card = said.record, portion.reports.get(said.report)
    when = record["when"]
    possible, certain = (when["possible"], when["certain"]) if when else (None, None)
    plain = ("id", "type", "mode", "subject", "object", "place", "polarity", "modality", "said_by", "speech", "quote")
    return {
        **{name: record[name] for name in (*plain, "confidence", "reason")},  # type: ignore[literal-required]
        "subject_id": said.subject_actor,
        "object_id": said.object_actor,
        "said_by_id": said.said_by_actor,
        **_recorded_days("possible", possible),
        **_recorded_days("certain", certain),
        "evidence_start": record["evidence"][0],
        "evidence_end": record["evidence"][1],
        "report": said.report,
        "title": card.title if card else None,
        "publisher": card.publisher if card else None,
        "published": card.published if card else None,
        "url": card.url if card else None,
        "reader": said.reader,
        "corrected": list(said.corrected),
    }


def _parties(name: str, parties: tuple[Party, ...]) -> Row:
    return {f"{name}s": [party.name for party in parties], f"{name}_ids": [p.actor for p in parties if p.actor]}


def _place(place: PlaceAt | None) -> Row:
    if place is None:
        return {}
    same = ("country", "lat", "lon", "geonameid", "precision", "radius_km")
    names = {"place": place.name, "country_name": country_name(place.country)}
    return {**names, **{name: getattr(place, name) for name in same}}


def _days(name: str, days: DayRange | None) -> Row:
    return {f"{name}_first": days.first, f"{name}_last": days.last} if days else {}


def _recorded_days(name: str, days: list[str | None] | None) -> Row:
    first, last = (date.fromisoformat(day) if day else None for day in days or (None, None))
    return {f"{name}_first": first, f"{name}_last": last}


def _standing(portion: Portion, fact: Fact) -> Row:
    cards = reports_of(portion, fact)
    return {
        "modality": fact.modality,
        "status": fact.status,
        "sources": fact.sources,
        "said_by": speakers_of(fact),
        "outlets": list(dict.fromkeys(filter(None, map(outlet, cards)))),
        "reports": [card.id for card in cards],
        "supporting": [evidence.claim for evidence in supporting(fact)],
        "contradicting": [evidence.claim for evidence in contradicting(fact)],
        "disagreements": [_disagreement(item) for item in fact.disagreements],
        "confidence": fact.confidence,
        "reason": fact.reason,
    }


def _disagreement(item: Disagreement) -> str:
    """``killed: 3 (Reuters) / 5 (the mayor)``."""
    versions = (f"{version.value} ({', '.join(version.said_by)})" for version in item.versions)
    return f"{item.field}: {' / '.join(versions)}"


TABLES: dict[str, tuple[Columns, Callable[[Portion], Iterator[Row]]]] = {
    "events": (EVENTS, event_rows),
    "relations": (RELATIONS, relation_rows),
    "actors": (ACTORS, actor_rows),
    "claims": (CLAIMS, claim_rows),
}
