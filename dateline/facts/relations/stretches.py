"""When a relation holds, from the claims that say so and from what ends it.

Between two days for which claims vouch a relation is taken to hold, unless something in between says that it was over.
After the last of them it may hold until something ends it; without that the end stays open. Nothing is taken back in
time: before the first day that a claim vouches for it is only possible.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.facts.relations.holding import Holding, first_day, last_day
from dateline.model.date_span import DayRange
from dateline.model.fact import Validity


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Something that ends a relation."""

    days: DayRange
    """When: by the last of these days it was over."""
    words: str
    """``the death of …``, ``replaced by …``."""
    claim: str
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The stretches of a relation, what ended each, and the claims that nothing fits."""

    stretches: tuple[Validity, ...]
    used: tuple[Ending, ...]
    """Endings that ended a stretch."""
    against: tuple[Holding, ...]
    """Claims that it was not so, on days for which others vouch."""


def timeline(holdings: Sequence[Holding], endings: Sequence[Ending]) -> Timeline:
    """The stretches of one relation. ``endings`` in any order."""
    ends = sorted([*endings, *(_as_ending(one) for one in holdings if one.ended)], key=_ending_order)
    dated = sorted((one for one in holdings if one.certain and not one.ended), key=_certain_order)
    loose = [one for one in holdings if not one.certain and not one.ended]
    spans: list[tuple[DayRange, Ending | None]] = []
    for one in dated:
        assert one.certain
        _grow(spans, one.certain, ends)
    used: list[Ending] = []
    stretches: list[Validity] = []
    for number, (certain, closed_by) in enumerate(spans):
        ending = closed_by or _first_after(certain, ends)
        following = spans[number + 1][0] if number + 1 < len(spans) else None
        if ending is not None:
            used.append(ending)
        stretches.append(_stretch(certain, ending, following))
    stretches = _begun(_with_loose(stretches, loose, ends, used), holdings)
    against = tuple(one for one in holdings if one.ended and _denied_within(one, stretches))
    return Timeline(stretches=tuple(stretches), used=tuple(dict.fromkeys(used)), against=against)


def _as_ending(one: Holding) -> Ending:
    days = DayRange(first=one.possible.first, last=one.possible.last)
    return Ending(days=days, words=one.words, claim=one.told.claim.id, report=one.told.claim.report)


def _ending_order(ending: Ending) -> tuple[date, date, str]:
    return last_day(ending.days), first_day(ending.days), ending.claim


def _certain_order(one: Holding) -> tuple[date, date, str]:
    assert one.certain
    return first_day(one.certain), last_day(one.certain), one.told.claim.id


def _grow(spans: list[tuple[DayRange, Ending | None]], certain: DayRange, ends: Sequence[Ending]) -> None:
    """Add certain days to the last span, or begin a new one when something ended the relation in between."""
    if spans:
        last, _ = spans[-1]
        between = [end for end in ends if last_day(last) < last_day(end.days) <= first_day(certain)]
        if not between:
            spans[-1] = (DayRange(first=last.first, last=max(last_day(last), last_day(certain))), None)
            return
        spans[-1] = (last, between[0])
    spans.append((certain, None))


def _first_after(certain: DayRange, ends: Sequence[Ending]) -> Ending | None:
    """The first thing after the last certain day that says it was over."""
    return next((end for end in ends if last_day(end.days) > last_day(certain) and end.days.last is not None), None)


def _stretch(certain: DayRange, ending: Ending | None, following: DayRange | None) -> Validity:
    last = ending.days.last if ending else None
    if following is not None and following.first is not None and (last is None or last >= following.first):
        last = following.first - timedelta(days=1)
    if last is not None and certain.last is not None:
        last = max(last, certain.last)
    return Validity(
        certain=certain, possible=DayRange(first=None, last=last), ended_by=ending.words if ending else None
    )


def _with_loose(
    stretches: list[Validity], loose: Sequence[Holding], ends: Sequence[Ending], used: list[Ending]
) -> list[Validity]:
    """The stretches with what claims say that vouch for no one day: when it began, or that it was so at some time."""
    if not loose:
        return stretches
    if not stretches:
        days = _joint(loose)
        ending = next((end for end in ends if end.days.last and last_day(end.days) >= first_day(days)), None)
        if ending is not None:
            used.append(ending)
        last = ending.days.last if ending else None
        return [
            Validity(
                certain=None, possible=DayRange(first=days.first, last=last), ended_by=ending.words if ending else None
            )
        ]
    starts = [one.possible.first for one in loose if one.possible.first]
    first = stretches[0]
    if starts and first.certain and first.certain.first and min(starts) <= first.certain.first:
        stretches[0] = replace(first, possible=DayRange(first=min(starts), last=first.possible.last))
    return stretches


def _begun(stretches: list[Validity], holdings: Sequence[Holding]) -> list[Validity]:
    """The stretches, the first with the day from which claims say that it has been so ("since 2009")."""
    since = [one.possible.first for one in holdings if one.told.claim.since and one.possible.first and not one.ended]
    if not stretches or not since or stretches[0].possible.first is not None:
        return stretches
    first, begun = stretches[0], min(since)
    if first.certain is not None and first.certain.first is not None and begun <= first.certain.first:
        stretches[0] = replace(first, possible=DayRange(first=begun, last=first.possible.last))
    return stretches


def _joint(loose: Sequence[Holding]) -> DayRange:
    firsts = [one.possible.first for one in loose]
    first = None if any(day is None for day in firsts) else min(day for day in firsts if day)
    return DayRange(first=first, last=None)


def _denied_within(one: Holding, stretches: Sequence[Validity]) -> bool:
    """Whether a claim that it was not so speaks of days for which other claims vouch on both sides."""
    days = one.possible
    if days.first is None or days.last is None:
        return False
    return any(stretch.certain and stretch.certain.overlaps(days) for stretch in stretches)
