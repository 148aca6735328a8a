"""A day to look at: what a slider over days is told, and what an address says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.errors import BadArgument


@dataclass(frozen=True, slots=True, kw_only=True)
class Slider:
    """A slider over days, for ``as_of.html.j2`` and ``js/asof.js``."""

    day: date
    first: date
    last: date
    stops: tuple[date, ...]
    """The days from which something else holds."""


def slider_of(day: date, first: date, last: date, stops: Iterable[date]) -> Slider:
    """A slider with those of the stops that it reaches."""
    return Slider(day=day, first=first, last=last, stops=tuple(one for one in stops if first <= one <= last))


def day_of(written: str) -> date | None:
    """The day of an address or a form; None when none is given. Raises BadArgument for what is no day."""
    if not written.strip():
        return None
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        raise BadArgument(f"{written!r} is no day: write it as 2012-12-03") from None
