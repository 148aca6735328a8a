"""Relations out of claims: their validity, what ended them, and what is in conflict."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.facts.decided import Verdicts, last_verdict
from dateline.facts.events.tally import version
from dateline.facts.relations.holding import (
    CAPTURED,
    Holding,
    RelationKey,
    ending_days,
    ends_for_subject,
    holding_of,
    is_capture,
    object_place,
    slot,
    takes_away,
    until_days,
)
from dateline.facts.relations.kinds import DONE_ONCE
from dateline.facts.relations.stretches import Ending, Timeline, timeline
from dateline.facts.status import independent, modality_of, status_of
from dateline.facts.told import Told
from dateline.model.date_span import DayRange
from dateline.model.fact import Disagreement, Evidence, Party, PlaceAt, Relation, Status, Version

STATE_KINDS = frozenset({"government", "police", "intergovernmental", "media"})
"""Bodies with many heads: of a government every minister is one."""


def relation_id(key: RelationKey) -> str:
    """Made of the type and the parties."""
    words = "\0".join((key.type, key.subject, key.object, "planned" if key.planned else ""))
    return f"x{hashlib.sha256(words.encode()).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A relation and the claims of it, in the order of adding."""

    key: RelationKey
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What else bears on relations: the claims that end some, and people's verdicts."""

    endings: Mapping[str, Sequence[Told]]
    """By the id of the actor whose relations they may end."""
    verdicts: Verdicts
    """People's verdicts, by the id of a relation or of a claim."""


def relations_of(group: Sequence[Claimed], around: Surroundings) -> list[Relation]:
    """The facts of relations of one type with one object, which are judged together: one town has one holder."""
    holdings = {one.key: _holdings(one, _died(one.key.subject, around)) for one in group}
    slots = {one.key: _slots(one) for one in group}
    found = []
    for one in group:
        rivals = [key for key in holdings if key != one.key and slots[key] & slots[one.key]]
        endings = [*_endings(one, around), *_replacements(one.key, rivals, holdings)]
        line = timeline(holdings[one.key], endings)
        clashes = _clashes(holdings[one.key], rivals, holdings)
        found.append(_relation(one, holdings[one.key], line, clashes, around))
    return found


def _holdings(one: Claimed, dead: date | None) -> list[Holding]:
    return [holding_of(told, dead) for told in one.told if not told.claim.rejected]


def _died(subject: str, around: Surroundings) -> date | None:
    """The day by which an actor had died or was taken, as the first claim of it says; None while nobody says so."""
    days = [ending_days(told).last for told in around.endings.get(subject, ()) if takes_away(told)]
    known = [day for day in days if day is not None]
    return min(known) if known else None


def _slots(one: Claimed) -> frozenset[str]:
    if one.key.planned:
        return frozenset()
    unknown = one.key.object.startswith("~")
    found = (slot(told, unknown or told.object_kind in STATE_KINDS) for told in one.told if not told.claim.rejected)
    return frozenset(name for name in found if name)


def _endings(one: Claimed, around: Surroundings) -> Iterable[Ending]:
    if one.key.type in DONE_ONCE or one.key.planned:
        return
    for told in one.told:
        if (until := until_days(told)) is not None and not told.claim.rejected:
            yield Ending(
                days=until,
                words=f"a claim that it was so until {until.edtf}",
                claim=told.claim.id,
                report=told.claim.report,
            )
    for told in around.endings.get(one.key.subject, ()):
        ended = ends_for_subject(told)
        if ended is None:
            continue
        actor, types, target, why = ended
        if why == CAPTURED and one.key.type == "member_of" and not all(told.claim.role for told in one.told):
            continue  # a prisoner is a member still, but holds no office
        if actor == one.key.subject and one.key.type in types and target in (None, one.key.object):
            yield Ending(days=ending_days(told), words=why, claim=told.claim.id, report=told.claim.report)


def _replacements(
    key: RelationKey, rivals: Sequence[RelationKey], holdings: Mapping[RelationKey, list[Holding]]
) -> Iterable[Ending]:
    """The first days on which others are said to hold what only one can."""
    for rival in rivals:
        for one in holdings[rival]:
            if one.certain is not None and one.certain.first is not None:
                days = DayRange.day(one.certain.first)
                claim = one.told.claim
                yield Ending(
                    days=days, words="another who is said to hold it then", claim=claim.id, report=claim.report
                )


def _clashes(
    mine: Sequence[Holding], rivals: Sequence[RelationKey], holdings: Mapping[RelationKey, list[Holding]]
) -> list[tuple[Holding, Holding]]:
    """Claims that two hold on one day what only one can."""
    theirs = [one for rival in rivals for one in holdings[rival] if one.certain]
    return [
        (one, other)
        for one in mine
        if one.certain
        for other in theirs
        if other.certain and one.certain.overlaps(other.certain)
    ]


def _relation(
    one: Claimed,
    holdings: Sequence[Holding],
    line: Timeline,
    clashes: Sequence[tuple[Holding, Holding]],
    around: Surroundings,
) -> Relation:
    key = one.key
    saying = [holding.told for holding in holdings if not holding.ended]
    current = [told for told in saying if not told.superseded] or saying
    base = current or list(one.told)
    subject, target = _parties(base[0], key)
    identity = relation_id(key)
    contradicted = bool(line.against or clashes)
    only_ended = not saying and any(holding.told.claim.former for holding in holdings)
    return Relation(
        id=identity,
        type=key.type,
        subject=subject,
        object=target,
        place=next((place for told in base if (place := _place(told))), None),
        roles=_roles(one.told),
        validity=line.stretches,
        modality=modality_of(base),
        status=status_of(
            [holding.told for holding in holdings] if only_ended else saying,
            contradicted=contradicted,
            verdict=_verdict(identity, one, around.verdicts),
        ),
        sources=independent(current),
        evidence=(*_evidence(one, line), *_ending_evidence(line, one)),
        disagreements=_disagreements(holdings, line, clashes),
        confidence=max(told.claim.confidence for told in base),
        reason=_reason(line, current),
    )


def _verdict(identity: str, one: Claimed, verdicts: Verdicts) -> Status | None:
    """The last verdict on the relation; "rejected" when every claim of it is. A verdict stays with its claim, since the
    id of a relation changes when its parties are merged.
    """
    given = last_verdict((identity, *(told.claim.id for told in one.told)), verdicts)
    if given is not None:
        return given
    return "rejected" if all(told.claim.rejected for told in one.told) else None


def _parties(told: Told, key: RelationKey) -> tuple[Party, Party]:
    subject, target = told.subject, told.object
    place = told.claim.place if is_capture(told) else object_place(told)
    if place is not None:
        target = Party(actor=None, name=place.name, kind="place", country=place.country)
    assert subject is not None
    assert target is not None
    if subject.actor is not None and subject.actor == key.object:
        subject, target = target, subject  # a symmetrical relation, in the order of its key
    return subject, target


def _place(told: Told) -> PlaceAt | None:
    return told.claim.place


def _roles(told: Sequence[Told]) -> tuple[str, ...]:
    return tuple(role for role, _ in Counter(one.claim.role for one in told if one.claim.role).most_common())


def _evidence(one: Claimed, line: Timeline) -> Iterable[Evidence]:
    against = {holding.told.claim.id for holding in line.against}
    for told in one.told:
        if told.claim.polarity == "negated" or told.claim.id in against:
            yield told.evidence("contradicts" if told.claim.id in against else "ends")
        else:
            yield told.evidence("ends" if told.claim.former else "supports")


def _ending_evidence(line: Timeline, one: Claimed) -> Iterable[Evidence]:
    """Claims of other facts that ended this relation."""
    own = {told.claim.id for told in one.told}
    for ending in line.used:
        if ending.claim not in own:
            yield Evidence(claim=ending.claim, report=ending.report, stance="ends", source="", said_by=None)


def _disagreements(
    holdings: Sequence[Holding], line: Timeline, clashes: Sequence[tuple[Holding, Holding]]
) -> tuple[Disagreement, ...]:
    found = []
    if line.against:
        holding = [one.told for one in holdings if not one.ended]
        found.append(_versions("holds", "yes", holding, "no", [one.told for one in line.against]))
    if clashes:
        mine = list({one.told.claim.id: one.told for one, _ in clashes}.values())
        theirs = list({other.told.claim.id: other.told for _, other in clashes}.values())
        field = "holder"
        found.append(_versions(field, _holder(mine[0]), mine, _holder(theirs[0]), theirs))
    return tuple(found)


def _holder(told: Told) -> str:
    assert told.subject is not None
    return told.subject.actor or told.subject.name


def _versions(field: str, yes: str, mine: Sequence[Told], no: str, theirs: Sequence[Told]) -> Disagreement:
    versions: list[Version] = [version(yes, mine), version(no, theirs)]
    return Disagreement(field=field, versions=tuple(versions))


def _reason(line: Timeline, current: Sequence[Told]) -> str:
    reports = len({told.claim.report for told in current})
    said = f"said by {reports} report{'' if reports == 1 else 's'}"
    ended = [stretch.ended_by for stretch in line.stretches if stretch.ended_by]
    return (
        f"{said}; ended by {ended[-1]}"
        if ended
        else f"{said}; nothing says that it ended"
        if current
        else "only told as over or denied"
    )
