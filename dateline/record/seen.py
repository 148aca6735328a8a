"""What a person sees when deciding: claims, and the entities that are an actor."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from dateline.errors import BadArgument
from dateline.facts.decided_actors import anchor_of, is_anchor
from dateline.facts.inputs import EntityIn
from dateline.facts.standing import standing
from dateline.model.decision import Decision
from dateline.model.fact import Fact
from dateline.record.concluded import chunks
from dateline.record.shelf_reads import ShelfReads
from dateline.store import record_tables as t
from dateline.store.tables import claims, readings

_SEEN = ("type", "mode", "subject", "object", "place", "polarity", "modality", "said_by", "evidence", "quote")
_FOUND_BY = ("type", "polarity", "subject", "object", "evidence")
"""Of what is seen, that by which the claim is found again in a newer reading."""


def claim_seen(connection: Connection, claim: str) -> dict[str, Any]:
    """What a person sees of a claim. Raises BadArgument for one that no standing reading holds."""
    found = claims_seen(connection, [claim])
    if claim not in found:
        raise BadArgument(no_claim(claim))
    return found[claim]


def no_claim(claim: str) -> str:
    """What to say of an id that no claim has."""
    return f"there is no claim {claim!r} in the store: `dateline claims` lists those there are"


def claims_seen(connection: Connection, wanted: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Claims by id, those added by hand too, as the reader found them: only so can they be found again."""
    query = (
        sa.select(claims.c.id, claims.c.report_id, claims.c.record)
        .join(readings, readings.c.id == claims.c.reading_id)
        .where(readings.c.superseded_at.is_(None))
    )
    found: dict[str, dict[str, Any]] = {}
    for chunk in chunks(wanted):
        in_facts = sa.select(t.fact_claims.c.report_id).where(t.fact_claims.c.claim_id.in_(chunk))
        for where in (claims.c.report_id.in_(in_facts), sa.true()):  # claims have no index by id alone
            if left := [one for one in chunk if one not in found]:
                for row in connection.execute(query.where(where, claims.c.id.in_(left))):
                    found[row.id] = {"report": row.report_id, **{name: row.record[name] for name in _SEEN}}
    if missing := set(wanted) - found.keys():
        for one in standing(ShelfReads(connection).decisions()).about("claim", "add"):
            if one.targets[0] in missing:
                record = one.after["record"]
                found[one.targets[0]] = {"report": one.after["report"], **{name: record[name] for name in _SEEN}}
    return found


def facts_seen(connection: Connection, facts: Iterable[Fact]) -> dict[str, Any]:
    """What a person sees of facts: their claims, each with the first claim of its fact (``of``), for which it can
    stand.
    """
    held = list(facts)
    of = {one.claim: fact.evidence[0].claim for fact in held for one in fact.evidence if one.source}
    found = claims_seen(connection, list(of))
    return {
        "facts": [fact.id for fact in held],
        "claims": list(of),
        "reports": list(dict.fromkeys(one.report for fact in held for one in fact.evidence)),
        "seen": [
            {"id": claim, "of": of[claim], "report": seen["report"], **{name: seen[name] for name in _FOUND_BY}}
            for claim, seen in found.items()
        ],
    }


def entities_of(connection: Connection, actor: str) -> list[tuple[EntityIn, str]]:
    """The entities that are an actor with their anchors, in the order of adding. Raises BadArgument for no actor's
    id.
    """
    query = sa.select(t.members).where(t.members.c.actor_id == actor)
    namesakes = {(row.report_id, row.entity): bool(row.background["namesake"]) for row in connection.execute(query)}
    if not namesakes:
        raise BadArgument(f"there is no actor {actor!r} in the record: `dateline actor NAME` shows ids")
    shelf = ShelfReads(connection)
    orders = shelf.reports(frozenset(report for report, _ in namesakes))
    found = {**shelf.entities_at(namesakes), **_named_by_people(connection, namesakes)}
    ordered = sorted(found.values(), key=lambda one: (orders[one.report].order, one.id))
    return [(one, anchor_of(one, namesake=namesakes[one.key])) for one in ordered]


def _named_by_people(connection: Connection, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], EntityIn]:
    """Entities that only a correction or a claim added by hand names."""
    from dateline.facts.desk import Desk
    from dateline.record.shelf_writes import StoreShelf

    shelf = StoreShelf(connection)
    return Desk(shelf, standing(shelf.decisions())).entities_at(wanted)


def another_look(connection: Connection) -> list[Decision]:
    """Decisions that nothing of today answers to: no claim says so in that passage any more, no entity bears the
    name.
    """
    from dateline.facts.desk import Desk
    from dateline.facts.standing import report_of
    from dateline.record.shelf_writes import StoreShelf

    shelf = StoreShelf(connection)
    stand = standing(shelf.decisions())
    decided = frozenset(report for one in stand.decisions if (report := report_of(one)) is not None)
    desk = Desk(shelf, stand)
    astray = [one for page in desk.pages(decided).values() for one in page.astray]
    astray += [*desk.astray, *_unanchored(shelf, stand.about("actor"))]
    return sorted(astray, key=lambda one: one.id)


def _unanchored(shelf: ShelfReads, decisions: Sequence[Decision]) -> list[Decision]:
    """Decisions about actors of which too few anchors stand for an entity of today."""
    reports = {anchor.partition("/")[0] for one in decisions for anchor in (*one.targets, *one.after.get("from", ()))}
    entities = shelf.entities(frozenset(reports - {"*"}))

    def stands(anchor: str) -> bool:
        report = anchor.partition("/")[0]
        return report == "*" or any(is_anchor(anchor, entity) for entity in entities.get(report, ()))

    def is_left(one: Decision) -> bool:
        least = 2 if one.kind == "merge" else 1
        rest = one.after.get("from")
        return sum(map(stands, one.targets)) >= least and (not rest or any(map(stands, rest)))

    return [one for one in decisions if not is_left(one)]
