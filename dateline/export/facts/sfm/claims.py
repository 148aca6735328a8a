"""claims.csv and citations.csv, by the Monitor's handbook of 2026: each claim of each report for itself."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from dateline import __version__
from dateline.export.facts.evidence import claims_of, facts_of
from dateline.export.facts.ids import uuid_of
from dateline.export.facts.sfm.cells import BEGINNING, access_point, is_person, is_unit, perpetrators, place_text
from dateline.export.facts.sfm.incidents import is_incident
from dateline.export.facts.sfm.units import LOCATION, SUPERIOR, is_told
from dateline.export.facts.wording import event_kind
from dateline.model.fact import Event, Evidence, Fact, Relation
from dateline.model.portion import Portion, SaidClaim
from dateline.model.record_types import WhenRecord

RELATION_TYPES = {"child": "child-of", "member": "member-of"}


def claim_rows(portion: Portion) -> Iterator[dict[str, Any]]:
    """Claims of incidents, postings, positionings and relations; then the names of each unit and person."""
    for fact in facts_of(portion):
        if (assertion := _assertion(portion, fact)) is None:
            continue
        for evidence, said in claims_of(portion, fact):
            yield {**assertion, **_claim(portion, fact, evidence, said)}
    yield from _names(portion)


def citation_rows(portion: Portion) -> Iterator[dict[str, Any]]:
    """Where the words of each claim stand."""
    for identifier, said in portion.claims.items():
        start, end = said.record["evidence"]
        card = portion.reports.get(said.report)
        yield {
            "citation:id": uuid_of("claim", identifier),
            "citation:access_point_id": access_point(said.report),
            "citation:start": start,
            "citation:end": end,
            "citation:quote": said.record["quote"],
            "citation:url": card.url if card else None,
        }


def _claim(portion: Portion, fact: Fact, evidence: Evidence, said: SaidClaim) -> dict[str, Any]:
    card = portion.reports.get(said.report)
    ranges, cut = _ranges(said.record["when"], card.published if card else None)
    ends = evidence.stance == "ends"
    return {
        ":claim/statuses": _status(fact, evidence),
        ":meta/researchers": f"Dateline {__version__}",
        ":meta/internal-comments": said.record["reason"],
        ":claim/citation:refs": uuid_of("claim", evidence.claim),
        **ranges,
        ":range/starting?": "N",
        ":range/ending?": "Y" if ends else "N",
        ":range/ending-context": said.record["quote"] if ends else None,
        ":meta/public-notes": "; ".join([*_notes(fact, evidence, said), *cut]),
    }


def _status(fact: Fact, evidence: Evidence) -> str:
    """``accepted`` and ``issue`` are a person's word; what nobody looked at is ``work_needed``."""
    if evidence.stance in ("contradicts", "ends") or fact.status == "conflicting":
        return "conflict" if evidence.stance != "ends" else "work_needed"
    if evidence.stance in ("rejected", "superseded") or fact.status == "rejected":
        return "issue"
    return "accepted" if fact.status == "accepted" else "work_needed"


def _notes(fact: Fact, evidence: Evidence, said: SaidClaim) -> list[str]:
    """What keeps the claim from being plain, who says it, what it is to the fact."""
    record = said.record
    marks = [record["modality"]] if record["modality"] != "actual" else []
    marks += ["the source says that it is not so"] if record["polarity"] == "negated" else []
    speaker = f"said by {record['said_by']}" if record["said_by"] else "the report's own voice"
    return [*marks, speaker, evidence.stance, f"fact: {fact.status}"]


def _ranges(when: WhenRecord | None, published: date | None) -> tuple[dict[str, Any], list[str]]:
    """Precise and imprecise range, neither beyond publication, and a note when that cut something off."""
    if when is None:
        return {}, []
    limit = published.isoformat() if published else None
    precise, was_cut = _capped(when["certain"], limit)
    imprecise, also_cut = _capped(_imprecise(when), limit)
    columns: dict[str, Any] = {}
    if precise:
        columns |= {":range-precise/first": precise[0], ":range-precise/last": precise[1]}
    if imprecise:
        columns |= {":range-imprecise/first": imprecise[0] or BEGINNING, ":range-imprecise/last": imprecise[1]}
    return columns, ["days after publication left out"] if was_cut or also_cut else []


def _imprecise(when: WhenRecord) -> list[str | None] | None:
    """The possible days before the first certain one; all of them when none is certain; None when there are none."""
    certain, (first, last) = when["certain"], when["possible"]
    if certain is None:
        return [first, last]
    begins = certain[0]
    if begins is None or begins == first:
        return None
    return [first, (date.fromisoformat(begins) - timedelta(days=1)).isoformat()]


def _capped(days: list[str | None] | None, limit: str | None) -> tuple[list[str | None] | None, bool]:
    """The range up to the limit, and whether something was cut off. An open last day ends at the limit."""
    if days is None or days == [None, None]:
        return None, False
    first, last = days
    if limit is None:
        return (days, False) if last else (None, False)
    if first and first > limit:
        return None, True
    return [first, min(last, limit) if last else limit], bool(last and last > limit)


def _assertion(portion: Portion, fact: Fact) -> dict[str, Any] | None:
    """What the claims of a fact assert; None for facts that the handbook has no kind of claim for."""
    if isinstance(fact, Event):
        return _incident(fact) if is_incident(fact) else None
    return _of_relation(portion, fact) if is_told(portion, fact) else None


def _incident(event: Event) -> dict[str, Any]:
    victims = [uuid_of("actor", party.actor) for party in event.recipients if party.actor]
    return {
        ":claim/type": "incident",
        ":claim/about-entity:ref": uuid_of("event", event.id),
        ":entity/type": "incident",
        ":assertion/incident:location:descriptions": event.place.name if event.place else None,
        ":assertion/incident:location:refs": place_text(event.place) if event.place else None,
        ":assertion/incident:violation:types": event_kind(event),
        ":assertion/incident:perpetrator:refs": perpetrators(event),
        ":assertion/incident:perpetrator:classifications": [p.name for p in event.actors if not p.actor],
        ":assertion/incident:victim:refs": victims,
    }


def _of_relation(portion: Portion, relation: Relation) -> dict[str, Any]:
    subject, other = uuid_of("actor", relation.subject.actor or ""), uuid_of("actor", relation.object.actor or "")
    about: dict[str, Any] = {":claim/about-entity:ref": uuid_of("relation", relation.id)}
    if is_person(portion.actors[relation.subject.actor or ""]):
        roles = list(relation.roles) or (["leader"] if relation.type == "leads" else [])
        refs = {":assertion/posting:person:refs": subject, ":assertion/posting:unit:refs": other}
        kind = {":claim/type": "posting", ":entity/type": "posting"}
        return {**about, **kind, **refs, ":assertion/posting:roles": roles}
    if relation.type in LOCATION and relation.place:
        return {
            **about,
            ":claim/type": "positioning",
            ":entity/type": "positioning",
            ":assertion/positioning:unit:refs": subject,
            ":assertion/positioning:types": LOCATION[relation.type],
            ":assertion/positioning:location:refs": place_text(relation.place),
        }
    return {
        **about,
        ":claim/type": "relation",
        ":entity/type": "relation",
        ":assertion/relation:unit:refs": subject,
        ":assertion/relation:types": RELATION_TYPES[SUPERIOR[relation.type]],
        ":assertion/relation:related-unit:refs": other,
    }


def _names(portion: Portion) -> Iterator[dict[str, Any]]:
    for actor in portion.actors.values():
        kind = "unit" if is_unit(actor) else "person" if is_person(actor) else None
        if kind is None:
            continue
        names = [use.name for use in actor.names] or [actor.name]
        yield {
            ":claim/type": kind,
            ":claim/statuses": "work_needed",
            ":meta/researchers": f"Dateline {__version__}",
            ":claim/about-entity:ref": uuid_of("actor", actor.id),
            ":entity/type": kind,
            f":assertion/{kind}:names": names,
            ":annotation/name": actor.name,
            ":annotation/country": actor.country,
        }
