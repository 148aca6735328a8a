"""What is compared and grouped, as rows of the store and back. Each pair of functions stands together."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any, TypeVar

from dateline.facts.inputs import EntityId, EntityIn
from dateline.facts.shelf import EventRow, HeldJudgement, Member, RelationRow
from dateline.facts.signatures import Copy
from dateline.model.actor import Judgement

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
        for report, entity, actor, background, profile in rows
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


def judged_order(row: Any) -> tuple[Any, ...]:
    """The surest first; sorted here since databases differ in how they order letters."""
    return -row.score, row.left_report, row.left_entity, row.right_report, row.right_entity, row.near
