"""Events over time: how many fall in each day, month or year, and how many only may."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from dateline.serve.asked.event_query import Meant
from dateline.serve.shown.event_rows import day_groups, number_of
from dateline.store import View

Unit = Literal["day", "month", "year"]
LETTERS: dict[Unit, int] = {"day": 10, "month": 7, "year": 4}
MOST_DAYS, MOST_MONTHS = 120, 240
"""So many bars are drawn before they get coarser, where no unit is asked for."""
Groups = Counter[tuple[str, str | None, str | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """A day, month or year with events."""

    start: str
    """2012-03-04, 2012-03 or 2012."""
    sure: dict[str, int]
    """By family: force, words, cooperation. All possible days of these events are within it."""
    maybe: int
    """Events that may have been within it, or before or after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Histogram:
    """Bins in the order of time, those without events left out."""

    unit: Unit
    bins: tuple[Bin, ...]
    total: int
    """All events that are asked for."""
    undated: int
    """Events without a day: in no bin."""
    open_ended: int
    """Events with a first or a last day only, such as "by March": they may have been in the bin of that day, or before
    or after it.
    """


def histogram(view: View, meant: Meant, unit: Unit | None = None) -> Histogram:
    """``unit`` None: one fine enough to see something in. Raises RunStopped when the store fails."""
    total = number_of(view, meant)
    if unit is None:
        days = day_groups(view, meant, LETTERS["day"])
        unit = _fitting(days)
        groups = _cut(days, LETTERS[unit])
    else:
        groups = day_groups(view, meant, LETTERS[unit])
    open_ended = sum(number for (_, first, last), number in groups.items() if (first is None) != (last is None))
    return Histogram(
        unit=unit,
        bins=_bins(groups, unit),
        total=total,
        undated=total - sum(groups.values()),
        open_ended=open_ended,
    )


def _fitting(groups: Groups) -> Unit:
    days = [day for _, first, last in groups for day in (first, last) if day]
    if not days:
        return "month"
    length = (date.fromisoformat(max(days)) - date.fromisoformat(min(days))).days + 1
    if length <= MOST_DAYS:
        return "day"
    return "month" if length <= MOST_MONTHS * 30 else "year"


def _cut(groups: Groups, letters: int) -> Groups:
    found: Groups = Counter()
    for (family, first, last), number in groups.items():
        found[family, first and first[:letters], last and last[:letters]] += number
    return found


def _bins(groups: Groups, unit: Unit) -> tuple[Bin, ...]:
    sure: dict[int, Counter[str]] = {}
    wide: Counter[tuple[int, int]] = Counter()
    for (family, first, last), number in groups.items():
        begins, ends = first or last, last or first
        if begins is None or ends is None:
            continue
        if first == last:
            sure.setdefault(number_in(begins, unit), Counter())[family] += number
        else:
            wide[number_in(begins, unit), number_in(ends, unit)] += number
    maybe = _spread(wide)
    return tuple(
        Bin(start=start_of(one, unit), sure=dict(sure.get(one, {})), maybe=maybe[one])
        for one in sorted(sure.keys() | maybe.keys())
    )


def _spread(wide: Counter[tuple[int, int]]) -> Counter[int]:
    """How many stretches lie over each number, by what begins and ends where."""
    changes: Counter[int] = Counter()
    for (first, last), number in wide.items():
        changes[first] += number
        changes[last + 1] -= number
    found: Counter[int] = Counter()
    over = 0
    for here, after in _steps(changes):
        over += changes[here]
        if over:
            found.update(dict.fromkeys(range(here, after), over))
    return found


def _steps(changes: Iterable[int]) -> Iterable[tuple[int, int]]:
    return pairwise(sorted(changes))


def number_in(words: str, unit: Unit) -> int:
    """The days, months or years before ``2012-03-04``, ``2012-03`` or ``2012``, from a beginning of their own."""
    if unit == "day":
        return date.fromisoformat(words).toordinal()
    if unit == "month":
        return int(words[:4]) * 12 + int(words[5:7]) - 1
    return int(words)


def start_of(number: int, unit: Unit) -> str:
    """The opposite of ``number_in``."""
    if unit == "day":
        return date.fromordinal(number).isoformat()
    return f"{number // 12:04}-{number % 12 + 1:02}" if unit == "month" else f"{number:04}"
