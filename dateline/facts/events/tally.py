"""How many, out of what several sources say, with the rule that chose."""

from collections.abc import Sequence
from datetime import date

from dateline.facts.inputs import CountIn
from dateline.facts.told import Told
from dateline.model.fact import Disagreement, Tally, Version

Number = tuple[Told, CountIn]


def tallies(told: Sequence[Told]) -> tuple[dict[str, Tally], list[Disagreement]]:
    """For each thing counted the tally, and the numbers where sources differ. Superseded claims are to be left out."""
    by_name: dict[str, list[Number]] = {}
    for one in told:
        for name, count in one.claim.counts:
            by_name.setdefault(name, []).append((one, count))
    found: dict[str, Tally] = {}
    differences: list[Disagreement] = []
    for name, numbers in sorted(by_name.items()):
        last = _last_of_each_source(numbers)
        found[name] = _tally(last)
        if (difference := _difference(name, last)) is not None:
            differences.append(difference)
    return found, differences


def _last_of_each_source(numbers: Sequence[Number]) -> list[Number]:
    """What each source says last; of several numbers in one report the greatest, which holds the parts."""
    last: dict[str, Number] = {}
    for number in numbers:
        source = number[0].source
        if source not in last or _later(number) > _later(last[source]):
            last[source] = number
    return list(last.values())


def _later(number: Number) -> tuple[date, tuple[int, int], int]:
    told, count = number
    return told.published or date.min, told.order, count.best


def _tally(numbers: Sequence[Number]) -> Tally:
    by_best: dict[int, list[Number]] = {}
    for number in numbers:
        by_best.setdefault(number[1].best, []).append(number)
    most = max(len(held) for held in by_best.values())
    leading = {best: held for best, held in by_best.items() if len(held) == most}
    best = max(leading, key=lambda one: (max(_when(number) for number in leading[one]), -one))
    chosen = by_best[best]
    highs = [count.high for _, count in numbers]
    top = max(count.best if count.high is None else count.high for _, count in numbers)
    open_ended = any(high is None and count.best == top for (_, count), high in zip(numbers, highs, strict=True))
    return Tally(
        low=min(count.low for _, count in numbers),
        best=best,
        high=None if open_ended else top,
        rule=_rule(len(chosen), len(numbers), tied=len(leading) > 1),
        claims=tuple(told.claim.id for told, _ in chosen),
    )


def _when(number: Number) -> tuple[date, tuple[int, int]]:
    return number[0].published or date.min, number[0].order


def _rule(chosen: int, sources: int, *, tied: bool) -> str:
    if sources == 1:
        return "the last number of the only source"
    if tied:
        return f"no number has more of the {sources} sources than another; the last one said"
    return f"said by {chosen} of {sources} sources, the last number of each"


def _difference(name: str, numbers: Sequence[Number]) -> Disagreement | None:
    """The different best numbers; None when all sources give one."""
    by_best: dict[int, list[Number]] = {}
    for number in numbers:
        by_best.setdefault(number[1].best, []).append(number)
    if len(by_best) < 2:
        return None
    ranked = sorted(by_best.items(), key=lambda item: (-len(item[1]), item[0]))
    return Disagreement(
        field=name, versions=tuple(version(str(best), [told for told, _ in held]) for best, held in ranked)
    )


def version(value: str, told: Sequence[Told]) -> Version:
    """One answer and all who give it."""
    return Version(
        value=value,
        claims=tuple(one.claim.id for one in told),
        said_by=tuple(dict.fromkeys(one.said_by for one in told)),
    )


def ranges_clash(told: Sequence[Told], name: str) -> bool:
    """Whether two sources give numbers whose ranges have nothing in common."""
    last = _last_of_each_source(
        [(one, count) for one in told for counted, count in one.claim.counts if counted == name]
    )
    lows = [count.low for _, count in last]
    highs = [count.high for _, count in last if count.high is not None]
    return bool(lows and highs and max(lows) > min(highs))
