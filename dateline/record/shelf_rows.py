"""What is compared and grouped, as rows of the store and back. Each pair of functions stands together."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any, TypeVar

import numpy as np

from dateline.facts.actors import Tallies
from dateline.facts.copies import Copy, Signature
from dateline.facts.inputs import EntityId, EntityIn
from dateline.facts.shelf import EventRow, HeldActor, HeldJudgement, Member, RelationRow
from dateline.model.actor import Judgement
from dateline.model.fact_record import actor_of_record, actor_record
from dateline.store.name_words import searchable

Row = dict[str, Any]
Flat = TypeVar("Flat", Copy, EventRow, RelationRow)
"""Nouns whose fields are the columns of a table, but for the names of ids."""

_COLUMNS = {"claim": "claim_id", "report": "report_id"}


def flat_row(noun: Copy | EventRow | RelationRow) -> Row:
    """The row of a noun whose fields are columns."""
    return {_COLUMNS.get(field.name, field.name): getattr(noun, field.name) for field in fields(noun)}


def flat_noun(noun: type[Flat], row: Any) -> Flat:
    """The noun of a row whose columns are its fields."""
    values = {field.name: getattr(row, _COLUMNS.get(field.name, field.name)) for field in fields(noun)}
    return noun(**values)


def entity_of_row(row: Any) -> EntityIn:
    """The entity of a row of ``entities``."""
    return EntityIn(
        report=row.report_id,
        id=row.id,
        name=row.name,
        kind=row.kind,
        country=row.country,
        known=row.known,
        plural=row.plural,
        names=tuple(row.names),
        descriptions=tuple(row.descriptions),
    )


def signature_row(one: Signature) -> Row:
    """The hashes as bytes, each of the 32 bits in little endian whatever the machine."""
    digest = one.hashes.astype("<u4").tobytes()
    return {"report_id": one.report, "shingles": one.shingles, "digest": digest, "agency": one.agency}


def signature_of_row(row: Any) -> Signature:
    hashes = np.frombuffer(row.digest, dtype="<u4")
    return Signature(report=row.report_id, shingles=row.shingles, hashes=hashes, agency=row.agency)


def actor_row(held: HeldActor) -> Row:
    """The record of an actor with the columns that are asked for."""
    actor, tallies = held.actor, held.tallies
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "words": searchable([use.name for use in actor.names]),
        "reports": actor.reports,
        "tallies": [list(counts.items()) for counts in (tallies.kinds, tallies.countries, tallies.scenes)],
        "record": actor_record(actor),
    }


def held_actor_of_row(row: Any) -> HeldActor:
    kinds, countries, scenes = (dict(counts) for counts in row.tallies)
    tallies = Tallies(kinds=kinds, countries=countries, scenes=scenes)
    return HeldActor(actor=actor_of_record(row.record), tallies=tallies)


def member_row(member: Member) -> Row:
    report, entity = member.key
    return {
        "report_id": report,
        "entity": entity,
        "actor_id": member.actor,
        "profile": member.profile,
        "background": dict(member.background),
    }


def members_of_rows(rows: Iterable[Any]) -> dict[EntityId, Member]:
    """Members by their report and entity."""
    return {
        (report, entity): Member(key=(report, entity), actor=actor, profile=profile, background=background)
        for report, entity, actor, profile, background in rows
    }


def judgement_row(held: HeldJudgement) -> Row:
    one = held.judgement
    return {
        "left_report": one.left[0],
        "left_entity": one.left[1],
        "right_report": one.right[0],
        "right_entity": one.right[1],
        "near": one.near,
        "left_actor": held.left_actor,
        "right_actor": held.right_actor,
        "verdict": one.verdict,
        "score": one.score,
        "reason": one.reason,
        "decision": one.decision,
    }


def judgement_of_row(row: Any) -> HeldJudgement:
    judgement = Judgement(
        left=(row.left_report, row.left_entity),
        right=(row.right_report, row.right_entity),
        verdict=row.verdict,
        score=row.score,
        reason=row.reason,
        near=row.near,
        decision=row.decision,
    )
    return HeldJudgement(judgement=judgement, left_actor=row.left_actor, right_actor=row.right_actor)
