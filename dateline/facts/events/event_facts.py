"""An event out of its items: each field with its claims, and where they differ."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from dateline.facts.decided import Verdicts, last_verdict
from dateline.facts.distance import is_sharp, same_place
from dateline.facts.events.families import NOT_YET
from dateline.facts.events.items import Item
from dateline.facts.events.tally import ranges_clash, tallies, version
from dateline.facts.status import independent, modality_of, status_of
from dateline.facts.told import Telling, Told
from dateline.model.date_span import DayRange
from dateline.model.fact import Disagreement, Event, Party, PlaceAt, Status, Version

MOST_PARTIES = 8


def event_id(first_claim: str) -> str:
    """Made of the first claim added that tells of the event."""
    return f"v{hashlib.sha256(first_claim.encode()).hexdigest()[:12]}"


def event_of(items: Sequence[Item], reasons: Sequence[str], telling: Telling, verdicts: Verdicts) -> Event:
    """The event that some items (in the order of adding) tell of. ``verdicts``: people's, by the id of a claim."""
    told = [telling.told(claim) for item in items for claim in item.claims]
    sound = [one for one in told if not one.claim.rejected]
    saying = [one for one in sound if one.claim.polarity == "asserted"]
    denying = [one for one in sound if one.claim.polarity == "negated" and not one.superseded]
    current = [one for one in saying if not one.superseded] or saying
    counts, differences = tallies(current)
    actors, recipients = _parties(current, "subject"), _parties(current, "object")
    differences += _disagreements(current, denying)
    clash = (
        bool(denying) or any(one.field in {"actors", "day"} for one in differences) or ranges_clash(current, "killed")
    )
    base = current or told
    return Event(
        id=event_id(items[0].id),
        type=_most([one.claim.type for one in base]),
        mode=_mode(base),
        actors=actors,
        recipients=recipients,
        place=_place(items, base),
        certain=_days(base)[0],
        possible=_days(base)[1],
        reported=_reported(base),
        counts=counts,
        weapon=next((one.claim.weapon for one in base if one.claim.weapon), None),
        modality=modality_of(base),
        status=status_of(saying, contradicted=clash, verdict=_verdict(told, verdicts)),
        sources=independent(current),
        evidence=tuple(one.evidence("supports" if one.claim.polarity == "asserted" else "contradicts") for one in told),
        disagreements=tuple(differences),
        codes=_codes(base),
        confidence=max(one.claim.confidence for one in base),
        reason=_reason(items, reasons),
    )


def _verdict(told: Sequence[Told], verdicts: Verdicts) -> Status | None:
    """The last verdict on the event; "rejected" when every claim of it is."""
    if (given := last_verdict((one.claim.id for one in told), verdicts)) is not None:
        return given
    return "rejected" if all(one.claim.rejected for one in told) else None


def _most(values: Sequence[str]) -> str:
    """The most frequent, of those alike the first."""
    return Counter(values).most_common(1)[0][0]


def _mode(told: Sequence[Told]) -> str | None:
    modes = [one.claim.mode for one in told if one.claim.mode]
    return _most(modes) if modes else None


def _parties(told: Sequence[Told], part: str) -> tuple[Party, ...]:
    """Named actors by their sources; without any, those described, each way of describing once."""
    sources: dict[Party, set[str]] = {}
    for one in told:
        party: Party | None = getattr(one, part)
        if party is not None:
            sources.setdefault(party, set()).add(one.source)
    named = [party for party in sources if party.actor is not None]
    ranked = sorted(named or sources, key=lambda party: -len(sources[party]))
    once = {party.actor or party.name.casefold(): party for party in reversed(ranked)}
    return tuple(party for party in ranked if once[party.actor or party.name.casefold()] is party)[:MOST_PARTIES]


def _place(items: Sequence[Item], told: Sequence[Told]) -> PlaceAt | None:
    """The place that most claims give, a sharp one before a vague one."""
    places = [one.claim.place for one in told if one.claim.place] or [item.place for item in items if item.place]
    sharp = [place for place in places if is_sharp(place)]
    ranked = Counter(sharp or places).most_common(1)
    return ranked[0][0] if ranked else None


def _days(told: Sequence[Told]) -> tuple[DayRange | None, DayRange | None]:
    """Certain and possible days: those that most sources give, of the shortest ranges."""
    spans = [(one.claim.certain, one.claim.possible, one.source) for one in told if one.claim.possible]
    bounded = [span for span in spans if span[1] and span[1].first and span[1].last]
    if not bounded:
        open_ended = [days for _, days, _ in spans if days]
        return None, min(open_ended, key=_open_order) if open_ended else None
    shortest = min(_length(days) for _, days, _ in bounded if days)
    sources: dict[tuple[DayRange | None, DayRange], set[str]] = {}
    for certain, possible, source in bounded:
        if possible and _length(possible) == shortest:
            sources.setdefault((certain, possible), set()).add(source)
    return max(sources, key=lambda span: len(sources[span]))


def _length(days: DayRange) -> int:
    assert days.first is not None
    assert days.last is not None
    return (days.last - days.first).days


def _open_order(days: DayRange) -> tuple[str, str]:
    return str(days.last or "9999"), str(days.first or "")


def _reported(told: Sequence[Told]) -> DayRange | None:
    days = [one.published for one in told if one.published]
    return DayRange(first=min(days), last=max(days)) if days else None


def _codes(told: Sequence[Told]) -> dict[str, str]:
    """What most claims would be called by each codebook."""
    by_scheme: dict[str, list[str]] = {}
    for one in told:
        for scheme, words in one.claim.codes:
            by_scheme.setdefault(scheme, []).append(words)
    return {scheme: _most(words) for scheme, words in sorted(by_scheme.items())}


def _disagreements(current: Sequence[Told], denying: Sequence[Told]) -> list[Disagreement]:
    found = []
    if denying and current:
        found.append(Disagreement(field="happened", versions=(version("yes", current), version("no", denying))))
    for field, versions in (("actors", _who(current)), ("place", _where(current)), ("day", _when(current))):
        if len(versions) > 1:
            found.append(Disagreement(field=field, versions=tuple(versions)))
    return found


def _who(told: Sequence[Told]) -> list[Version]:
    """Named doers told by different sources, where no source names both; by the id of the actor."""
    by_actor: dict[str, list[Told]] = {}
    for one in told:
        if one.subject is not None and one.subject.actor is not None:
            by_actor.setdefault(one.subject.actor, []).append(one)
    reports = [frozenset(one.claim.report for one in held) for held in by_actor.values()]
    if len(by_actor) < 2 or frozenset.intersection(*reports):
        return []
    ranked = sorted(by_actor.items(), key=lambda item: -independent(item[1]))
    return [version(actor, held) for actor, held in ranked]


def _where(told: Sequence[Told]) -> list[Version]:
    """Sharp places that cannot be one."""
    groups: list[tuple[PlaceAt, list[Told]]] = []
    for one in told:
        place = one.claim.place
        if place is None or not is_sharp(place):
            continue
        held = next((held for known, held in groups if same_place(known, place) is not False), None)
        if held is None:
            groups.append((place, [one]))
        else:
            held.append(one)
    return [version(place.name, held) for place, held in groups]


def _when(told: Sequence[Told]) -> list[Version]:
    """Days that do not overlap."""
    groups: list[tuple[DayRange, list[Told]]] = []
    for one in told:
        days = one.claim.possible
        if days is None or days.first is None or days.last is None:
            continue
        held = next((held for known, held in groups if known.overlaps(days)), None)
        if held is None:
            groups.append((days, [one]))
        else:
            held.append(one)
    return [version(days.edtf, held) for days, held in groups]


def _reason(items: Sequence[Item], reasons: Sequence[str]) -> str:
    reports = len({item.report for item in items})
    if reports == 1:
        return "told by one report" if items[0].family.split(":")[-1] not in NOT_YET else "announced by one report"
    most = "; ".join(dict.fromkeys(reasons))
    return f"{reports} reports tell of one event: {most}"
